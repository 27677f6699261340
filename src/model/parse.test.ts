import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDesign, maxFileBytes } from './parse.js';
import { placeProblems } from './places.js';
import { problem, problemTexts, type Problem } from './problems.js';
import { serialiseDesign } from './serialise.js';
import { emptyDesign, nodeId } from './design.js';

const head = 'format: servicefull-design\nversion: 1\nsettings: { name: Orders }\n';
const codes = (problems: readonly Problem[]): string[] => problems.map((found) => found.code);
const first = (text: string): Problem | undefined => parseDesign(text).problems[0];

describe('a design file that is wrong gives a problem at its place', () => {
  test.each([
    ['a broken flow list', `${head}nodes: [1`, 'yaml-syntax', 4],
    ['a tag that is not known', `${head}nodes: !js/function x`, 'yaml-syntax', 4],
    ['an empty text', '', 'not-a-design', 1],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'not-a-design', 1],
    [
      'a key twice',
      `${head}nodes:\n  a: { service: x, label: x }\n  a: { service: x, label: x }\n`,
      'duplicate-key',
      6,
    ],
    [
      'a prototype key',
      `${head}nodes:\n  a:\n    service: x\n    label: x\n    props: { __proto__: { y: 1 } }\n`,
      'reserved-key',
      8,
    ],
    ['a node called constructor', `${head}nodes:\n  constructor: { service: x, label: x }\n`, 'reserved-key', 5],
    ['an id with a space', `${head}nodes:\n  "two words": { service: x, label: x }\n`, 'invalid-id', 5],
    ['another kind of file', 'Resources: {}\n', 'not-a-design', 1],
    ['a format of somebody else', 'a: 1\nformat: other\n', 'not-a-design', 2],
    ['a list', '- 1\n', 'not-a-design', 1],
    ['a newer version', 'format: servicefull-design\nversion: 99\n', 'newer-version', 2],
    ['a version in words', 'format: servicefull-design\nversion: one\n', 'wrong-type', 2],
    ['no version', 'format: servicefull-design\n', 'missing-key', 1],
    ['nodes that are a number', `${head}nodes: 5\n`, 'wrong-type', 4],
    ['a label that is a list', `${head}nodes:\n  a:\n    service: sqs-queue\n    label: [1]\n`, 'wrong-type', 7],
    ['a connection without an end', `${head}connections:\n  a: { kind: rule, from: x }\n`, 'missing-key', 5],
    ['a number that is not finite', `${head}samples: { a: .inf }\n`, 'wrong-type', 4],
  ])('%s', (_, text, code, line) => {
    const found = first(text);
    expect(found?.code).toBe(code);
    expect(found?.place?.line).toBe(line);
    expect(parseDesign(text).design).toBeUndefined();
  });

  test('a file over 20 MB', () => {
    expect(first(`${head}# ${'x'.repeat(maxFileBytes)}`)?.code).toBe('file-too-large');
  });

  test('nesting beyond the limit', () => {
    expect(first(`${head}samples: { a: ${'['.repeat(5000)}${']'.repeat(5000)} }`)?.code).toBe('too-deep');
  });

  test('aliases that would expand beyond all memory', () => {
    const bomb = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? `  l0: &l0 [${'x,'.repeat(10)}x]`
        : `  l${String(level)}: &l${String(level)} [${Array.from({ length: 10 }, () => `*l${String(level - 1)}`).join(', ')}]`,
    ).join('\n');
    const found = first(`${head}samples:\n${bomb}\n`);
    expect(found?.code).toBe('too-many-values');
    expect(found?.place?.line).toBeGreaterThan(3);
  });

  test('an alias that holds itself', () => {
    expect(['too-deep', 'yaml-syntax']).toContain(first(`${head}samples: &a { b: *a }\n`)?.code);
  });
});

describe('what can be kept is kept and reported', () => {
  test('dangling references name the id and the line', () => {
    const result = parseDesign(
      `${head}nodes:\n  a: { service: sqs-queue, label: A, context: gone }\nconnections:\n  c:\n    kind: rule\n    from: a\n    to: nowhere\n`,
    );
    expect(codes(result.problems)).toEqual(['dangling-context', 'dangling-node']);
    expect(result.problems.map((found) => found.place?.line)).toEqual([5, 10]);
    expect(result.design?.connections).toHaveProperty('c.to', 'nowhere');
  });

  test('unknown keys stay in the document through a save', () => {
    const text = `${head}nodes:\n  a: { service: sqs-queue, label: A, colour: red }\nfuture: { x: 1 }\n`;
    const result = parseDesign(text);
    expect(codes(result.problems)).toEqual(['unknown-key', 'unknown-key']);
    if (result.design === undefined) throw new Error('expected a design');
    const saved = serialiseDesign(result.design);
    expect(saved).toContain('colour: red');
    expect(saved).toContain('future:');
  });

  test('a comment above a node becomes its own; others are announced', () => {
    const result = parseDesign(
      `# about the file\n${head}nodes:\n  # first line\n  # second line\n  a:\n    service: sqs-queue # why\n    label: "A # not a comment"\n`,
    );
    expect(result.design?.nodes).toHaveProperty('a.comment', 'first line\nsecond line');
    expect(result.problems.map((found) => [found.code, found.place?.line])).toEqual([
      ['comment-will-be-lost', 1],
      ['comment-will-be-lost', 9],
    ]);
  });
});

test('a saved design reads back equal, whatever stands in its texts', () => {
  const anything = fc.string({ unit: 'grapheme' });
  const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 3 });
  fc.assert(
    fc.property(anything, anything, fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), json), (label, text, props) => {
      const reserved = Object.keys(props).some((key) => key in Object.prototype);
      fc.pre(!reserved && !JSON.stringify(props).includes('__proto__'));
      const design = {
        ...emptyDesign(label),
        nodes: {
          machine: {
            service: 'state-machine',
            label,
            origin: 'created',
            // -0 and 0 are one number in a file.
            props: JSON.parse(JSON.stringify(props)) as Record<string, never>,
            definition: { format: 'json', text, substitutions: {} },
          },
        },
      } as const;
      const result = parseDesign(serialiseDesign(design));
      expect(result.problems.filter((found) => problemTexts[found.code].severity === 'error')).toEqual([]);
      expect(result.design).toEqual(design);
      expect(result.design && serialiseDesign(result.design)).toBe(serialiseDesign(design));
    }),
    { numRuns: 300 },
  );
});

test('any text gives a design or a placed problem, and never throws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'format: servicefull-design\n',
      'version: 1\n',
      'nodes:\n',
      '  a:\n',
      '- ',
      '{',
      '}',
      '[',
      '*a',
      '&a ',
      '!!x ',
      '"',
      '|\n',
      '\t',
      '? ',
      '<<: ',
      '\u0000',
      '\uFEFF',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const result = parseDesign(pieces.join(''));
      expect(result.design !== undefined || result.problems.length > 0).toBe(true);
      expect(result.problems.every((found) => found.place !== undefined && found.place.line >= 1)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a problem of the system finds its line in the file', () => {
  const text = `${head}nodes:\n  a:\n    service: sqs-queue\n    label: A\n`;
  const [found] = placeProblems([problem('unknown-service', { service: 'x' }, { node: nodeId('a') })], text, 'a.yaml');
  expect(found?.place).toEqual({ file: 'a.yaml', line: 5, column: 3 });
});
