import { expect, test } from 'vitest';
import { importSystem } from './import-system.js';
import { openedFiles } from './opened-files.js';
import { readSystem } from './read-system.js';
import type { Json } from '../model/design.js';

const imported = (resources: Readonly<Record<string, Json>>): ReturnType<typeof importSystem> => {
  const text = JSON.stringify({ Parameters: { BootstrapVersion: { Type: 'String' } }, Resources: resources });
  return importSystem(readSystem(openedFiles([{ path: 'a.template.json', text }]), ['a.template.json']));
};

const work = { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs24.x' } };
const spare = { Type: 'AWS::SQS::Queue' };
const arn = (id: string): Json => ({ 'Fn::GetAtt': [id, 'Arn'] });

test('functions behind custom resources of the CDK are kept, not drawn', () => {
  const id = 'BucketNotificationsHandler050a0587b7544547bf325f094a3db8347ECC3691';
  const { design, report } = imported({ Work1234ABCD: work, [id]: work });
  expect(Object.keys(design.nodes)).toEqual(['Work1234ABCD']);
  expect(report.inputs[0]?.resources.map(({ fate }) => fate)).toEqual(['node', 'plumbing']);
});

const failing = {
  Type: 'AWS::Lambda::EventInvokeConfig',
  Properties: {
    FunctionName: { Ref: 'Work1234ABCD' },
    DestinationConfig: { OnFailure: { Destination: arn('DeadLettersBBF8BAAB') } },
  },
};

test('the queue of a stack for what fails is drawn only where more than failures leads to it', () => {
  const resources = { Work1234ABCD: work, DeadLettersBBF8BAAB: spare, Failing: failing };
  expect(Object.keys(imported(resources).design.nodes)).toEqual(['Work1234ABCD']);
  const read = {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: arn('DeadLettersBBF8BAAB'), FunctionName: { Ref: 'Work1234ABCD' } },
  };
  expect(Object.keys(imported({ ...resources, Read: read }).design.nodes).sort()).toEqual([
    'DeadLettersBBF8BAAB',
    'Work1234ABCD',
  ]);
});

test('a queue of any other name is drawn though only failures lead to it', () => {
  const failed = {
    ...failing,
    Properties: { ...failing.Properties, DestinationConfig: { OnFailure: { Destination: arn('Failed') } } },
  };
  const { design } = imported({ Work1234ABCD: work, Failed: spare, Failing: failed });
  expect(Object.values(design.connections).map(({ kind, to }) => `${kind} ${to}`)).toEqual([
    'lambda-destination Failed',
  ]);
});

test('labels are without the hash of the CDK', () => {
  expect(Object.values(imported({ Work1234ABCD: work }).design.nodes)[0]?.label).toBe('Work');
});
