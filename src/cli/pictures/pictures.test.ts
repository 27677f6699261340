import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../../test/helpers/temp-folder.js';
import { parseXml } from '../../../test/pictures/xml.js';
import { runCli } from '../run.js';
import { findBrowser } from './browser.js';

const design = `format: servicefull-design
version: 1
settings:
  name: 注文
nodes:
  api: { service: rest-api, label: Orders API }
  put: { service: lambda-function, label: "<Put>" }
connections:
  api-to-put: { kind: api-proxy, from: api, to: put, props: { method: POST, path: /orders } }
`;

async function run(cwd: string, ...argv: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(argv, {
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

test.each([
  ['svg', '<svg '],
  ['drawio', '<mxfile '],
  ['html', '<!doctype html>'],
  ['mermaid', 'flowchart LR'],
])('export --format %s writes a file that says what it is', async (format, start) => {
  const cwd = folder();
  expect(await run(cwd, 'export', 'orders.yaml', '--format', format, '-o', `out.${format}`)).toEqual({
    code: 0,
    out: `Saved "out.${format}".\n`,
    err: '',
  });
  expect(readFileSync(join(cwd, `out.${format}`), 'utf8').startsWith(start)).toBe(true);
});

test('theme, language and background are those asked for', async () => {
  const cwd = folder();
  const options = ['--theme', 'dark', '--language', 'ja', '--transparent'];
  await run(cwd, 'export', 'orders.yaml', '--format', 'svg', '-o', 'a.svg', ...options);
  const svg = readFileSync(join(cwd, 'a.svg'), 'utf8');
  expect(parseXml(svg).attributes['xml:lang']).toBe('ja');
  expect(svg).toContain('Lambda 関数');
  expect(svg).toContain('#1c1f26');
  expect(svg).not.toContain('#15181d');
});

test('a picture can be given to every command in place of its design, unless the design was left out', async () => {
  const cwd = folder();
  await run(cwd, 'export', 'orders.yaml', '--format', 'drawio', '-o', 'a.drawio');
  const { err, code } = await run(cwd, 'export', 'a.drawio', '--format', 'asl', '-o', 'out');
  expect([code, err]).toEqual([0, '']);
  await run(cwd, 'export', 'orders.yaml', '--format', 'svg', '-o', 'b.svg', '--no-design');
  expect((await run(cwd, 'validate', 'b.svg')).code).toBe(1);
});

test('a design with errors is drawn all the same; what is no design is told', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'odd.yaml'), design.replace('kind: api-proxy', 'kind: nothing'));
  writeFileSync(join(cwd, 'none.yaml'), 'a: [');
  expect((await run(cwd, 'export', 'odd.yaml', '--format', 'svg', '-o', 'odd.svg')).code).toBe(0);
  const { code, err } = await run(cwd, 'export', 'none.yaml', '--format', 'svg', '-o', 'none.svg');
  expect(code).toBe(1);
  expect(err).toContain('none.yaml:1:');
});

test('the design itself is never overwritten, and a scale beyond reason is wrong use', async () => {
  const cwd = folder();
  expect((await run(cwd, 'export', 'orders.yaml', '--format', 'svg', '-o', './orders.yaml')).code).toBe(2);
  expect((await run(cwd, 'export', 'orders.yaml', '--format', 'png', '-o', 'a.png', '--scale', '9')).code).toBe(2);
  expect(readFileSync(join(cwd, 'orders.yaml'), 'utf8')).toBe(design);
  mkdirSync(join(cwd, 'taken'));
  const { code, err } = await run(cwd, 'export', 'orders.yaml', '--format', 'svg', '-o', 'taken');
  expect(code).toBe(1);
  expect(err).toContain('Cannot write "taken"');
});

test('the browser is the one that is named, else one of those usually there', () => {
  const there = (paths: readonly string[]) => (path: string) => paths.includes(path);
  expect(findBrowser({ CHROME_PATH: '/my/chrome' }, 'linux', there(['/my/chrome']))).toBe('/my/chrome');
  expect(
    findBrowser({ CHROME_PATH: '/gone', PATH: '/usr/bin' }, 'linux', there(['/usr/bin/chromium'])),
  ).toBeUndefined();
  const path = ['/opt/bin', '/usr/bin'].join(delimiter);
  expect(findBrowser({ PATH: path }, 'linux', there([join('/usr/bin', 'google-chrome')]))).toBe(
    join('/usr/bin', 'google-chrome'),
  );
  expect(findBrowser({}, 'darwin', there(['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']))).toContain(
    'Google Chrome',
  );
  expect(findBrowser({}, 'linux', there([]))).toBeUndefined();
});

/** Width and height of a PNG, from its header. */
const sizeOf = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test.skipIf(findBrowser() === undefined)(
  'PNG and PDF are as large as the drawing, by the browser of the machine',
  async () => {
    const cwd = folder();
    expect((await run(cwd, 'export', 'orders.yaml', '--format', 'svg', '-o', 'a.svg')).code).toBe(0);
    const { width, height } = parseXml(readFileSync(join(cwd, 'a.svg'), 'utf8')).attributes;
    expect(await run(cwd, 'export', 'orders.yaml', '--format', 'png', '-o', 'a.png', '--scale', '3')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(sizeOf(readFileSync(join(cwd, 'a.png')))).toEqual([Number(width) * 3, Number(height) * 3]);
    expect((await run(cwd, 'export', 'orders.yaml', '--format', 'pdf', '-o', 'a.pdf')).code).toBe(0);
    const pdf = readFileSync(join(cwd, 'a.pdf'), 'latin1');
    // One page, in points, of letters and lines: no picture of pixels in it.
    const [, right, top] = /MediaBox \[0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)\]/.exec(pdf) ?? [];
    expect(Math.abs(Number(right) - Number(width) * 0.75)).toBeLessThan(1);
    expect(Math.abs(Number(top) - Number(height) * 0.75)).toBeLessThan(1);
    expect(pdf).not.toContain('/Subtype /Image');
  },
);

test('without a browser PNG says what to do, and the others need none', async () => {
  const cwd = folder();
  const before = process.env['CHROME_PATH'];
  process.env['CHROME_PATH'] = join(cwd, 'no-browser');
  try {
    const { code, err } = await run(cwd, 'export', 'orders.yaml', '--format', 'png', '-o', 'a.png');
    expect(code).toBe(1);
    expect(err).toContain('CHROME_PATH');
    expect(existsSync(join(cwd, 'a.png'))).toBe(false);
  } finally {
    if (before === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = before;
  }
});
