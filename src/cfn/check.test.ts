import { expect, test } from 'vitest';
import type { Json } from '../model/design.js';
import { translate } from '../model/localized.js';
import { checkProperties, pathText } from './check.js';
import { findResourceType, learnResourceTypes } from './known-types.js';

async function said(name: string, properties: Readonly<Record<string, Json>>): Promise<readonly string[]> {
  await learnResourceTypes([name]);
  const found = findResourceType(name);
  if (found.status !== 'known') throw new Error(`${name}: ${found.status}`);
  return checkProperties(found.type, properties).map(
    ({ path, words, facts, certainty }) =>
      `${certainty === 'wrong' ? '' : '? '}${pathText(path)} ${translate(words, 'en', facts)}`,
  );
}

test('properties that fit their type are fine, with the freedom that CloudFormation gives', async () => {
  expect(
    await said('AWS::SQS::Queue', {
      QueueName: { 'Fn::Sub': '${AWS::StackName}-queue' },
      DelaySeconds: '5',
      FifoQueue: 'true',
      RedrivePolicy: { deadLetterTargetArn: 'x' },
      Tags: [{ Key: 'team', Value: 'shop' }],
    }),
  ).toEqual([]);
  expect(await said('AWS::ECS::Service', { LaunchType: '{{resolve:ssm:launch}}' })).toEqual([]);
});

test.each<[string, string, Readonly<Record<string, Json>>, readonly string[]]>([
  ['a missing one', 'AWS::SQS::QueuePolicy', { PolicyDocument: {} }, ['Queues is required']],
  ['one inside', 'AWS::SQS::Queue', { Tags: [{ Key: 'a' }] }, ['Tags[0].Value is required']],
  [
    'a misspelt one',
    'AWS::SQS::Queue',
    { QueueNam: 'a' },
    ['QueueNam is not a property of AWS::SQS::Queue; QueueName is'],
  ],
  ['one that may be new', 'AWS::SQS::Queue', { Colour: 1 }, ['? Colour is not a property of AWS::SQS::Queue']],
  [
    'an attribute',
    'AWS::SQS::Queue',
    { Arn: 'arn:aws:sqs:::q' },
    ['Arn is an attribute that AWS sets; it cannot be given'],
  ],
  ['a wrong type', 'AWS::SQS::Queue', { DelaySeconds: 'soon' }, ['DelaySeconds must be a whole number']],
  ['a fraction', 'AWS::SQS::Queue', { DelaySeconds: 1.5 }, ['DelaySeconds must be a whole number']],
  ['no list', 'AWS::SQS::Queue', { Tags: { a: 'b' } }, ['Tags must be a list']],
  ['null', 'AWS::SQS::Queue', { QueueName: null }, ['QueueName must be a text']],
  [
    'a value that is not allowed',
    'AWS::ECS::Service',
    { LaunchType: 'EC3' },
    ['? LaunchType has to be one of EC2, FARGATE, EXTERNAL'],
  ],
])('%s is told with its place', async (_, type, properties, expected) => {
  expect(await said(type, properties)).toEqual(expected);
});

test('a custom resource takes properties of its own, but not without its service token', async () => {
  expect(await said('AWS::CloudFormation::CustomResource', { Anything: 1 })).toEqual(['ServiceToken is required']);
});

test('what is written to do harm is checked soon: names of objects, deep nesting, very many properties', async () => {
  expect(
    await said('AWS::SQS::Queue', JSON.parse('{"__proto__": 1, "constructor": 2}') as { [key: string]: Json }),
  ).toHaveLength(2);
  let deep: Json = {};
  for (let level = 0; level < 5_000; level++) deep = { AndStatement: { Statements: [deep] } };
  const rule = { Name: 'a', Priority: 0, VisibilityConfig: {}, Statement: deep };
  const group = { Capacity: 1, Scope: 'REGIONAL', VisibilityConfig: {}, Rules: [rule] };
  expect((await said('AWS::WAFv2::RuleGroup', group)).length).toBeGreaterThan(0);
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`Property${String(index)}`, 1]));
  expect(await said('AWS::SQS::Queue', many)).toHaveLength(40);
});

test('a type is known, unknown with what was meant, perhaps newer than the list, or of somebody else', async () => {
  const names = [
    'AWS::SQS::Quue',
    'AWS::SQS::QueueV2',
    'AWS::SQ::Queue',
    'AWS::Brew::Kettle',
    'MongoDB::Atlas::Cluster',
  ];
  expect(findResourceType('AWS::SNS::Topic')).toEqual({ status: 'unread' });
  await learnResourceTypes(['AWS::SQS::Queue', ...names]);
  expect(names.map((name) => findResourceType(name))).toEqual([
    { status: 'unknown', nearest: 'AWS::SQS::Queue' },
    { status: 'unknown' },
    { status: 'unknown', nearest: 'AWS::SQS::Queue' },
    { status: 'unknown' },
    { status: 'unread' },
  ]);
  expect(findResourceType('Custom::Thing')).toEqual({ status: 'unread' });
  expect(findResourceType('AWS::SQS::Queue::MODULE')).toEqual({ status: 'unread' });
});
