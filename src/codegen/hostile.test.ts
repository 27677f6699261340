import { describe, expect, test } from 'vitest';
import { design } from '../../test/helpers/design-text.js';
import { emptyDesign, nodeId, type Design, type DesignNode } from '../model/design.js';
import { resolveSystem } from '../system/resolve.js';
import { generateProject } from './targets/cdk-typescript.js';

/** Designs that somebody wrote to do harm, or that nobody thought of: a project or problems, and soon. */

const generate = (made: Design) => generateProject(resolveSystem(made), { language: 'en' });
const codes = (made: Design): string[] => generate(made).problems.map(({ code }) => code);
const long = 100_000;

const busWith = (changes: Partial<DesignNode>): Design => ({
  ...emptyDesign('Test'),
  nodes: { [nodeId('bus')]: { service: 'event-bus', label: 'Bus', origin: 'created', props: {}, ...changes } },
});

// Each took minutes while a search began anew at every character; the runner's time limit ends them then.
describe('a long text takes the time of a long text', () => {
  test('spaces in a comment', () => {
    const comment = `a${' '.repeat(long)}b`;
    expect(generate(busWith({ comment })).files.get('lib/test-stack.ts')).toContain(comment);
  });

  test('beginnings of tokens of the CDK', () => {
    expect(codes(busWith({ props: { description: '${Token['.repeat(long) } }))).toEqual([]);
  });

  test('beginnings of placeholders in the input of a rule', () => {
    const text = JSON.stringify({ mapping: 'custom', inputTemplate: '<'.repeat(long) }).slice(1, -1);
    expect(codes(design(`event-bus Bus -rule(${text})-> lambda-function Fn`))).toEqual([]);
  });
});

test('a token of the CDK in a mapping template is reported, since the CDK would replace it', () => {
  const made = design('rest-api Api -api-integration(mapping: custom)-> sqs-queue Q');
  const connections = Object.fromEntries(
    Object.entries(made.connections).map(([id, one]) => [
      id,
      { ...one, props: { ...one.props, requestTemplate: 'Action=${Token[TOKEN.9]}' } },
    ]),
  );
  expect(codes({ ...made, connections })).toContain('text-reserved');
});

test('an existing resource of a kind that cannot exist is a problem, also between contexts', () => {
  const made = design('[A] rest-api Api(existing: default) -api-integration-> [B] sqs-queue Q');
  expect(codes(made)).toEqual(['existing-not-possible']);
});

describe('stacks decide', () => {
  test('a rule and its dead-letter queue in two stacks are a problem, not a failed synthesis', () => {
    const rule = '-rule(deadLetterQueue: Dead)->';
    expect(
      codes(
        design(`[A] sqs-queue Dead; event-bus Bus; [B] lambda-function F; event-bus Bus ${rule} lambda-function F`),
      ),
    ).toContain('dead-letter-queue-elsewhere');
    expect(codes(design(`sqs-queue Dead; event-bus Bus ${rule} lambda-function F`))).toEqual([]);
  });

  test.each([
    ['', 'prefix: in/', true],
    ['prefix: in/', 'prefix: in/a', true],
    ['suffix: .jpg', 'prefix: in/', true],
    ['prefix: in/', 'prefix: out/', false],
    ['suffix: .jpg', 'suffix: .png', false],
    ['', 'event: OBJECT_REMOVED', false],
  ])('S3 notifications (%s) and (%s)', (first, second, overlap) => {
    const text = (context: string): string =>
      `[A] s3-bucket B -s3-notification(${first})-> lambda-function F; ${context} lambda-function G; s3-bucket B -s3-notification(${second})-> lambda-function G`;
    expect(codes(design(text('[A]')))).toEqual(overlap ? ['s3-notifications-overlap'] : []);
    // Between contexts they are rules, which may overlap.
    expect(codes(design(text('[C]')))).toEqual([]);
  });
});

test('a key that VTL would read as its own is left to the person, as a marked gap', () => {
  const table = (partitionKey: string): string[] =>
    codes(
      design(
        `rest-api A -api-integration(action: GetItem, path: /x)-> dynamodb-table T(partitionKey: ${JSON.stringify(partitionKey)})`,
      ),
    );
  expect(table('order id')).toEqual(['mapping-missing']);
  expect(table('#set($x = 1)"')).toEqual(['mapping-missing']);
  expect(table('orderId')).toEqual([]);
});
