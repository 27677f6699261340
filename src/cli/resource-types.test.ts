import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../test/helpers/temp-folder.js';
import { runCli } from './run.js';

async function validate(nodes: string): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const cwd = tempFolder();
  const text = `format: servicefull-design\nversion: 1\nsettings: { name: Orders }\n${nodes}`;
  writeFileSync(join(cwd, 'orders.yaml'), text);
  let out = '';
  const code = await runCli(['validate', 'orders.yaml'], {
    out: (said) => (out += said),
    err: (said) => (out += said),
    cwd,
    language: 'en',
    untilStopped: () => Promise.resolve(),
  });
  return { code, lines: out.trimEnd().split('\n') };
}

test('properties of a resource are checked against its type, each problem at its line', async () => {
  expect(
    await validate(`nodes:
  policy:
    service: generic
    label: Policy
    props:
      cfnType: AWS::SQS::QueuePolicy
      properties:
        PolicyDocumnt: {}
        Id: policy
  typo: { service: generic, label: Typo, props: { cfnType: AWS::SNS::Topik } }
`),
  ).toEqual({
    code: 1,
    lines: [
      'orders.yaml:10:7: error: "PolicyDocument" of "Policy" is required. Correct the properties.',
      'orders.yaml:10:7: error: "Queues" of "Policy" is required. Correct the properties.',
      'orders.yaml:11:9: error: "PolicyDocumnt" of "Policy" is not a property of AWS::SQS::QueuePolicy; PolicyDocument is. Correct the properties.',
      'orders.yaml:12:9: error: "Id" of "Policy" is an attribute that AWS sets; it cannot be given. Correct the properties.',
      'orders.yaml:13:51: error: "AWS::SNS::Topik" of "Typo" is no CloudFormation type. Check the spelling: AWS::SNS::Topic is one.',
    ],
  });
});

test('a caller of a resource needs the attribute with its ARN', async () => {
  const nodes = (more: string): string => `nodes:
  f: { service: lambda-function, label: Publish }
  topic: { service: generic, label: Topic, props: { cfnType: AWS::SNS::Topic${more} } }
connections:
  f-to-topic: { kind: uses, from: f, to: topic, props: { actions: [sns:Publish] } }
`;
  const { lines } = await validate(nodes(''));
  expect(lines.join('\n')).toContain(
    'AWS::SNS::Topic has no attribute "Arn" to name it by. Set "Attribute with the ARN" to TopicArn.',
  );
  expect((await validate(nodes(', arnAttribute: TopicArn'))).lines.join()).not.toContain('attribute');
});

test('what is newer than the list is a warning, and a resource of somebody else is nobody’s business', async () => {
  const node = (type: string): string => `nodes:\n  a: { service: generic, label: A, props: { cfnType: '${type}' } }\n`;
  const { code, lines } = await validate(node('AWS::Brew::Kettle'));
  expect([code, lines.join('')]).toEqual([0, expect.stringContaining('warning: The CloudFormation type')]);
  expect((await validate(node('MongoDB::Atlas::Cluster'))).code).toBe(0);
  expect((await validate(node('Custom::Thing'))).code).toBe(0);
});
