import { expect, test } from 'vitest';
import { nodeId } from '../model/design.js';
import { policyStatements } from './permissions.js';

const fn = nodeId('fn');
const table = { node: nodeId('table'), attribute: 'arn' };
const queue = { node: nodeId('queue'), attribute: 'arn' };

test('actions of one resource and resources with the same actions share a statement', () => {
  const statements = policyStatements([
    { grantee: fn, actions: ['dynamodb:PutItem'], resources: [table] },
    { grantee: fn, actions: ['dynamodb:GetItem', 'dynamodb:PutItem'], resources: [table] },
    { grantee: fn, actions: ['sqs:SendMessage'], resources: [queue] },
    { grantee: fn, actions: ['sqs:SendMessage'], resources: [{ ...queue, node: nodeId('other') }] },
  ]).get(fn);
  expect(statements?.map(({ actions, resources }) => [actions, resources.map(({ node }) => node)])).toEqual([
    [['sqs:SendMessage'], ['other', 'queue']],
    [['dynamodb:GetItem', 'dynamodb:PutItem'], ['table']],
  ]);
});

const none = { en: 'has no resources', ja: 'リソースなし' };

test('no permission reaches a resource that its connection did not name', () => {
  const statements = policyStatements([
    { grantee: fn, actions: ['dynamodb:PutItem'], resources: [table] },
    { grantee: fn, actions: ['dynamodb:Query'], resources: [{ ...table, suffix: '/index/*' }] },
    { grantee: fn, actions: ['transcribe:StartTranscriptionJob'], resources: [], anyResource: none },
    { grantee: fn, actions: ['lambda:InvokeFunction'], resources: [queue], byConstruct: true },
  ]).get(fn);
  expect(statements).toEqual([
    { actions: ['dynamodb:PutItem'], resources: [{ ...table, suffix: '' }], arns: [] },
    { actions: ['dynamodb:Query'], resources: [{ ...table, suffix: '/index/*' }], arns: [] },
    { actions: ['transcribe:StartTranscriptionJob'], resources: [], arns: [], reason: none },
  ]);
});
