import { describe, expect, test } from 'vitest';
import { fits, permissionDifferences } from './grants.js';

const role = { Type: 'AWS::IAM::Role', Properties: {} };
const policy = (statement: object) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [statement] } },
});
const table = { 'Fn::GetAtt': ['Orders', 'Arn'] };
const allow = (action: string | readonly string[], resource: unknown = table, more: object = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
const template = (statement: object) => ({ Resources: { Role: role, Policy: policy(statement) } });
const between = (before: object, after: object) => permissionDifferences('S', template(before), template(after));

describe('what a role may do', () => {
  test('another action is broader; one fewer is narrower', () => {
    const [get, both] = [allow('dynamodb:GetItem'), allow(['dynamodb:GetItem', 'dynamodb:PutItem'])];
    expect(between(get, both)).toEqual([
      {
        stack: 'S',
        logicalId: 'Role',
        type: 'AWS::IAM::Role',
        isNew: false,
        broader: true,
        added: [{ effect: 'Allow', action: 'dynamodb:PutItem', resource: '${Orders.Arn}' }],
        removed: [],
      },
    ]);
    expect(between(both, get)).toMatchObject([
      { broader: false, added: [], removed: [{ action: 'dynamodb:PutItem' }] },
    ]);
  });

  test('a resource that becomes a pattern is broader, and a pattern that becomes a resource narrower', () => {
    const one = allow('iot:Publish', 'arn:aws:iot:*:*:topic/video-global');
    const every = allow('iot:Publish', 'arn:aws:iot:*:*:topic/*');
    expect(between(one, every)).toMatchObject([{ broader: true, removed: [] }]);
    expect(between(every, one)).toMatchObject([{ broader: false, added: [] }]);
  });

  test('statements that are put together differently say the same', () => {
    const apart = {
      Resources: {
        Role: role,
        A: policy(allow('dynamodb:GetItem')),
        B: policy(allow('dynamodb:PutItem')),
      },
    };
    expect(permissionDifferences('S', apart, template(allow(['dynamodb:PutItem', 'dynamodb:GetItem'])))).toEqual([]);
  });

  test('a condition that goes is broader, one that comes is narrower; so is a denial, the other way round', () => {
    const limited = allow('s3:GetObject', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } });
    expect(between(limited, allow('s3:GetObject', '*'))).toMatchObject([{ broader: true }]);
    expect(between(allow('s3:GetObject', '*'), limited)).toMatchObject([{ broader: false }]);
    const denied = { ...allow('s3:GetObject', '*'), Effect: 'Deny' };
    const other = allow('s3:ListBucket');
    const withDenial = { Resources: { ...template(other).Resources, Denial: policy(denied) } };
    expect(permissionDifferences('S', withDenial, template(other))).toMatchObject([{ broader: true }]);
    expect(permissionDifferences('S', template(other), withDenial)).toMatchObject([{ broader: false }]);
  });

  test('a role that is new is nothing broader, unless it may do anything', () => {
    const empty = { Resources: {} };
    expect(permissionDifferences('S', empty, template(allow('dynamodb:GetItem')))).toMatchObject([
      { isNew: true, broader: false },
    ]);
    for (const action of ['*', 's3:*'])
      expect(permissionDifferences('S', empty, template(allow(action, '*')))).toMatchObject([
        { isNew: true, broader: true },
      ]);
  });

  test('a role that is only named here was there before', () => {
    const named = {
      Resources: {
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: { Roles: ['their-role'], PolicyDocument: { Statement: [allow('dynamodb:GetItem')] } },
        },
      },
    };
    expect(permissionDifferences('S', { Resources: {} }, named)).toMatchObject([
      { logicalId: 'their-role', isNew: false, broader: true },
    ]);
  });
});

describe('policies of resources', () => {
  const queue = (statement: object) => ({
    Resources: {
      Orders: { Type: 'AWS::SQS::Queue' },
      Policy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: { Queues: [{ Ref: 'Orders' }], PolicyDocument: { Statement: [statement] } },
      },
    },
  });
  const empty = { Resources: { Orders: { Type: 'AWS::SQS::Queue' } } };
  const send = (principal: unknown, more: object = {}) =>
    queue(allow('sqs:SendMessage', table, { Principal: principal, ...more }));

  test('a service that acts for one resource of the app is what a connection is made of', () => {
    const confined = send(
      { Service: 'events.amazonaws.com' },
      { Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': ['Rule', 'Arn'] } } } },
    );
    expect(permissionDifferences('S', empty, confined)).toMatchObject([{ logicalId: 'Orders', broader: false }]);
  });

  test.each([
    ['everybody', '*', {}],
    ['an account', { AWS: '123456789012' }, {}],
    ['a service for anybody', { Service: 'events.amazonaws.com' }, {}],
    [
      'a service for every resource',
      { Service: 'events.amazonaws.com' },
      { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:events:*' } } },
    ],
  ])('%s is broader', (_, principal, more) => {
    expect(permissionDifferences('S', empty, send(principal, more))).toMatchObject([{ broader: true }]);
  });

  test('permissions of functions count as their policies', () => {
    const invoked = (source: object) => ({
      Resources: {
        Put: { Type: 'AWS::Lambda::Function' },
        Permission: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            FunctionName: { 'Fn::GetAtt': ['Put', 'Arn'] },
            Action: 'lambda:InvokeFunction',
            Principal: 'apigateway.amazonaws.com',
            ...source,
          },
        },
      },
    });
    const without = { Resources: { Put: { Type: 'AWS::Lambda::Function' } } };
    expect(permissionDifferences('S', without, invoked({}))).toMatchObject([{ logicalId: 'Put', broader: true }]);
    expect(
      permissionDifferences('S', without, invoked({ SourceArn: { 'Fn::Join': ['', ['arn:x:', { Ref: 'Api' }]] } })),
    ).toMatchObject([{ broader: false }]);
  });
});

test('whatever a template holds, nothing throws', () => {
  const odd = [undefined, null, [], 'text', { Resources: [] }, { Resources: { A: 1, B: { Type: 5 } } }];
  for (const before of odd) for (const after of odd) expect(permissionDifferences('S', before, after)).toEqual([]);
  expect(between(allow('a:b', { 'Fn::Join': 'x' }), allow('a:b', { Ref: { a: 1 } }))).toHaveLength(1);
});

test.each([
  ['*', '', true],
  ['a*', 'abc', true],
  ['a*c', 'abc', true],
  ['a*c', 'ab', false],
  ['ab*b', 'ab', false],
  ['a*b*c', 'a-b-b-c', true],
  ['abc', 'abc', true],
  ['abc', 'ab', false],
  ['*a'.repeat(50), 'a'.repeat(5000) + 'b', false],
])('%s fits %s: %s', (pattern, text, expected) => {
  expect(fits(pattern, text)).toBe(expected);
});
