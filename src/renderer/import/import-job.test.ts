import { expect, test } from 'vitest';
import '../../catalog/further.js';
import type { SourceFiles } from '../../host/source-files.js';
import { problemTexts } from '../../model/problems.js';
import { engine } from './engine.js';
import { countOf, foundGroups } from './found-rows.js';
import { importFound } from './import-job.js';
import type { Found, Phase } from './import-protocol.js';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/worker
      Handler: app.handler
      Runtime: nodejs24.x
      Events:
        Next:
          Type: SQS
          Properties: { Queue: !GetAtt Orders.Arn }
  WorkerLogs:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: !Sub '/aws/lambda/\${Worker}' }
`;

const folder = (texts: Readonly<Record<string, string>>): SourceFiles => ({
  name: 'shop',
  isFolder: true,
  files: Object.entries(texts).map(([path, text]) => ({ path, text })),
  isCut: false,
});

const found = (sources: SourceFiles, tell: (phase: Phase) => void = () => undefined): Promise<Found> =>
  importFound({ sources, open: undefined }, engine, tell);

test('a folder becomes a design that is laid out, phase by phase', async () => {
  const told: Phase[] = [];
  const { design, templates } = await found(folder({ 'template.yaml': template }), (phase) => told.push(phase));
  expect(told).toEqual(['reading', 'understanding', 'arranging']);
  expect(templates).toBe(1);
  expect(design.settings.name).toBe('shop');
  expect(Object.keys(design.layout.nodes).sort()).toEqual(Object.keys(design.nodes).sort());
  expect(design.nodes).toHaveProperty('Orders');
});

test('a connection says what it was inferred from, and where', async () => {
  const { connections } = await found(folder({ 'template.yaml': template }));
  const mapping = connections.find(({ from, to }) => from === 'Orders' && to === 'Worker');
  expect(mapping).toMatchObject({ confidence: 'certain', place: { file: 'template.yaml' } });
  expect(template.split('\n')[(mapping?.place?.line ?? 0) - 1]).toContain('Next');
});

test('each list has as many rows as its tab says, whatever the language', async () => {
  const all = await found(folder({ 'template.yaml': template, 'broken.yaml': 'Resources:\n  A: [' }));
  for (const language of ['en', 'ja'] as const)
    for (const list of ['nodes', 'connections', 'folded', 'troubles'] as const) {
      const rows = foundGroups(all, list, '', language).flatMap(({ items }) => items);
      expect(rows, list).toHaveLength(countOf(all, list));
    }
  expect(countOf(all, 'folded')).toBe(1);
});

test('the filter keeps what has the words in it', async () => {
  const all = await found(folder({ 'template.yaml': template }));
  const rows = foundGroups(all, 'nodes', 'worker', 'en').flatMap(({ items }) => items);
  expect(rows.map(({ key }) => key)).toEqual(['Worker']);
  expect(foundGroups(all, 'nodes', 'nothing like it', 'en')).toEqual([]);
});

test('what cannot be read is told with its place, and the rest is imported', async () => {
  const all = await found(folder({ 'template.yaml': template, 'broken.yaml': 'Resources:\n  A: [' }));
  expect(all.design.nodes).toHaveProperty('Worker');
  const [trouble] = all.troubles;
  expect(trouble?.place).toMatchObject({ file: 'broken.yaml' });
  expect(trouble?.problem && problemTexts[trouble.problem.code].severity).toBe('error');
});

test('a file that is too large is told by its name', async () => {
  const sources = {
    ...folder({ 'template.yaml': template }),
    files: [{ path: 'a.yaml', unread: 'too-large' as const }],
  };
  const { troubles } = await found(sources);
  expect(troubles.map(({ problem }) => problem?.facts)).toContainEqual(expect.objectContaining({ file: 'a.yaml' }));
});

test('hostile names and texts give a design or a problem, never an exception', async () => {
  const hostile = {
    '__proto__.yaml': 'Resources: { __proto__: { Type: AWS::SQS::Queue }, constructor: { Type: AWS::SNS::Topic } }',
    'a.yaml': 'Resources: { A: &a { Type: *a } }',
    'b.json': '{"Resources":{"B":{"Type":5,"Properties":[1]}}}',
    'c.yaml': `Resources:\n${'  '.repeat(3)}- `.repeat(50),
  };
  const all = await found(folder(hostile));
  expect(Object.getPrototypeOf(all.design.nodes)).toBe(Object.prototype);
});
