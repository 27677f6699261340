import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { design } from '../../test/helpers/design-text.js';
import { tempFolder } from '../../test/helpers/temp-folder.js';
import { serialiseDesign } from '../model/serialise.js';
import { sarifSchema } from '../../test/helpers/sarif-schema.js';
import { runCli } from './run.js';

async function run(cwd: string, ...argv: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(['advise', ...argv], {
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

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const transport = serialiseDesign(
  design('rest-api Api -> lambda-function Put(work: transport, mapping: none) -> sqs-queue Orders'),
);
const circle = serialiseDesign(design('sqs-queue Jobs -> lambda-function Work(work: mixed) -> sqs-queue Jobs'));

const json = z.object({
  findings: z.array(z.object({ file: z.string(), line: z.number(), rule: z.string(), severity: z.string() })),
});
const findingsOf = (out: string) => json.parse(JSON.parse(out)).findings;

test('a folder is advised on design by design, in the order of their paths', async () => {
  const cwd = folderWith({ 'all/b.yaml': transport, 'all/in/a.yaml': circle, 'all/other.yaml': 'a: 1\n' });
  const { code, out } = await run(cwd, 'all', '--format', 'json');
  expect(code).toBe(0);
  expect(findingsOf(out).map(({ file, rule }) => [file, rule])).toEqual([
    [join('all', 'b.yaml'), 'api-gateway-direct-integration'],
    [join('all', 'in', 'a.yaml'), 'function-calls-itself'],
  ]);
});

test('a folder without a design is wrong use', async () => {
  const cwd = folderWith({ 'none/readme.yaml': 'a: 1\n' });
  expect((await run(cwd, 'none')).code).toBe(2);
});

test('SARIF names file and line, and keeps to its schema', async () => {
  const cwd = folderWith({ 'my designs/b.yaml': transport, 'a.yaml': circle });
  const { out } = await run(cwd, 'my designs', 'a.yaml', '--format', 'sarif');
  const log = sarifSchema.parse(JSON.parse(out));
  const [first] = log.runs[0]?.results ?? [];
  const place = first?.locations[0]?.physicalLocation;
  expect(place?.artifactLocation.uri).toBe('my%20designs/b.yaml');
  expect(transport.split('\n')[(place?.region.startLine ?? 0) - 1]).toBe('  put:');
  expect(log.runs[0]?.results.map(({ level }) => level)).toEqual(['note', 'warning']);
  for (const { ruleId, ruleIndex } of log.runs[0]?.results ?? [])
    expect(log.runs[0]?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

test('SARIF without findings is a run without results', async () => {
  const cwd = folderWith({ 'a.yaml': serialiseDesign(design('sqs-queue Jobs')) });
  const { out } = await run(cwd, 'a.yaml', '--format', 'sarif');
  expect(sarifSchema.parse(JSON.parse(out)).runs[0]?.results).toEqual([]);
});

test('what the baseline holds is neither shown nor counted, and what is new is', async () => {
  const cwd = folderWith({ 'a.yaml': circle });
  const base = ['a.yaml', '--baseline', 'known.json', '--fail-on', 'warning'];
  expect((await run(cwd, ...base)).code).toBe(2);
  expect((await run(cwd, 'a.yaml', '--fail-on', 'warning')).code).toBe(1);
  expect((await run(cwd, ...base, '--write-baseline')).code).toBe(0);
  const written = readFileSync(join(cwd, 'known.json'), 'utf8');
  expect(await run(cwd, ...base)).toMatchObject({ code: 0, out: expect.stringContaining('No findings') as string });
  writeFileSync(join(cwd, 'b.yaml'), circle);
  expect((await run(cwd, 'b.yaml', ...base)).code).toBe(1);
  await run(cwd, ...base, '--write-baseline');
  expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(written);
  writeFileSync(join(cwd, 'known.json'), '{');
  expect((await run(cwd, ...base)).code).toBe(2);
});

test('--write-baseline without a file is wrong use', async () => {
  expect((await run(folderWith({ 'a.yaml': circle }), 'a.yaml', '--write-baseline')).code).toBe(2);
});

test('the file for CI silences a rule, sets its severity and its thresholds; a wrong name is told', async () => {
  const cwd = folderWith({ 'a.yaml': circle });
  const set = (text: string): void => {
    writeFileSync(join(cwd, 'servicefull.config.yaml'), text);
  };
  set('rules:\n  function-calls-itself: { off: true }\n');
  expect(findingsOf((await run(cwd, 'a.yaml', '--format', 'json')).out)).toEqual([]);
  set('rules:\n  function-calls-itself: { severity: error }\n');
  expect((await run(cwd, 'a.yaml')).code).toBe(1);
  for (const wrong of [
    'rules:\n  no-such-rule: { off: true }\n',
    'rules:\n  function-calls-itself: { thresholds: { nothing: 1 } }\n',
    'rules:\n  function-calls-itself: { severity: loud }\n',
    'rule: {}\n',
    'rules: [\n',
  ]) {
    set(wrong);
    expect(await run(cwd, 'a.yaml'), wrong).toMatchObject({ code: 2, out: '' });
  }
});

test('a design sets severity, silence and thresholds for itself', async () => {
  const fan = design('lambda-function All -> lambda-function A; lambda-function All -> lambda-function B');
  const saying = (advice: NonNullable<(typeof fan)['settings']['advice']>): string =>
    serialiseDesign({ ...fan, settings: { ...fan.settings, advice } });
  const rulesOf = async (text: string) => {
    const { out } = await run(folderWith({ 'a.yaml': text }), 'a.yaml', '--format', 'json');
    return findingsOf(out).filter(({ rule }) => rule === 'function-fan-out');
  };
  expect(await rulesOf(saying({ 'function-fan-out': { severity: 'warning' } }))).toMatchObject([
    { severity: 'warning' },
  ]);
  expect(await rulesOf(saying({ 'function-fan-out': { off: true } }))).toEqual([]);
  expect(await rulesOf(saying({ 'function-fan-out': { thresholds: { functions: 3 } } }))).toEqual([]);
});

const template = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Put:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Environment:
        Variables:
          QUEUE: !Ref Jobs
      Policies:
        - SQSSendMessagePolicy:
            QueueName: !GetAtt Jobs.QueueName
      Events:
        Post:
          Type: Api
          Properties:
            Path: /jobs
            Method: post
`;
const handler = `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
const client = new SQSClient({});
export const handler = async (event) => {
  await client.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: event.body }));
  return { statusCode: 202 };
};
`;

test('a template is advised on with its code: the finding names the line of the resource and of the call', async () => {
  const cwd = folderWith({ 'app/template.yaml': template, 'app/src/app.mjs': handler });
  const { out } = await run(cwd, 'app', '--format', 'sarif');
  const log = sarifSchema.parse(JSON.parse(out));
  const found = log.runs[0]?.results.find(({ ruleId }) => ruleId === 'api-gateway-direct-integration');
  expect(found?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'app/template.yaml' },
    region: { startLine: 6, startColumn: 1 },
  });
  expect(found?.relatedLocations?.map(({ physicalLocation }) => physicalLocation)).toContainEqual({
    artifactLocation: { uri: 'app/src/app.mjs' },
    region: { startLine: 4, startColumn: 1 },
  });
});
