import { expect, test } from 'vitest';
import { design, idOf } from '../../test/helpers/design-text.js';
import { analyseHandler } from '../handlers/index.js';
import { nodeId } from '../model/design.js';
import { resolveSystem } from '../system/resolve.js';
import { advise } from './engine.js';
import { factsOf, withHandlers } from './handler-facts.js';

const sendsOn = `
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
const client = new SQSClient({});
export const handler = async (event) => {
  await client.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: event.body }));
  return { statusCode: 202 };
};
`;
const signs = `
import { createHmac } from 'node:crypto';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
const client = new SQSClient({});
export const handler = async (event) => {
  const signature = createHmac('sha256', process.env.KEY).update(event.body).digest('hex');
  await client.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: signature }));
};
`;
const says = `export const handler = async () => ({ statusCode: 200, body: 'Hello' });\n`;

const factsFor = (id: string, code: string) =>
  factsOf(
    nodeId(id),
    analyseHandler({
      files: { text: (path) => (path === 'app.mjs' ? code : undefined) },
      entry: { path: 'app.mjs', handler: 'app.handler' },
      trigger: 'apigw-rest',
    }),
  );

function adviceOn(drawn: string, code: string) {
  const made = design(`rest-api Api -> lambda-function Put${drawn} -> sqs-queue Jobs`);
  const id = idOf(made, 'Put');
  const system = withHandlers(resolveSystem(made), new Map([[id, factsFor(id, code)]]));
  return advise(system).map(({ rule, verdict, evidence }) => ({ rule: rule.id, verdict, evidence }));
}

test('code that passes on is found where the design says nothing, with file and line', () => {
  const [finding] = adviceOn('', sendsOn);
  expect(finding).toMatchObject({ rule: 'api-gateway-direct-integration', verdict: 'replace' });
  const code = finding?.evidence.flatMap((one) => one.code ?? []);
  expect(code).toContainEqual(expect.objectContaining({ file: 'app.mjs', line: 5 }));
});

test('code that computes is kept, whatever the design says', () => {
  expect(adviceOn('(work: transport, mapping: none)', signs).map(({ rule, verdict }) => [rule, verdict])).toEqual([
    ['keep-function', 'keep'],
  ]);
});

test('of a stub nothing is said', () => {
  expect(adviceOn('(work: transport, mapping: none)', says)).toEqual([]);
});

test('what was read does not reach the design', () => {
  const made = design('rest-api Api -> lambda-function Put -> sqs-queue Jobs');
  const system = withHandlers(resolveSystem(made), new Map([['put', factsFor('put', sendsOn)]]));
  expect(system.design).toBe(made);
});
