import { describe, expect, it } from 'vitest';
import { openedFiles } from './opened-files.js';
import { readSystem } from './read-system.js';
import type { SourceSystem } from './source.js';

const read = (files: Readonly<Record<string, string>>, inputs: readonly string[] = ['']): SourceSystem =>
  readSystem(openedFiles(Object.entries(files).map(([path, text]) => ({ path, text }))), inputs);

const resource = (system: SourceSystem, id: string) =>
  system.templates.flatMap(({ resources }) => resources.get(id) ?? [])[0];

describe('a template of SAM', () => {
  it('has what Globals adds in the effective properties, and what was written in the others', () => {
    const system = read({
      'template.yaml': `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function: { Timeout: 5, Runtime: nodejs22.x, Environment: { Variables: { A: 1, B: 2 } }, Layers: [one] }
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties: { Timeout: 9, Environment: { Variables: { B: 3 } }, Layers: [two] }
`,
    });
    const worker = resource(system, 'Worker');
    expect(worker?.effective).toEqual({
      Timeout: 9,
      Runtime: 'nodejs22.x',
      Environment: { Variables: { A: 1, B: 3 } },
      Layers: ['one', 'two'],
    });
    expect(worker?.properties).not.toHaveProperty('Runtime');
  });

  it('has the API that events without one ask for', () => {
    const system = read({
      'template.yaml': `
Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties: { Events: { Get: { Type: HttpApi }, Own: { Type: Api, Properties: { RestApiId: !Ref Api } } } }
  Api: { Type: AWS::Serverless::Api }
`,
    });
    expect(resource(system, 'ServerlessHttpApi')?.implicit).toBe(true);
    expect(resource(system, 'ServerlessRestApi')).toBeUndefined();
  });
});

describe('a template in YAML', () => {
  it('is read with every form of a function, and with numbers that are names as text', () => {
    const system = read({
      'a.yaml': `
Resources:
  A:
    Type: X::Y::Z
    Properties:
      Attribute: !GetAtt B.Nested.Arn
      Long: { "Fn::GetAtt": [B, Arn] }
      Zones: !GetAZs ""
      Sub: !Sub ["\${x}", { x: !Ref B }]
      Account: 012345678901
      Version: 3.10
      Date: 2012-10-17
      Count: 3
`,
    });
    expect(resource(system, 'A')?.properties).toEqual({
      Attribute: { 'Fn::GetAtt': ['B', 'Nested.Arn'] },
      Long: { 'Fn::GetAtt': ['B', 'Arn'] },
      Zones: { 'Fn::GetAZs': '' },
      Sub: { 'Fn::Sub': ['${x}', { x: { Ref: 'B' } }] },
      Account: '012345678901',
      Version: '3.10',
      Date: '2012-10-17',
      Count: 3,
    });
  });

  it('is read where lines of a flow map begin too far left and keys are there twice, with the places of both', () => {
    const system = read({
      'a.yaml': 'Resources:\n  A:\n    Type: X::Y::Z\n    Properties: {\n  "Name": first,\n    "Name": second }\n',
    });
    expect(resource(system, 'A')?.properties).toEqual({ Name: 'second' });
    expect(system.problems.map(({ problem }) => [problem.code, problem.place?.line, problem.place?.column])).toEqual([
      ['template-duplicate-key', 6, 5],
    ]);
  });

  it('knows where a value stands, in the long form as in the short one', () => {
    const system = read({
      'a.yaml': 'Resources:\n  A:\n    Type: X\n    Properties:\n      B: !Sub\n        - x\n        - y: z\n',
    });
    const place = system.templates[0]?.place('Resources', 'A', 'Properties', 'B', 'Fn::Sub', 1, 'y');
    expect(place).toEqual({ file: 'a.yaml', line: 7, column: 11 });
    expect(system.templates[0]?.place('Resources', 'A', 'Missing', 'x')?.line).toBe(2);
  });

  it('that cannot be read is a problem at its place, and the others are read', () => {
    const system = read({ 'a.yaml': 'Resources:\n  A: [1,\n', 'b.yaml': 'Resources: { B: { Type: X } }' });
    expect(system.problems.map(({ file, problem }) => [file, problem.code])).toEqual([['a.yaml', 'template-syntax']]);
    expect(resource(system, 'B')?.type).toBe('X');
  });
});

describe('loops and includes', () => {
  it('are written out, with the place of the loop', () => {
    const system = read({
      'a.yaml': `
Transform: AWS::LanguageExtensions
Parameters: { Names: { Type: CommaDelimitedList, Default: "a-1,b" } }
Resources:
  Fn::ForEach::Topics:
    - Name
    - !Ref Names
    - Topic&{Name}:
        Type: AWS::SNS::Topic
        Properties: { TopicName: !Sub "\${Name}-x", DisplayName: !Ref Name }
`,
    });
    expect([...(system.templates[0]?.resources.keys() ?? [])]).toEqual(['Topica1', 'Topicb']);
    expect(resource(system, 'Topica1')?.properties).toEqual({ TopicName: { 'Fn::Sub': 'a-1-x' }, DisplayName: 'a-1' });
    expect(system.templates[0]?.place('Resources', 'Topicb', 'Type')?.line).toBe(9);
  });

  it('of a list that nobody knows are told and left', () => {
    const system = read({
      'a.yaml': 'Resources:\n  Fn::ForEach::T: [N, !Ref P, { "A${N}": { Type: X } }]\n  B: { Type: X }\n',
    });
    expect(system.problems.map(({ problem }) => problem.code)).toEqual(['template-loop']);
    expect(system.templates[0]?.rest).toHaveProperty('Resources');
  });

  it('bring in files of what was opened, and never others', () => {
    const files = {
      'app/template.yaml': `
Resources:
  Fn::Transform: { Name: AWS::Include, Parameters: { Location: ./more.yaml } }
  Api:
    Type: AWS::Serverless::Api
    Properties: { DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: ../api.yaml } } } }
  Out:
    Type: AWS::Serverless::Api
    Properties: { DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: ../../secret.yaml } } } }
`,
      'app/more.yaml': 'Queue: { Type: AWS::SQS::Queue }',
      'api.yaml': 'openapi: 3.0.0\npaths: {}\n',
      'secret.yaml': 'secret: 1',
    };
    const system = read(files);
    expect(resource(system, 'Queue')?.type).toBe('AWS::SQS::Queue');
    expect(resource(system, 'Api')?.effective['DefinitionBody']).toEqual({ openapi: '3.0.0', paths: {} });
    expect(resource(system, 'Out')?.effective).toBe(resource(system, 'Out')?.properties);
  });
});

