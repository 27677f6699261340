import { expect, test } from 'vitest';
import { design } from '../../test/helpers/design-text.js';
import { problemsOf } from './problems.js';
import { resolveSystem } from './resolve.js';

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
