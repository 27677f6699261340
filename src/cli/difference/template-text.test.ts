import { expect, test } from 'vitest';
import { readTemplate } from './template-text.js';

const read = (text: string) => readTemplate(text, 'a.yaml');

test('short forms of functions are the long ones', () => {
  expect(
    read(`Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub '\${AWS::StackName}-orders'
      Arn: !GetAtt Other.Arn
      Deep: !GetAtt Other.Outputs.Arn
      Ref: !Ref Other
      Joined: !Join ['-', [a, !Ref B]]
      If: !If [Prod, 1, !Ref AWS::NoValue]
`),
  ).toEqual({
    template: {
      Resources: {
        Queue: {
          Type: 'AWS::SQS::Queue',
          Properties: {
            QueueName: { 'Fn::Sub': '${AWS::StackName}-orders' },
            Arn: { 'Fn::GetAtt': ['Other', 'Arn'] },
            Deep: { 'Fn::GetAtt': ['Other', 'Outputs.Arn'] },
            Ref: { Ref: 'Other' },
            Joined: { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] },
            If: { 'Fn::If': ['Prod', 1, { Ref: 'AWS::NoValue' }] },
          },
        },
      },
    },
  });
});

test('JSON is read as it is', () => {
  expect(read('{"Resources":{"A":{"Type":"AWS::SNS::Topic"}}}')).toEqual({
    template: { Resources: { A: { Type: 'AWS::SNS::Topic' } } },
  });
});

test.each(['', 'Resources', 'no: template', '- Resources', 'Resources: []', 'Resources: 5', '{"Resources": null}'])(
  '%j is no template',
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

const nested = (depth: number): string => `Resources: { A: ${'['.repeat(depth)}${']'.repeat(depth)} }`;
const bomb = `Resources:\n  a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, n) => `  a${String(n + 1)}: &a${String(n + 1)} [*a${String(n)}, *a${String(n)}]\n`).join('')}`;

test.each([
  ['broken YAML', 'Resources:\n  A: [1\n'],
  ['what is nested deeper than any template', nested(200)],
  ['what is nested deeper than a parser goes', nested(100_000)],
  ['JSON that is nested deeper than any template', `{"Resources":{"A":${'['.repeat(200)}${']'.repeat(200)}}}`],
  ['aliases that grow without end', bomb],
  ['an alias of itself', 'Resources: &a\n  A: *a\n'],
  ['an alias of nothing', 'Resources:\n  A: *gone\n'],
])('%s is a problem', (_, text) => {
  expect(read(text)).toMatchObject({ problem: { input: 'template-syntax' } });
});
