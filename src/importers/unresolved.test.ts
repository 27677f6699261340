import { expect, test } from 'vitest';
import { importSystem } from './import-system.js';
import { readSystem } from './read-system.js';

const unresolved = (text: string) =>
  importSystem(
    readSystem({ text: (path) => (path === 'a.yaml' ? text : undefined), paths: new Set(['a.yaml']) }, ['a.yaml']),
  ).report.inputs.flatMap((input) => input.unresolved);

test('tells of names that nothing in the template has', () => {
  expect(
    unresolved(`
Parameters: { Stage: { Type: String } }
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties: { QueueName: !Sub '\${Stage}-\${Missing}-\${AWS::Region}' }
Outputs:
  Key: { Value: !GetAtt Oders.Arn }
`),
  ).toEqual([
    { from: 'Resources.Orders.Properties.QueueName', value: 'Missing', line: 6 },
    { from: 'Outputs.Key.Value', value: 'Oders', line: 8 },
  ]);
});

test('knows what SAM makes, what a Sub brings with it, and conditions', () => {
  expect(
    unresolved(`
Transform: AWS::Serverless-2016-10-31
Conditions: { IsProd: !Equals [!Ref AWS::Region, us-east-1] }
Resources:
  Save:
    Type: AWS::Serverless::Function
    Properties:
      Description: !Sub ['\${Name}', { Name: orders }]
      MemorySize: !If [IsProd, 512, 128]
Outputs:
  Role: { Value: !GetAtt SaveRole.Arn }
  Api: { Value: !Sub 'https://\${ServerlessRestApi}.example' }
`),
  ).toEqual([]);
});
