import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { tempFolder } from '../../test/helpers/temp-folder.js';
import { languageOf, printable, type ExitCode } from './io.js';
import { runCli } from './run.js';

interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

async function run(cwd: string, ...argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCli(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    cwd,
    language: 'en',
    untilStopped: () => Promise.resolve(),
  });
  return { code, out, err };
}

const design = (nodes: string, connections = ''): string =>
  `format: servicefull-design\nversion: 1\nsettings:\n  name: Orders\nnodes:\n${nodes}connections:\n${connections || '  {}\n'}`;

const transport = design(
  `  api: { service: rest-api, label: Orders API }
  put: { service: lambda-function, label: Put, props: { work: transport } }
  orders: { service: sqs-queue, label: Orders }
`,
  `  api-to-put: { kind: api-proxy, from: api, to: put, props: { method: POST, path: /orders } }
  put-to-orders: { kind: uses, from: put, to: orders, props: { actions: [sendMessage] } }
`,
);
const queueOnly = design('  orders: { service: sqs-queue, label: Orders }\n');

/** The keys that programs rely on: all of them, and no other. */
const reportSchema = z.strictObject({
  version: z.literal(1),
  inputs: z.tuple([z.literal('orders.yaml')]),
  findings: z.array(
    z.strictObject({
      id: z.string(),
      fingerprint: z.string(),
      file: z.string(),
      rule: z.string(),
      family: z.string(),
      severity: z.enum(['error', 'warning', 'suggestion']),
      line: z.number(),
      function: z.string().optional(),
      nodes: z.array(z.string()),
      verdict: z.enum(['replace', 'partly', 'keep', 'question']),
      mechanism: z.string(),
      confidence: z.enum(['high', 'medium', 'low']),
      evidence: z.array(z.strictObject({ text: z.string(), node: z.string().optional() })),
      title: z.string(),
      why: z.string(),
    }),
  ),
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('wrong use gives exit code 2 and the usage on standard error, in the language asked for', async () => {
  const cwd = folderWith({ 'a.yaml': queueOnly });
  for (const argv of [
    [],
    ['nothing'],
    ['validate'],
    ['validate', 'none.yaml'],
    ['advise', 'a.yaml', '--format', 'xml'],
    ['advise', 'a.yaml', '--unknown'],
    ['export', 'a.yaml'],
    ['export', 'a.yaml', 'b.yaml', '-o', 'out'],
    ['serve', '--port', 'x'],
  ]) {
    const { code, out, err } = await run(cwd, ...argv);
    expect(code, argv.join(' ')).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('Usage: servicefull');
  }
  expect((await run(cwd, 'advise', 'a.yaml', '--unknown', '--lang', 'ja')).err).toContain(
    '不明なオプション: --unknown',
  );
});

test('help is no wrong use', async () => {
  expect(await run('.', '--help')).toMatchObject({ code: 0, err: '' });
  expect((await run('.', 'advise', '--help')).out).toContain('--fail-on error|warning|suggestion|never');
});

test('validate prints each problem with file, line and column; errors give exit code 1', async () => {
  const cwd = folderWith({
    'bad.yaml': 'format: servicefull-design\nversion: 1\nversion: 2\n',
    'good.yaml': queueOnly,
  });
  const { code, out } = await run(cwd, 'validate', 'good.yaml', 'bad.yaml');
  expect(code).toBe(1);
  expect(out).toContain('bad.yaml:3:1: error: The key "version" appears twice. Keep one of the two.\n');
});

test('advise finds the function that only transports, in JSON that other programs can rely on', async () => {
  const cwd = folderWith({ 'orders.yaml': transport });
  const { code, out } = await run(cwd, 'advise', 'orders.yaml', '--format', 'json');
  expect(code).toBe(0);
  const { findings } = reportSchema.parse(JSON.parse(out));
  expect(findings).toMatchObject([
    {
      file: 'orders.yaml',
      rule: 'api-gateway-direct-integration',
      family: 'direct-integration',
      severity: 'suggestion',
      function: 'put',
      verdict: 'replace',
    },
  ]);
  expect(findings[0]?.nodes).toContain('put');
});

test('advise says what is wrong with a design, since it can hide findings', async () => {
  const cwd = folderWith({ 'orders.yaml': transport.replace('kind: uses', 'kind: rule') });
  const { code, out, err } = await run(cwd, 'advise', 'orders.yaml', '--format', 'json');
  expect(code).toBe(1);
  expect(reportSchema.parse(JSON.parse(out)).findings).toEqual([]);
  expect(err).toContain('orders.yaml:');
  expect((await run(cwd, 'advise', 'orders.yaml', '--fail-on', 'never')).code).toBe(0);
});

test('--fail-on says from which severity on a finding fails', async () => {
  const cwd = folderWith({ 'orders.yaml': transport });
  const codeOf = async (...more: string[]) => (await run(cwd, 'advise', 'orders.yaml', ...more)).code;
  expect(await codeOf('--fail-on', 'suggestion')).toBe(1);
  expect(await codeOf('--fail-on', 'error')).toBe(0);
  expect(await codeOf('--fail-on', 'never')).toBe(0);
});

test('a dismissed finding is neither shown nor counted', async () => {
  const cwd = folderWith({ 'orders.yaml': transport });
  const { out } = await run(cwd, 'advise', 'orders.yaml', '--format', 'json');
  const decisions = [...out.matchAll(/"fingerprint": "([^"]+)",\s+"file": "[^"]+",\s+"rule": "([^"]+)"/g)].map(
    ([, fingerprint, rule]) => `  - { rule: ${rule ?? ''}, fingerprint: ${fingerprint ?? ''}, reason: known }\n`,
  );
  expect(decisions).not.toEqual([]);
  writeFileSync(join(cwd, 'orders.yaml'), `${transport}decisions:\n${decisions.join('')}`);
  expect(await run(cwd, 'advise', 'orders.yaml', '--fail-on', 'suggestion')).toMatchObject({
    code: 0,
    out: 'No findings\n',
  });
});

