import { expect, test } from 'vitest';
import { expectedConnections, plainTemplate } from './expected-connections.js';

const of = (text: string): readonly string[] =>
  expectedConnections(plainTemplate(text) ?? {}).map(({ what, from, to }) => `${what}: ${from ?? '?'} -> ${to ?? '?'}`);

test('finds what templates say of events, targets and integrations', () => {
  expect(
    of(`
Resources:
  Orders: { Type: AWS::SQS::Queue }
  Api: { Type: AWS::Serverless::Api }
  Save:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Queue: { Type: SQS, Properties: { Queue: !GetAtt Orders.Arn } }
        Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /, Method: get } }
        Put: { Type: Api, Properties: { Path: /, Method: put } }
  Live: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Save } }
  Rule:
    Type: AWS::Events::Rule
    Properties: { Targets: [{ Arn: !Ref Live }] }
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties: { Source: !GetAtt Orders.Arn, Target: !Sub '\${Flow.Arn}' }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionSubstitutions: { Name: !Ref Orders } }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      Integration: { Uri: !Sub 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Save.Arn}/invocations' }
`),
  ).toEqual([
    'event SQS: Orders -> Save',
    'event Api: Api -> Save',
    'event Api: ServerlessRestApi -> Save',
    'rule target: ? -> Save',
    'pipe source: Orders -> Pipe',
    'pipe target: Pipe -> Flow',
    'substitution: Flow -> Orders',
    'API integration: Api -> Save',
  ]);
});

test('asks for nothing that is not in the template', () => {
  expect(
    of('Resources: { Rule: { Type: AWS::Events::Rule, Properties: { Targets: [{ Arn: !Ref Elsewhere }] } } }'),
  ).toEqual([]);
  expect(plainTemplate('Resources: [')).toBeUndefined();
});
