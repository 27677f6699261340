import { expect, test } from 'vitest';
import { design } from '../../test/helpers/design-text.js';
import { problemsOf } from './problems.js';
import { resolveSystem } from './resolve.js';

const codesOf = (text: string): readonly string[] => problemsOf(resolveSystem(design(text))).map(({ code }) => code);

const twiceIn = (text: string): readonly (string | undefined)[] =>
  problemsOf(resolveSystem(design(text)))
    .filter(({ code }) => code === 'connected-twice')
    .map(({ node }) => node);

test('an alarm watches one metric: the second is a problem, wherever it comes from', () => {
  expect(twiceIn('sqs-queue A -alarm-metric-> cloudwatch-alarm Full')).toEqual([]);
  expect(
    twiceIn('sqs-queue A -alarm-metric-> cloudwatch-alarm Full; sqs-queue B -alarm-metric-> cloudwatch-alarm Full'),
  ).toEqual(['full']);
});

test('a function has one destination for failures and one for results', () => {
  const both = 'lambda-function F -lambda-destination(on: success)-> sqs-queue Done; lambda-function F';
  expect(twiceIn(`${both} -lambda-destination-> sqs-queue Failed`)).toEqual([]);
  expect(twiceIn(`${both} -lambda-destination(on: success)-> sns-topic Told`)).toHaveLength(1);
});

test('a topic sends to a subscriber once, and a queue once for each topic', () => {
  const once = 'sns-topic T -subscription-> sqs-queue Q; sns-topic Other -subscription-> sqs-queue Q';
  expect(codesOf(once)).not.toContain('pair-connected-twice');
  expect(codesOf(`${once}; sns-topic T -subscription-> sqs-queue Q`)).toContain('pair-connected-twice');
});

test('a log group has two subscription filters', () => {
  const two = 'log-group L -log-subscription-> lambda-function A; log-group L -log-subscription-> lambda-function B';
  expect(codesOf(two)).not.toContain('too-many-connections');
  expect(codesOf(`${two}; log-group L -log-subscription-> lambda-function C`)).toContain('too-many-connections');
});

test('an identity is verified by one node', () => {
  const identity = (label: string, name: string): string => `ses-identity ${label}(identity: ${name})`;
  expect(codesOf(`${identity('A', 'example.com')}; ${identity('B', 'example.org')}`)).not.toContain('identity-twice');
  expect(codesOf(`${identity('A', 'example.com')}; ${identity('B', 'example.com')}`)).toContain('identity-twice');
});
