import { expect, test } from 'vitest';
import { design } from '../../../test/helpers/design-text.js';
import { resolveSystem } from '../resolve.js';
import { costsOf } from './costs.js';

const entries = (text: string) =>
  costsOf(resolveSystem(design(text))).entries.map(({ node, usd, unpriced, runsPerMonth }) => ({
    label: node.label,
    usd: Math.round(usd * 100) / 100,
    unpriced,
    runsPerMonth,
  }));

test.each([
  ['http-api A -> lambda-function F(memory: 128) -> sqs-queue Q', 1.81],
  ['http-api A -> sqs-queue Q', 1.4],
  ['rest-api A -> lambda-function F(memory: 128) -> dynamodb-table T', 4.53],
  ['rest-api A -> dynamodb-table T', 4.13],
])('a million requests of %s', (text, usd) => {
  expect(entries(text)[0]).toMatchObject({ label: 'A', usd, unpriced: 0 });
});

test('what has no price is counted apart, and a loop ends', () => {
  expect(entries('rest-api A -> lambda-function F(memory: 128) -> transcribe T')[0]).toMatchObject({ unpriced: 1 });
  expect(entries('rest-api A -> lambda-function F -uses-> lambda-function G -uses-> lambda-function F')).toHaveLength(
    1,
  );
});

test('a rate says how often a month it runs', () => {
  expect(entries('schedule S(expression: "rate(5 minutes)") -> lambda-function F')[0]?.runsPerMonth).toBe(8640);
  expect(entries('schedule S(expression: "cron(0 9 * * ? *)") -> lambda-function F')[0]?.runsPerMonth).toBeUndefined();
});
