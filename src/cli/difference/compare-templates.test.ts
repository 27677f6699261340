import { expect, test } from 'vitest';
import { isRisky, risksOf } from '../../codegen/difference/template-difference.js';
import { compareTemplates } from './compare-templates.js';

type Resources = Readonly<Record<string, object>>;
const between = (before: Resources, after: Resources) =>
  compareTemplates({ Orders: { Resources: before } }, { Orders: { Resources: after } });

const table = (key: string, more: object = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
  },
  ...more,
});
const retained = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

test('what is changed in place is told by property, and is no risk', async () => {
  const queue = (seconds: number) => ({
    Type: 'AWS::SQS::Queue',
    Properties: { MessageRetentionPeriod: seconds, RedrivePolicy: { maxReceiveCount: 3 } },
  });
  const { resources, ...rest } = await between({ Queue: queue(345_600) }, { Queue: queue(1_209_600) });
  expect(resources).toEqual([
    {
      stack: 'Orders',
      logicalId: 'Queue',
      type: 'AWS::SQS::Queue',
      impact: 'update',
      holdsData: true,
      retained: false,
      properties: [{ path: 'MessageRetentionPeriod', before: '345600', after: '1209600', replaces: 'never' }],
      more: 0,
    },
  ]);
  expect(risksOf({ resources, ...rest })).toEqual([]);
});

test('a new key of a table replaces it; what becomes of the old one is said', async () => {
  for (const [more, isRetained] of [
    [{}, false],
    [retained, true],
  ] as const) {
    const difference = await between({ Table: table('id', more) }, { Table: table('other', more) });
    expect(difference.resources).toMatchObject([{ impact: 'replace', holdsData: true, retained: isRetained }]);
    expect(risksOf(difference)).toHaveLength(1);
  }
});

test('what is replaced only because something else is needs no decision of its own', async () => {
  const mapping = {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, FunctionName: 'f' },
  };
  const difference = await between(
    { Table: table('id'), Mapping: mapping },
    { Table: table('other'), Mapping: mapping },
  );
  expect(difference.resources.find(({ logicalId }) => logicalId === 'Mapping')).toMatchObject({
    impact: 'replace',
    because: 'Table',
  });
  expect(risksOf(difference).map(({ key }) => key)).toEqual(['resource Orders Table']);
});

test('data that is deleted is a risk; what is retained, or holds nothing, is none', async () => {
  const { resources } = await between(
    { Lost: table('id'), Kept: table('id', retained), Topic: { Type: 'AWS::SNS::Topic' } },
    {},
  );
  expect(resources.map((one) => [one.logicalId, one.impact, isRisky(one)])).toEqual([
    ['Lost', 'delete', true],
    ['Kept', 'retain', false],
    ['Topic', 'delete', false],
  ]);
});

test('a deployment under a new name is an update', async () => {
  const deployment = { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: 'a' } };
  const { resources } = await between({ DeploymentA: deployment }, { DeploymentB: deployment });
  expect(resources).toMatchObject([{ logicalId: 'DeploymentB', impact: 'update' }]);
});

test('what goes here and comes there is a move', async () => {
  const topic = { Type: 'AWS::SNS::Topic' };
  const difference = await compareTemplates(
    { A: { Resources: { Table: table('id', retained), Topic: topic } }, B: { Resources: {} } },
    { A: { Resources: { Topic: topic } }, B: { Resources: { Table: table('id', retained) } } },
  );
  expect(difference.resources).toMatchObject([{ stack: 'B', logicalId: 'Table', impact: 'move', retained: true }]);
  expect(risksOf(difference)).toHaveLength(1);
});

test('a stack that is gone is one decision, whatever was in it', async () => {
  const difference = await compareTemplates({ Old: { Resources: { Table: table('id') } } }, { New: { Resources: {} } });
  expect(difference).toMatchObject({ resources: [], goneStacks: ['Old'] });
  expect(risksOf(difference)).toHaveLength(1);
});

test('the names of assets are no difference', async () => {
  const code = (name: string) => ({
    Type: 'AWS::Lambda::Function',
    Properties: { Code: { S3Key: `${name.repeat(64)}.zip` } },
  });
  expect(await between({ Put: code('a') }, { Put: code('b') })).toMatchObject({ resources: [], permissions: [] });
});

test('whatever a template holds, nothing throws', async () => {
  const odd: readonly Readonly<Record<string, unknown>>[] = [
    {},
    { A: null },
    { A: { Resources: [] } },
    { A: { Resources: { B: null, C: { Type: 5 }, D: { Type: 'x', Properties: 5, DependsOn: [5] } } } },
    { A: { Resources: { D: { Type: 'y', Properties: [], DependsOn: {} }, __proto__x: { Type: 'Custom::X' } } } },
    {
      A: JSON.parse('{"Resources":{"__proto__":{"Type":"AWS::SNS::Topic"},"constructor":{"Type":"AWS::SQS::Queue"}}}'),
    },
  ];
  for (const before of odd) for (const after of odd) expect(await compareTemplates(before, after)).toBeDefined();
});
