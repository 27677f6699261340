import { expect, test } from 'vitest';
import { nodeId } from '../../model/design.js';
import { policyJson } from './policy-json.js';

test('a policy names what may be done to which node, and * only where the API knows no resource', () => {
  const grantee = nodeId('worker');
  const policy: unknown = JSON.parse(
    policyJson([
      {
        grantee,
        actions: ['dynamodb:Query'],
        resources: [{ node: nodeId('orders'), attribute: 'arn', suffix: '/index/*' }],
      },
      {
        grantee,
        actions: ['transcribe:StartTranscriptionJob'],
        resources: [],
        anyResource: { en: 'no resource', ja: 'なし' },
      },
    ]),
  );
  expect(policy).toMatchObject({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['dynamodb:Query'], Resource: ['${OrdersArn}/index/*'] },
      { Effect: 'Allow', Action: ['transcribe:StartTranscriptionJob'], Resource: '*' },
    ],
  });
});