test('advise of a file that is no design fails, and the others are still read', async () => {
  const cwd = folderWith({ 'bad.yaml': 'a: [', 'orders.yaml': transport });
  const { code, out, err } = await run(cwd, 'advise', 'bad.yaml', 'orders.yaml', '--fail-on', 'never');
  expect(code).toBe(1);
  expect(err).toContain('bad.yaml:1:');
  expect(out).toContain('orders.yaml:7:3: suggestion: ');
});

test('names from a file can neither write Markdown nor steer the terminal', async () => {
  const label = '"<img src=x onerror=alert(1)> [a](javascript:b) \\e[2J"';
  const cwd = folderWith({ 'orders.yaml': transport.replace('label: Put', `label: ${label}`) });
  const { out } = await run(cwd, 'advise', 'orders.yaml', '--format', 'markdown', '--lang', 'ja');
  expect(out).toContain('\\<img');
  expect(out).not.toMatch(/(?<!\\)<img|(?<!\\)\[a/);
  expect(out).toContain('**理由**');
  expect(printable('a\u001b[2Jb\u202ec\n')).toBe('a\ufffd[2Jb\ufffdc\n');
});

test('export writes a project with its manifest, keeps handlers, and refuses a foreign folder without --force', async () => {
  const cwd = folderWith({ 'orders.yaml': transport });
  expect(await run(cwd, 'export', 'orders.yaml', '-o', 'out')).toMatchObject({ code: 0 });
  const files = readdirSync(join(cwd, 'out'));
  expect(files).toEqual(expect.arrayContaining(['bin', 'lib', 'handlers', 'servicefull.json', 'package.json']));
  const handler = join(cwd, 'out', 'handlers', 'put', 'index.ts');
  writeFileSync(handler, 'mine\n');
  expect(await run(cwd, 'export', 'orders.yaml', '-o', 'out')).toMatchObject({ code: 0 });
  expect(readFileSync(handler, 'utf8')).toBe('mine\n');

  const { code, err } = await run(cwd, 'export', 'orders.yaml', '-o', '.');
  expect(code).toBe(1);
  expect(err).toContain('--force');
});

test('export writes nothing for a design with errors', async () => {
  const cwd = folderWith({
    'bad.yaml': design('  a: { service: sqs-queue, label: A }\n', '  c: { kind: uses, from: a, to: none }\n'),
  });
  const { code, err } = await run(cwd, 'export', 'bad.yaml', '-o', 'out');
  expect(code).toBe(1);
  expect(err).toMatch(/^bad\.yaml:\d+:\d+: error: /);
  expect(readdirSync(cwd)).toEqual(['bad.yaml']);
});

test('export takes the form of a picture from the name of the file', async () => {
  const cwd = folderWith({ 'orders.yaml': transport });
  expect(await run(cwd, 'export', 'orders.yaml', '-o', 'orders.SVG')).toMatchObject({ code: 0 });
  expect(readFileSync(join(cwd, 'orders.SVG'), 'utf8')).toMatch(/^<svg /);
});

test('export --format cfn gives the synthesised templates', async () => {
  const cwd = folderWith({ 'orders.yaml': queueOnly });
  const { code, err } = await run(cwd, 'export', 'orders.yaml', '-o', 'out', '--format', 'cfn');
  expect(err).not.toContain('error');
  expect(code).toBe(0);
  const [template = ''] = readdirSync(join(cwd, 'out')).filter((name) => name.endsWith('.template.json'));
  expect(readFileSync(join(cwd, 'out', template), 'utf8')).toContain('AWS::SQS::Queue');
});

test('the language follows the environment in the order of POSIX', () => {
  expect(languageOf({ LANG: 'ja_JP.UTF-8' })).toBe('ja');
  expect(languageOf({ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(languageOf({ LC_ALL: '', LC_MESSAGES: 'ja', LANG: 'en_US.UTF-8' })).toBe('ja');
  expect(languageOf({ LANG: 'jam_JM' })).toBe('en');
  expect(languageOf({})).toBe('en');
});
