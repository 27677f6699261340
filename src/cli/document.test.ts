import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../test/helpers/temp-folder.js';
import { parseXml } from '../../test/pictures/xml.js';
import { runCli } from './run.js';

const design = `format: servicefull-design
version: 1
settings: { name: "Orders <1>" }
nodes:
  api: { service: rest-api, label: Orders API }
  put: { service: lambda-function, label: "<Put>" }
connections:
  api-to-put: { kind: api-proxy, from: api, to: put, props: { method: POST, path: /orders } }
`;

async function run(cwd: string, ...argv: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(['document', ...argv], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    cwd,
    language: 'en',
    untilStopped: () => Promise.resolve(),
  });
  return { code, out, err };
}

function folder(): string {
  const cwd = tempFolder();
  writeFileSync(join(cwd, 'orders.yaml'), design);
  return cwd;
}

test('a page holds its picture, in the language that was asked for', async () => {
  const cwd = folder();
  const saved = { code: 0, out: 'Saved "review.html".\n', err: '' };
  expect(await run(cwd, 'orders.yaml', '-o', 'review.html', '--language', 'ja')).toEqual(saved);
  const page = readFileSync(join(cwd, 'review.html'), 'utf8');
  expect(page).toContain('<html lang="ja">');
  expect(page).toContain('Orders &lt;1&gt;');
  expect(page).toContain('<figure><svg ');
  expect(page).toContain('Lambda 関数');
});

test('Markdown names the file of its picture, and has it inside where it is printed', async () => {
  const cwd = folder();
  expect((await run(cwd, 'orders.yaml', '-o', 'review.md')).out).toBe(
    'Saved "review.picture.svg".\nSaved "review.md".\n',
  );
  expect(readFileSync(join(cwd, 'review.md'), 'utf8')).toContain('](<review.picture.svg>)');
  expect(parseXml(readFileSync(join(cwd, 'review.picture.svg'), 'utf8')).name).toBe('svg');
  const { out } = await run(cwd, 'orders.yaml', '--markdown');
  expect(out.startsWith('# Orders \\<1\\>\n')).toBe(true);
  expect(out).toContain('```mermaid\n');
});

test('the design is never overwritten, two formats are wrong use, and what is no design is told', async () => {
  const cwd = folder();
  expect((await run(cwd, 'orders.yaml', '-o', 'orders.yaml')).code).toBe(2);
  expect((await run(cwd, 'orders.yaml', '--html', '--markdown')).code).toBe(2);
  expect(readFileSync(join(cwd, 'orders.yaml'), 'utf8')).toBe(design);
  writeFileSync(join(cwd, 'none.yaml'), 'a: [');
  const { code, err } = await run(cwd, 'none.yaml', '-o', 'none.html');
  expect([code, err.includes('none.yaml:1:'), existsSync(join(cwd, 'none.html'))]).toEqual([1, true, false]);
  const { code: refused } = await run(cwd, 'orders.yaml', '-o', 'missing/folder/review.html');
  expect(refused).toBe(1);
});
