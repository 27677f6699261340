import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../test/helpers/temp-folder.js';
import { runCli } from './run.js';

async function run(cwd: string, ...argv: readonly string[]) {
  let [out, err] = ['', ''];
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

const design = (label: string, actions: string, key = 'id'): string => `format: servicefull-design
version: 1
settings: { name: Orders }
nodes:
  put: { service: lambda-function, label: '${label}' }
  orders: { service: dynamodb-table, label: Orders, props: { partitionKey: ${key} } }
connections:
  put-to-orders: { kind: uses, from: put, to: orders, props: { actions: [${actions}] } }
`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = tempFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  return cwd;
}

const designs = {
  'a.yaml': design('Put', 'getItem'),
  'b.yaml': design('Put **order** <b>', 'getItem, putItem', 'sku'),
};

describe('two designs', { timeout: 60_000 }, () => {
  test('are compared in words, resources and permissions', async () => {
    const cwd = folderWith(designs);
    const { code, out, err } = await run(cwd, 'diff', 'a.yaml', 'b.yaml');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Partition key: id → sku');
    expect(out).toMatch(/! Orders \(Orders[0-9A-F]{8}\) \[AWS::DynamoDB::GlobalTable · \S+\] Replacement/);
    expect(out).toMatch(/! Put .*Broader/);
    expect(out).toContain('+ dynamodb:PutItem  ${Orders');

    const asJson = await run(cwd, 'diff', 'a.yaml', 'b.yaml', '--json', '--fail-on', 'risk');
    expect(asJson.code).toBe(1);
    const json: unknown = JSON.parse(asJson.out);
    expect(json).toMatchObject({
      version: 1,
      design: { changes: [{ id: 'put' }, { id: 'orders' }, { id: 'put-to-orders' }] },
      resources: expect.arrayContaining([expect.objectContaining({ impact: 'replace', holdsData: true })]) as unknown,
      permissions: expect.arrayContaining([expect.objectContaining({ broader: true })]) as unknown,
    });

    const markdown = await run(cwd, 'diff', 'a.yaml', 'b.yaml', '--markdown', '--lang', 'ja');
    expect(markdown.out).toContain('### 判断が必要な変更: 2 件');
    // The label cannot become Markdown or HTML.
    expect(markdown.out).toContain('**Put \\*\\*order\\*\\* \\<b\\>**');

    expect(await run(cwd, 'diff', 'a.yaml', 'a.yaml', '--fail-on', 'change')).toMatchObject({
      code: 0,
      out: 'Changes from a.yaml to a.yaml\nNothing differs.\n',
    });
  });

  test('an export folder is the design that was exported, a template the stack of its name', async () => {
    const cwd = folderWith(designs);
    expect(await run(cwd, 'export', 'a.yaml', '-o', 'project')).toMatchObject({ code: 0 });
    expect((await run(cwd, 'diff', 'project', 'b.yaml')).out).toContain('Partition key: id → sku');
    expect(await run(cwd, 'export', 'a.yaml', '-o', 'templates', '--format', 'cfn')).toMatchObject({ code: 0 });
    // Templates alone, as the AWS CDK leaves them.
    rmSync(join(cwd, 'templates/.servicefull'), { recursive: true });
    rmSync(join(cwd, 'templates/servicefull.json'));
    for (const before of ['templates', 'templates/Orders.template.json']) {
      const { out } = await run(cwd, 'diff', before, 'b.yaml');
      expect(out).toContain('Replacement');
      expect(out).not.toContain('Design:');
    }
    const text = readFileSync(join(cwd, 'templates/Orders.template.json'), 'utf8');
    writeFileSync(join(cwd, 'Orders.yaml'), text);
    expect((await run(cwd, 'diff', 'templates', 'Orders.yaml')).out).toContain('Nothing differs.');
  });
});

const outside = folderlessFiles();
function folderlessFiles(): Readonly<Record<string, string>> {
  return { 'a.yaml': designs['a.yaml'], 'note.txt': 'hello', 'broken.yaml': 'Resources:\n  A: [\n' };
}

test.each([
  ['a text', 'note.txt', /note\.txt:1:1: error: "note\.txt" is no design/],
  ['a broken template', 'broken.yaml', /error: This CloudFormation template cannot be read/],
  ['a folder without an export', 'empty', /error: No export wrote into the folder "empty"/],
  ['a file that is not there', 'gone.yaml', /Cannot read "gone\.yaml"/],
  ['a folder with a manifest that says nothing', 'odd', /error: No export wrote into the folder "odd"/],
  ['a link out of the folder', 'linked', /error: "linked\/\.servicefull\/design\.yaml" is a link/],
  ['links among templates', 'links', /error: "links\/A\.template\.json" is a link/],
  ['a design that is no design', 'project', /project\/\.servicefull\/design\.yaml.*error/],
])('%s is told, and nothing else happens', async (_, input, expected) => {
  const cwd = folderWith({
    ...outside,
    'empty/README.md': 'mine',
    'odd/servicefull.json': '{"generated": 5}',
    'linked/servicefull.json': '{}',
    'links/README.md': '',
    'secret/design.yaml': designs['a.yaml'],
    'project/servicefull.json': '{}',
    'project/.servicefull/design.yaml': 'format: servicefull-design\nversion: 1\nnodes: 5\n',
  });
  symlinkSync(join(cwd, 'secret'), join(cwd, 'linked/.servicefull'));
  symlinkSync(join(cwd, 'a.yaml'), join(cwd, 'links/A.template.json'));
  const { code, out, err } = await run(cwd, 'diff', 'a.yaml', input);
  expect(code).toBeGreaterThan(0);
  expect(out).toBe('');
  expect(err).toMatch(expected);
});
