import { describe, expect, it } from 'vitest';
import type { Json } from '../model/design.js';
import { openedFiles } from './opened-files.js';
import { readSystem } from './read-system.js';
import { createReading } from './reading.js';
import type { Reading } from './recognise/define.js';
import type { SourceTemplate } from './source.js';

function read(files: Readonly<Record<string, string>>): {
  readonly reading: Reading;
  readonly template: (file: string) => SourceTemplate;
} {
  const opened = openedFiles(Object.entries(files).map(([path, text]) => ({ path, text })));
  const system = readSystem(opened, ['']);
  const template = (file: string): SourceTemplate => {
    const found = system.templates.find((one) => one.file === file);
    if (found === undefined) throw new Error(`${file} was not read: ${JSON.stringify(system.problems)}`);
    return found;
  };
  return { reading: createReading(system), template };
}

/** What a value leads to, in one line. */
function led(reading: Reading, template: SourceTemplate, value: Json, service?: string): string {
  const target = reading.target(template, value, service);
  if (target.kind === 'resource') return target.resource.logicalId;
  return target.kind === 'outside' ? `${target.by} ${target.service} ${target.value}` : target.kind;
}

const orders = `
Parameters:
  Stage: { Type: String, Default: prod }
  Owner: { Type: String }
  Subnets: { Type: CommaDelimitedList, Default: "a, b" }
Mappings:
  Sizes: { prod: { memory: 512 } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsOther: !Not [!Condition IsProd]
  IsOwned: !Equals [!Ref Owner, me]
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: { QueueName: !Sub "\${Stage}-orders" }
  Table:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: !Join ["-", [!Ref Owner, table]] }
  Bucket: { Type: AWS::S3::Bucket }
  Worker: { Type: AWS::Lambda::Function }
  Name:
    Type: AWS::SSM::Parameter
    Properties: { Name: !Sub "/\${Stage}/bucket", Value: !Ref Bucket }
Outputs:
  Queue: { Value: !GetAtt Queue.Arn, Export: { Name: orders-queue } }
`;

describe('a value of a template', () => {
  it('is worked out with the defaults of parameters, mappings and conditions', () => {
    const { reading, template } = read({ 'orders.yaml': orders });
    const value = (one: Json): Json => reading.evaluate(template('orders.yaml'), one);
    expect(value({ Ref: 'Stage' })).toBe('prod');
    expect(value({ Ref: 'Subnets' })).toEqual(['a', 'b']);
    expect(value({ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] })).toBe(512);
    expect(value({ 'Fn::If': ['IsProd', { 'Fn::Sub': '${Stage}-x' }, 'no'] })).toBe('prod-x');
    expect(value({ 'Fn::If': ['IsOther', 1, { Ref: 'AWS::NoValue' }] })).toEqual({ Ref: 'AWS::NoValue' });
    expect(value({ keep: 1, drop: { 'Fn::If': ['IsOther', 1, { Ref: 'AWS::NoValue' }] } })).toEqual({ keep: 1 });
    expect(value({ 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] })).toBe('b');
    expect(value({ 'Fn::Select': [1, { Ref: 'Subnets' }] })).toBe('b');
  });

  it('stays a function where only a deployment knows it', () => {
    const { reading, template } = read({ 'orders.yaml': orders });
    for (const value of [
      { Ref: 'AWS::Region' },
      { Ref: 'Owner' },
      { Ref: 'Queue' },
      { 'Fn::GetAtt': ['Queue', 'Arn'] },
      { 'Fn::If': ['IsOwned', 1, 2] },
      { 'Fn::Sub': 'arn:${AWS::Partition}:x' },
      { 'Fn::ImportValue': 'elsewhere' },
    ])
      expect(reading.evaluate(template('orders.yaml'), value)).toEqual(value);
  });
});

