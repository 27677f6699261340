import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { tempFolder } from '../../test/helpers/temp-folder.js';
import { runCli } from './run.js';

async function run(cwd: string, ...argv: string[]) {
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

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = tempFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const good = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }';
const bad =
  '{\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Pass",\n      "Next": "B"\n    }\n  }\n}\n';

/** The keys that programs rely on: all of them, and no other. */
const reportSchema = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      problems: z.array(
        z.strictObject({
          code: z.string(),
          severity: z.enum(['error', 'warning']),
          path: z.string(),
          line: z.number().int().min(1),
          message: z.string(),
        }),
      ),
    }),
  ),
});

test('asl validate tells the problems of many files in one run, whatever one of them is', async () => {
  const cwd = folderWith({
    'good.asl.json': good,
    'bad.asl.json': bad,
    'broken.json': '{ "StartAt": ',
    'bytes.json': new Uint8Array([0xff, 0xfe, 0]),
    'm.asl.yaml': 'StartAt: A\nStates:\n  A:\n    Type: Wait\n    Seconds: -1\n    End: true\n',
    'state.json': '{ "Type": "Task", "Resource": "arn:aws:states:::dynamodb:query", "Next": "Elsewhere" }',
    'put-in.json': '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": ${Seconds}, "End": true } } }',
  });
  mkdirSync(join(cwd, 'folder.json'));
  const names = [...readdirSync(cwd), 'none.json'];
  const { code, out } = await run(cwd, 'asl', 'validate', '--format', 'json', ...names);
  expect(code).toBe(1);
  const { files } = reportSchema.parse(JSON.parse(out));
  const told = Object.fromEntries(
    files.map(({ file, problems }) => [
      file,
      problems.map(({ code: one, path, line }) => `${one} ${path} ${String(line)}`),
    ]),
  );
  expect(told).toEqual({
    'good.asl.json': [],
    'bad.asl.json': ['no-terminal /States 3', 'target-missing /States/A/Next 6'],
    'broken.json': ['syntax  1'],
    'bytes.json': ['file-not-text  1'],
    'folder.json': ['file-not-readable  1'],
    'none.json': ['file-not-readable  1'],
    'm.asl.yaml': ['number-out-of-range /States/A/Seconds 5'],
    'state.json': ['integration-unknown /Resource 1'],
    'put-in.json': [],
  });
});

test('asl validate as text, for people and editors; warnings alone give exit code 0', async () => {
  const cwd = folderWith({
    'bad.asl.json': bad,
    'good.json': good,
    'doubtful.json': good.replace('"Pass"', '"Pass", "Parameters": { "a": "$.b" }'),
  });
  const { code, out } = await run(cwd, 'asl', 'validate', 'good.json', 'bad.asl.json');
  expect(code).toBe(1);
  expect(out).toContain('good.json: No problems found\n');
  expect(out).toContain('bad.asl.json:6: error: There is no state "B" at this level. Name a state of the same States');
  expect((await run(cwd, 'asl', 'validate', 'doubtful.json')).code).toBe(0);
  expect((await run(cwd, 'asl', 'validate', 'bad.asl.json', '--lang', 'ja')).out).toContain('error: この階層に');
});

test('asl validate knows the workflow type, the actions and their parameters', async () => {
  const task = (resource: string, parameters: object): string =>
    JSON.stringify({
      StartAt: 'A',
      States: { A: { Type: 'Task', Resource: resource, Parameters: parameters, End: true } },
    });
  const cwd = folderWith({
    'job.json': task('arn:aws:states:::ecs:runTask.sync', { TaskDefinition: 'a' }),
    'put.json': task('arn:aws:states:::aws-sdk:dynamodb:putItem', { TableNam: 'a', Item: {} }),
  });
  expect((await run(cwd, 'asl', 'validate', '--type', 'express', 'job.json')).out).toContain('.sync is available');
  expect((await run(cwd, 'asl', 'validate', 'job.json')).code).toBe(0);
  const { out } = await run(cwd, 'asl', 'validate', 'put.json');
  expect(out).toContain('has no parameter "TableNam"');
  expect(out).toContain('needs the parameter "TableName"');
});

test('asl format writes each file as a whole and keeps its mode; broken texts stay', async () => {
  const cwd = folderWith({
    'a.json': good,
    'b.yaml': '# why\nStartAt:   A\nStates: {A: {Type: Pass, End: true}}\n',
    'broken.json': '{ "a": ',
  });
  chmodSync(join(cwd, 'a.json'), 0o640);
  const { code, out, err } = await run(cwd, 'asl', 'format', 'a.json', 'b.yaml', 'broken.json', 'none.json');
  expect(code).toBe(1);
  expect(out).toBe('a.json: Formatted\nb.yaml: Formatted\n');
  expect(err).toMatch(/^broken\.json:1: error: Syntax error: .*\nnone\.json:1: error: /);
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
  expect(read('a.json')).toBe(`${JSON.stringify(JSON.parse(good), null, 2)}\n`);
  expect(statSync(join(cwd, 'a.json')).mode & 0o777).toBe(0o640);
  expect(read('b.yaml')).toBe('# why\nStartAt: A\nStates: { A: { Type: Pass, End: true } }\n');
  expect(read('broken.json')).toBe('{ "a": ');
  expect((await run(cwd, 'asl', 'format', 'a.json')).out).toBe('a.json: Formatted already\n');
  expect(readdirSync(cwd).sort()).toEqual(['a.json', 'b.yaml', 'broken.json']);
});

test('asl format --stdout prints one file and writes nothing', async () => {
  const cwd = folderWith({ 'a.json': good });
  expect((await run(cwd, 'asl', 'format', '--stdout', 'a.json')).out).toBe(
    `${JSON.stringify(JSON.parse(good), null, 2)}\n`,
  );
  expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toBe(good);
  expect((await run(cwd, 'asl', 'format', '--stdout', 'a.json', 'a.json')).code).toBe(2);
});

test('asl alone shows what it can do', async () => {
  const { code, err } = await run('.', 'asl');
  expect(code).toBe(2);
  expect(err).toContain('asl validate FILE…');
  expect(err).not.toContain('advise');
  expect((await run('.', 'asl', '--help')).code).toBe(0);
  expect((await run('.', 'asl', 'validate', '--help')).out).toContain('--type standard|express');
  expect((await run('.', 'asl', 'nothing')).err).toContain('Unknown command: asl nothing');
});
