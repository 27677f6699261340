import { afterAll, expect, test } from 'vitest';
import '../../src/catalog/further.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import { importSystem } from '../../src/importers/import-system.js';
import { openedFiles } from '../../src/importers/opened-files.js';
import { readSystem } from '../../src/importers/read-system.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { nodeId, type Design } from '../../src/model/design.js';
import { addConnection, removeNodes } from '../../src/model/graph.js';
import { nodeFields } from '../../src/system/node-fields.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { exportDesign } from '../export/project.js';

const synthesiser = createSynthesiser();
afterAll(() => {
  synthesiser.dispose();
});

const imported = (resources: object, more: object = {}): Design => {
  const text = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: resources, ...more });
  return importSystem(readSystem(openedFiles([{ path: 'shop.json', text }]), ['shop.json'])).design;
};

const withWorker = (design: Design): Design => ({
  ...design,
  nodes: {
    ...design.nodes,
    [nodeId('worker')]: { service: 'lambda-function', label: 'Worker', origin: 'created', props: {} },
  },
});

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;
  readonly Outputs?: object;
}

async function templatesOf(design: Design): Promise<readonly Template[]> {
  const result = await synthesiser.synthesise(exportDesign(design));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return Object.values(result.templates) as Template[];
}

const orders = { Orders: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 120 } } };

test('what is drawn beside an imported resource refers to it, in its stack', async () => {
  const design = addConnection(withWorker(imported(orders)), {
    kind: 'event-source-mapping',
    from: nodeId('Orders'),
    to: nodeId('worker'),
    props: {},
  }).design;
  const [template, other] = await templatesOf(design);
  expect(other).toBeUndefined();
  const all = Object.values(template?.Resources ?? {});
  expect(template?.Resources['Orders']).toEqual(orders.Orders);
  expect(all.find(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping')?.Properties).toMatchObject({
    EventSourceArn: { 'Fn::GetAtt': ['Orders', 'Arn'] },
  });
});

test('an imported function cannot be given more to do, and the export says so', () => {
  const design = imported({ Act: { Type: 'AWS::Serverless::Function', Properties: {} }, ...orders });
  const drawn = addConnection(design, { kind: 'uses', from: nodeId('Act'), to: nodeId('Orders'), props: {} }).design;
  const { problems } = generateProject(resolveSystem(drawn), { language: 'en' });
  expect(problems.map(({ code }) => code)).toContain('adopted-acts');
});

test('a deleted resource goes, with what only served it', async () => {
  const design = imported(
    {
      ...orders,
      Kept: { Type: 'AWS::SNS::Topic' },
      Policy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: { Queues: [{ Ref: 'Orders' }], PolicyDocument: { Statement: [] } },
      },
    },
    { Outputs: { Queue: { Value: { Ref: 'Orders' } }, Topic: { Value: { Ref: 'Kept' } } } },
  );
  const [template] = await templatesOf(removeNodes(design, new Set(['Orders']), nodeFields));
  expect(Object.keys(template?.Resources ?? {})).toEqual(['Kept']);
  expect(Object.keys(template?.Outputs ?? {})).toEqual(['Topic']);
});
