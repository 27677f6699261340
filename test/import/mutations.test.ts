import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dump } from 'js-yaml';
import '../../src/catalog/further.js';
import { importSystem } from '../../src/importers/import-system.js';
import { openedFiles } from '../../src/importers/opened-files.js';
import { readSystem } from '../../src/importers/read-system.js';
import type { OpenedFiles } from '../../src/importers/source.js';
import type { Json } from '../../src/model/design.js';
import { scaled } from '../helpers/scale.js';

/** A template with something of every kind that a reader follows. */
const whole = {
  Transform: 'AWS::Serverless-2016-10-31',
  Parameters: { Stage: { Type: 'String', Default: 'prod' }, Names: { Type: 'CommaDelimitedList', Default: 'a,b' } },
  Mappings: { Sizes: { prod: { memory: 512 } } },
  Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, Both: { 'Fn::And': [{ Condition: 'IsProd' }] } },
  Globals: { Function: { Timeout: 5, Environment: { Variables: { TABLE: { Ref: 'Table' } } } } },
  Resources: {
    Worker: {
      Type: 'AWS::Serverless::Function',
      Condition: 'IsProd',
      Properties: {
        CodeUri: 'src/',
        Handler: 'index.handler',
        Events: {
          Get: { Type: 'Api', Properties: { Path: '/a', Method: 'get' } },
          Poll: { Type: 'SQS', Properties: { Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] }, BatchSize: 5 } },
          Rule: { Type: 'EventBridgeRule', Properties: { Pattern: { source: ['x'] } } },
        },
        Policies: [{ DynamoDBCrudPolicy: { TableName: { Ref: 'Table' } } }],
      },
    },
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: { 'Fn::Sub': '${Stage}-orders' } } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: { Ref: 'Queue' } } } },
    Flow: {
      Type: 'AWS::Serverless::StateMachine',
      Properties: {
        Definition: { StartAt: 'A', States: { A: { Type: 'Task', Resource: '${F}', End: true } } },
        DefinitionSubstitutions: { F: { 'Fn::GetAtt': ['Worker', 'Arn'] } },
      },
    },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: { source: ['orders'] },
        Targets: [{ Id: 'a', Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] } }],
      },
    },
    Pipe: {
      Type: 'AWS::Pipes::Pipe',
      Properties: { Source: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Target: { Ref: 'Flow' }, SourceParameters: {} },
    },
    'Fn::ForEach::T': ['N', { Ref: 'Names' }, { 'Topic${N}': { Type: 'AWS::SNS::Topic' } }],
    Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'nested.yaml', Parameters: { P: 1 } } },
  },
  Outputs: { Out: { Value: { Ref: 'Queue' }, Export: { Name: 'queue' } } },
} as const;

const nested = dump({
  Parameters: { P: { Type: 'String' } },
  Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'P' } } } },
});

const opened = (text: string, asked?: Set<string>): OpenedFiles => {
  const files = openedFiles([
    { path: 'template.yaml', text },
    { path: 'nested.yaml', text: nested },
  ]);
  return asked === undefined
    ? files
    : {
        paths: files.paths,
        text: (path) => {
          asked.add(path);
          return files.text(path);
        },
      };
};

/** Reads and understands; every resource that was read has one row. */
function importText(text: string): void {
  const system = readSystem(opened(text), ['template.yaml']);
  const { report } = importSystem(system);
  for (const template of system.templates) {
    const input = report.inputs.find(({ file }) => file === template.file);
    const rows = [...(input?.resources ?? []), ...(input?.implicit ?? [])].map(({ logicalId }) => logicalId);
    expect(rows.toSorted()).toEqual([...template.resources.keys()].sort());
  }
  if (system.templates.length === 0) expect(system.problems).not.toEqual([]);
}

/** Every path in a value. */
function pathsOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Object.entries<Json>(value);
  const key = (name: string): string | number => (Array.isArray(value) ? Number(name) : name);
  return [path, ...entries.flatMap(([name, one]) => pathsOf(one, [...path, key(name)]))];
}

const wholeJson: Json = whole;
const paths = pathsOf(wholeJson);

function replacedAt(value: Json, path: readonly (string | number)[], by: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value))
    return (value as readonly Json[]).map((one, index) => (index === key ? replacedAt(one, rest, by) : one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, Json]) => [name, name === key ? replacedAt(one, rest, by) : one]),
  );
}