describe('a target', () => {
  it('is a resource by its reference, its name, its ARN and its address', () => {
    const { reading, template } = read({ 'orders.yaml': orders });
    const to = (value: Json, service?: string): string => led(reading, template('orders.yaml'), value, service);
    expect(to({ Ref: 'Queue' })).toBe('Queue');
    expect(to({ 'Fn::GetAtt': 'Queue.Arn' })).toBe('Queue');
    expect(to({ 'Fn::Sub': '${Bucket.Arn}/*' })).toBe('Bucket');
    expect(to({ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Bucket}/*' })).toBe('Bucket');
    expect(to({ 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Worker}:live' })).toBe('Worker');
    expect(
      to({
        'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Worker.Arn}/invocations',
      }),
    ).toBe('Worker');
    expect(to('prod-orders', 'sqs-queue')).toBe('Queue');
    expect(to({ 'Fn::Sub': 'arn:aws:sqs:us-east-1:123456789012:${Stage}-orders' })).toBe('Queue');
    expect(to({ 'Fn::Sub': 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/prod-orders' })).toBe('Queue');
    expect(to({ 'Fn::Sub': '${Owner}-table' }, 'dynamodb-table')).toBe('Table');
    expect(to('{{resolve:ssm:/prod/bucket:1}}', 's3-bucket')).toBe('Bucket');
    expect(to({ 'Fn::If': ['IsOwned', { Ref: 'Queue' }, 'other'] })).toBe('Queue');
  });

  it('is outside where an ARN or a name of a known service leads to nothing that was opened', () => {
    const { reading, template } = read({ 'orders.yaml': orders });
    const to = (value: Json, service?: string): string => led(reading, template('orders.yaml'), value, service);
    expect(to('arn:aws:sqs:us-east-1:123456789012:other')).toBe(
      'arn sqs-queue arn:aws:sqs:us-east-1:123456789012:other',
    );
    expect(to('default', 'event-bus')).toBe('name event-bus default');
    expect(to({ 'Fn::ImportValue': 'other-queue' }, 'sqs-queue')).toBe('export sqs-queue other-queue');
    expect(to('other')).toBe('unknown');
    expect(to({ 'Fn::Sub': '${Queue.QueueName}-copy' }, 'sqs-queue')).toBe('unknown');
  });

  it('lies in another template by import, stored name or composed name', () => {
    const { reading, template } = read({
      'orders.yaml': orders,
      'users.yaml': `
Parameters:
  BucketName: { Type: "AWS::SSM::Parameter::Value<String>", Default: /prod/bucket }
  Owner: { Type: String }
Resources:
  Topic: { Type: AWS::SNS::Topic }
`,
    });
    const to = (value: Json, service?: string): string => led(reading, template('users.yaml'), value, service);
    expect(to({ 'Fn::ImportValue': 'orders-queue' })).toBe('Queue');
    expect(to({ Ref: 'BucketName' })).toBe('Bucket');
    expect(to({ 'Fn::Sub': '${Owner}-table' }, 'dynamodb-table')).toBe('Table');
    expect(to({ 'Fn::Sub': 'arn:aws:dynamodb:*:*:table/${Owner}-table/index/*' })).toBe('Table');
  });

  it('is followed through nested stacks in both directions', () => {
    const { reading, template } = read({
      'main.yaml': `
Resources:
  Data:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./data/data.yaml }
  Work:
    Type: AWS::Serverless::Application
    Properties: { Location: work.yaml, Parameters: { Table: !GetAtt Data.Outputs.Table } }
`,
      'data/data.yaml': `
Resources:
  Table: { Type: AWS::DynamoDB::Table }
Outputs:
  Table: { Value: !Ref Table }
`,
      'work.yaml': `
Parameters: { Table: { Type: String } }
Resources:
  Worker: { Type: AWS::Lambda::Function }
`,
    });
    expect(led(reading, template('work.yaml'), { Ref: 'Table' })).toBe('Table');
    expect(template('data/data.yaml').name).toBe('Data');
    expect(reading.evaluate(template('work.yaml'), { Ref: 'Table' })).toEqual({ Ref: 'Table' });
  });
});

it('a value that leads to itself leads nowhere', () => {
  const { reading, template } = read({
    'a.yaml': `
Conditions: { A: !Condition B, B: !Condition A }
Resources:
  P: { Type: AWS::SSM::Parameter, Properties: { Name: p, Value: !ImportValue e } }
Outputs:
  E: { Value: "{{resolve:ssm:p}}", Export: { Name: e } }
  F: { Value: !ImportValue f, Export: { Name: f } }
`,
  });
  const value = (one: Json): Json => reading.evaluate(template('a.yaml'), one);
  expect(value({ 'Fn::If': ['A', 1, 2] })).toEqual({ 'Fn::If': ['A', 1, 2] });
  expect(value({ 'Fn::ImportValue': 'f' })).toEqual({ 'Fn::ImportValue': 'f' });
  expect(led(reading, template('a.yaml'), { 'Fn::ImportValue': 'e' })).toBe('unknown');
});