describe('a folder', () => {
  it('is one system: nested templates are named after their stacks, definitions of none stand for themselves', () => {
    const system = read({
      'orders/template.yaml': `
Resources:
  Data: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: data.yaml } }
  Flow: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: flow.asl.json } }
`,
      'orders/data.yaml': 'Resources: { Table: { Type: AWS::DynamoDB::Table } }',
      'orders/flow.asl.json': '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
      'other.asl.json': '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
      'notes.json': '{ "States": 1 }',
    });
    expect(system.templates.map(({ file, name, parent }) => [file, name, parent?.logicalId])).toEqual([
      ['orders/template.yaml', 'orders', undefined],
      ['orders/data.yaml', 'Data', 'Data'],
    ]);
    expect(system.definitions.map(({ file }) => file)).toEqual(['other.asl.json']);
    expect(system.problems).toEqual([]);
  });

  it('of templates that bring in each other is read once', () => {
    const nested = (file: string): string =>
      `Resources: { N: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${file} } } }`;
    const system = read({ 'a.yaml': nested('b.yaml'), 'b.yaml': nested('a.yaml'), 'c.yaml': nested('c.yaml') });
    expect(system.templates.map(({ file }) => file)).toEqual(['c.yaml', 'a.yaml', 'b.yaml']);
  });
});

it('what cdk synth wrote is its stacks, named as they are deployed, with nested ones, construct paths and definitions', () => {
  const stack = (properties: object): object => ({ type: 'aws:cloudformation:stack', properties });
  const system = read({
    'cdk.out/manifest.json': JSON.stringify({
      version: '1',
      artifacts: {
        Orders: {
          ...stack({ templateFile: 'Orders.template.json', stackName: 'orders-prod' }),
          metadata: { '/Orders/Table/Resource': [{ type: 'aws:cdk:logicalId', data: 'Table1' }] },
        },
        'assembly-Test': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Test' } },
      },
    }),
    'cdk.out/assembly-Test/manifest.json': JSON.stringify({
      version: '1',
      artifacts: { Users: stack({ templateFile: 'Users.template.json' }) },
    }),
    'cdk.out/assembly-Test/Users.template.json': '{ "Resources": { "A": { "Type": "X" } } }',
    'cdk.out/Orders.assets.json': '{ "files": { "abc": { "source": { "path": "asset.abc.json" } } } }',
    'cdk.out/Orders.template.json': JSON.stringify({
      Resources: {
        Table1: { Type: 'AWS::DynamoDB::Table' },
        Flow: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionS3Location: { Key: 'abc.json' } } },
        Nested1: {
          Type: 'AWS::CloudFormation::Stack',
          Metadata: {
            'aws:cdk:path': 'Orders/Data.NestedStack/Data.NestedStackResource',
            'aws:asset:path': 'Nested.nested.template.json',
            'aws:asset:property': 'TemplateURL',
          },
        },
      },
    }),
    'cdk.out/Nested.nested.template.json': '{ "Resources": { "B": { "Type": "X" } } }',
    'cdk.out/asset.abc.json': '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    'cdk.out/asset.def/template.yaml': 'Resources: { Bundled: { Type: X } }',
  });
  expect(system.templates.map(({ name, parent }) => [name, parent?.logicalId])).toEqual([
    ['orders-prod', undefined],
    ['Data', 'Nested1'],
    ['Users', undefined],
  ]);
  expect(system.templates[0]?.constructPaths.get('Table1')).toBe('Table');
  expect(resource(system, 'Flow')?.effective['DefinitionUri']).toBe('asset.abc.json');
  expect(system.definitions).toEqual([]);
});

it('an OpenAPI document that no template names is an API by itself', () => {
  const system = read({
    'orders.yaml': `
openapi: 3.0.1
info: { title: Orders API }
paths:
  /orders:
    get:
      x-amazon-apigateway-integration: { type: aws_proxy, uri: "arn:x", payloadFormatVersion: "2.0" }
`,
    'petstore.yaml': 'openapi: 3.0.1\npaths: { /pets: { get: {} } }',
  });
  expect(system.templates.map(({ file }) => file)).toEqual(['orders.yaml']);
  expect(resource(system, 'OrdersAPI')?.type).toBe('AWS::ApiGatewayV2::Api');
  const place = system.templates[0]?.place('Resources', 'OrdersAPI', 'Properties', 'Body', 'paths', '/orders', 'get');
  expect(place?.line).toBe(6);
});