const wrong = fc.oneof(
  fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)) as Json),
  fc.constantFrom<Json>(
    null,
    '',
    [],
    {},
    { Ref: 'Queue' },
    { Ref: 'Missing' },
    { Ref: 'AWS::NoValue' },
    { 'Fn::GetAtt': [] },
    { 'Fn::Sub': '${}${Queue.}${Nested.Outputs.X}' },
    { 'Fn::If': ['Both', 1] },
    { 'Fn::Join': [1, { Ref: 'Names' }] },
    { 'Fn::Select': [-1, { 'Fn::Split': ['', ''] }] },
    { 'Fn::ImportValue': 'queue' },
    { constructor: 1, toString: { Type: 'A::B::C' } },
    'arn:aws:sqs:::',
    'arn:',
  ),
);

it('a value of any kind in any place leaves each resource its one row', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), wrong), { minLength: 1, maxLength: 3 }), (changes) => {
      const value = changes.reduce<Json>((at, [path, by]) => replacedAt(at, path, by), wholeJson);
      importText(JSON.stringify(value));
    }),
    { numRuns: scaled(90) },
  );
});

it('a text that was cut, doubled or stirred is read or refused with a problem', () => {
  const text = dump(whole);
  fc.assert(
    fc.property(
      fc.nat(text.length),
      fc.nat(text.length),
      fc.constantFrom('', '\t', '&a [*a]', '<<: *a\n', '{', ']', '"', '- ', ': ', '!Sub ', '? ', '\u0000', '|\n'),
      (at, end, put) => {
        importText(text.slice(0, at) + put);
        importText(text.slice(0, at) + put + text.slice(Math.max(at, end)));
      },
    ),
    { numRuns: scaled(30) },
  );
});

const bomb = (levels: number): string =>
  ['Resources:', '  A:', '    Type: X', '    Properties:', '      l0: &l0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]']
    .concat(
      Array.from({ length: levels }, (_, n) => {
        const alias = `*l${String(n)}`;
        return `      l${String(n + 1)}: &l${String(n + 1)} [${Array.from({ length: 10 }, () => alias).join(', ')}]`;
      }),
    )
    .join('\n');

it.each([
  ['an alias that holds itself', 'Resources: { A: &a { Type: X, Properties: { p: *a } } }', 'too-deep'],
  ['aliases that grow', bomb(9), 'too-many-values'],
  ['lists in lists', `Resources: { A: { Type: X, Properties: { p: ${'['.repeat(5_000)}`, 'too-deep'],
  [
    'JSON of many levels',
    `{"Resources":{"A":{"Type":"X","Properties":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_002)}}`,
    'too-deep',
  ],
  ['50 MB', `Resources:\n  A: { Type: X }\n#${'x'.repeat(50 * 1024 * 1024)}`, 'template-too-large'],
])('%s is a problem', (_what, text, code) => {
  const { problems, templates } = readSystem(opened(text), ['template.yaml']);
  expect(templates).toEqual([]);
  expect(problems.map(({ problem }) => problem.code)).toEqual([code]);
});

it('files outside of what was opened are never asked for', () => {
  const asked = new Set<string>();
  const outside = [
    '../secret.yaml',
    '/etc/passwd',
    'file:///etc/passwd',
    '..\\..\\x.json',
    'a/../../x.yaml',
    '~/x.json',
  ];
  const resources = Object.fromEntries(
    outside.flatMap((path, n): [string, Json][] => [
      [`Function${String(n)}`, { Type: 'AWS::Serverless::Function', Properties: { CodeUri: path, Handler: 'a.b' } }],
      [`Flow${String(n)}`, { Type: 'AWS::Serverless::StateMachine', Properties: { DefinitionUri: path } }],
      [`Api${String(n)}`, { Type: 'AWS::Serverless::Api', Properties: { DefinitionUri: path } }],
      [`Stack${String(n)}`, { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: path } }],
      [
        `Body${String(n)}`,
        {
          Type: 'AWS::Serverless::Api',
          Properties: { DefinitionBody: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: path } } } },
        },
      ],
    ]),
  );
  const system = readSystem(opened(JSON.stringify({ Resources: resources }), asked), ['template.yaml']);
  const { design } = importSystem(system);
  expect([...asked]).toEqual(['template.yaml']);
  expect(Object.values(design.nodes).filter(({ code }) => code?.path.includes('..') === true)).toEqual([]);
});
