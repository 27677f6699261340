import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseHandler, analyseHandlers, type HandlerAnalysis } from '../../src/handlers/index.js';
import { scaled } from '../helpers/scale.js';

const sources = [
  ['mjs', 'javascript'],
  ['ts', 'typescript'],
  ['py', 'python'],
].map(([ending = '', name = '']) => ({
  ending,
  texts: readFileSync(new URL(`cases/${name}.txt`, import.meta.url), 'utf8')
    .split(/^### .*\n/m)
    .slice(1),
}));

const read = (code: string, ending: string): HandlerAnalysis =>
  analyseHandler({
    files: { text: (path) => (path === `app.${ending}` ? code : undefined) },
    entry: { path: `app.${ending}`, handler: 'app.handler' },
  });

describe('handler code that is no program', () => {
  test('ends with a verdict, whatever is cut out, doubled or put in', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '`',
      '\n',
      '    ',
      '=>',
      'await ',
      'def ',
      'for ',
      'lambda ',
      ':',
      ',',
      '**',
      '...',
      '\u0000',
      '\ud800',
      'class ',
      'yield ',
    );
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(60),
      insert: fc.array(piece, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.nat(2), fc.nat(), fc.array(edit, { minLength: 1, maxLength: 6 }), (kind, index, edits) => {
        const source = sources[kind] ?? { ending: 'py', texts: [] };
        let code = source.texts[index % source.texts.length] ?? '';
        for (const { at, length, insert } of edits) {
          const from = Math.floor(at * code.length);
          code = code.slice(0, from) + insert.join('') + code.slice(from + length);
        }
        const found = read(code, source.ending);
        expect(found.confidence).toBeLessThanOrEqual(1);
        if (found.verdict === 'unknown') expect(found.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: scaled(250) },
    );
  });

  test('says where JavaScript is broken and claims nothing of it', () => {
    const found = read('export const handler = async (event) => {\n  await (;\n};', 'mjs');
    expect(found.claim).toBe('unknown');
    expect(found.broken[0]?.line).toBe(2);
  });

  test.each([
    ['nested brackets', `exports.handler = async (e) => ${'['.repeat(20_000)}${']'.repeat(20_000)};`, 'js'],
    ['nested brackets in Python', `def handler(e, c):\n    return ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, 'py'],
    [
      'doubled objects',
      `exports.handler = async (e) => { let x = e;\n${'x = { a: x, b: x };\n'.repeat(500)} return x; };`,
      'js',
    ],
    ['doubled texts', `def handler(e, c):\n    x = str(e)\n${'    x = x + x\n'.repeat(500)}    return x\n`, 'py'],
    [
      'doubled tests',
      `exports.handler = async (e) => { let x = e.a;\n${'x = x && x;\n'.repeat(500)} if (x) return 1; return x; };`,
      'js',
    ],
    [
      'calls that call themselves twice',
      'const f = (n) => f(n - 1) + f(n - 2);\nexports.handler = async (e) => f(e.n);',
      'js',
    ],
    [
      'branches in a row',
      `exports.handler = async (e) => { let x = 0;\n${Array.from({ length: 400 }, (_, i) => `if (e.a${String(i)}) x += ${String(i)};`).join('\n')} return x; };`,
      'js',
    ],
    [
      'functions that call the next twice',
      `${Array.from({ length: 60 }, (_, i) => `const f${String(i)} = (x) => f${String(i + 1)}(x) + f${String(i + 1)}(x);`).join('\n')}\nconst f60 = (x) => x;\nexports.handler = async (e) => f0(e);`,
      'js',
    ],
    [
      'modules that import each other',
      'import app\nfrom app import handler as other\ndef handler(e, c):\n    return other(e, c)\n',
      'py',
    ],
  ])('comes to an end: %s', (_, code, ending) => {
    expect(read(code, ending).claim).not.toBe('replace');
  });
});

test('a batch tells its progress and stops when it is cancelled', async () => {
  const files = { text: (path: string) => (path === 'a.js' ? 'exports.handler = async () => 1;' : undefined) };
  const inputs = new Map(
    Array.from({ length: 9 }, (_, i) => [String(i), { files, entry: { path: 'a.js', handler: 'a.handler' } }]),
  );
  const signal = { aborted: false };
  const seen: number[] = [];
  const found = await analyseHandlers(inputs, {
    signal,
    onProgress: (done) => {
      seen.push(done);
      signal.aborted = done === 4;
    },
  });
  expect(seen).toEqual([1, 2, 3, 4]);
  expect(found.size).toBe(4);
});
