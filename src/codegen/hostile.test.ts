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
