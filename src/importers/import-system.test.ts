import { expect, test } from 'vitest';
import { importSystem } from './import-system.js';
import { openedFiles } from './opened-files.js';
import { readSystem } from './read-system.js';

const imported = (files: Readonly<Record<string, string>>) =>
  importSystem(
    readSystem(openedFiles(Object.entries(files).map(([path, text]) => ({ path, text }))), Object.keys(files)),
    { name: 'Test' },
  );

const connectionsOf = ({ design }: ReturnType<typeof imported>): string[] =>
  Object.values(design.connections).map(({ kind, from, to }) => `${from} ${kind} ${to}`);

const shop = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Bus: { Type: AWS::Events::EventBus, Properties: { Name: shop } }
  Table: { Type: AWS::Serverless::SimpleTable }
  Queue: { Type: AWS::SQS::Queue }
  Save:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Environment: { Variables: { TABLE: !Ref Table } }
      Policies: [{ DynamoDBWritePolicy: { TableName: !Ref Table } }]
      Events:
        Put: { Type: Api, Properties: { Path: /orders, Method: put } }
        Read: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn, BatchSize: 5 } }
  Live: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Save, Name: live, FunctionVersion: '1' } }
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref Bus
      EventPattern: { source: [shop], detail-type: [Ordered] }
      Targets: [{ Id: a, Arn: !Ref Live }, { Id: b, Arn: !GetAtt Queue.Arn }]
  MayCall: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Save } }
  Watch: { Type: AWS::CloudWatch::Alarm, Properties: { Dimensions: [{ Name: FunctionName, Value: !Ref Save }] } }
  Odd: { Type: AWS::Kendra::Index, Properties: { Name: odd } }
`;

test('events, rules and policies become connections, and each says where it was found', () => {
  const result = imported({ 'template.yaml': shop, 'src/app.ts': '' });
  expect(connectionsOf(result).sort()).toEqual([
    'Bus rule Queue',
    'Bus rule Save',
    'Queue event-source-mapping Save',
    'Save uses Table',
    'ServerlessRestApi api-proxy Save',
  ]);
  const put = Object.values(result.design.connections).find(({ kind }) => kind === 'api-proxy');
  expect(put?.props).toEqual({ method: 'PUT', path: '/orders' });
  expect(put?.adopted).toMatchObject({
    parts: [{ resource: 'Save', path: ['Events', 'Put'] }],
    evidence: { from: 'Events.Put', file: 'template.yaml', line: 16, confidence: 'certain' },
  });
  expect(Object.values(result.design.nodes).find(({ label }) => label === 'Save')?.code).toEqual({
    path: 'src/app.ts',
    handler: 'app.handler',
  });
});

test('each resource has one fate, and is kept in one place', () => {
  const { design, report } = imported({ 'template.yaml': shop });
  const [input] = report.inputs;
  expect(Object.fromEntries((input?.resources ?? []).map(({ logicalId, fate }) => [logicalId, fate]))).toEqual({
    Bus: 'node',
    Table: 'node',
    Queue: 'node',
    Save: 'node',
    Live: 'folded',
    Rule: 'folded',
    MayCall: 'folded',
    Watch: 'plumbing',
    Odd: 'node',
  });
  expect(input?.implicit).toMatchObject([{ logicalId: 'ServerlessRestApi', fate: 'node' }]);
  const kept = [...Object.values(design.nodes), ...Object.values(design.connections)].flatMap(({ adopted }) =>
    Object.keys(adopted?.resources ?? {}),
  );
  const plumbing = Object.keys((design.origins['template.yaml'] as { readonly plumbing?: object }).plumbing ?? {});
  expect([...new Set([...kept, ...plumbing])].sort()).toEqual(
    (input?.resources ?? []).map(({ logicalId }) => logicalId).sort(),
  );
});

test('templates are contexts, and the newcomer of two equal logical ids is prefixed', () => {
  const one = (publish: string) => `
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Told: { Type: AWS::SNS::Topic, Properties: { TopicName: ${publish} } }
  Sub: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref Told, Protocol: sqs, Endpoint: !GetAtt Queue.Arn } }
`;
  const { design } = imported({ 'orders/template.yaml': one('orders'), 'stock/template.yaml': one('stock') });
  expect(Object.values(design.contexts).map(({ label }) => label)).toEqual(['orders', 'stock']);
  expect(Object.keys(design.nodes).sort()).toEqual(['Queue', 'Told', 'stock-Queue', 'stock-Told']);
  expect(Object.values(design.connections).map(({ from, to }) => [from, to])).toEqual([
    ['Told', 'Queue'],
    ['stock-Told', 'stock-Queue'],
  ]);
});

test('what a template does not hold becomes an existing node, and hostile names harm nothing', () => {
  const { design } = imported({
    'template.yaml': `
Parameters: { StreamArn: { Type: String } }
Resources:
  constructor: { Type: AWS::SQS::Queue }
  Read: { Type: AWS::Lambda::Function, Properties: { CodeUri: ../../etc } }
  Map: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Read, EventSourceArn: !Ref StreamArn, StartingPosition: LATEST } }
`,
  });
  const existing = Object.values(design.nodes).filter(({ origin }) => origin === 'existing');
  expect(existing.map(({ service }) => service)).toEqual(['kinesis-stream']);
  expect(Object.entries(design.nodes).filter(([, { service }]) => service === 'sqs-queue')).toMatchObject([
    ['template-constructor', { label: 'constructor' }],
  ]);
  expect(Object.values(design.nodes).find(({ label }) => label === 'Read')?.code).toBeUndefined();
});
