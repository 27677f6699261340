import { rejects } from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from 'aws-lambda';
import { handler } from '../handlers/order/index';

const event = {} as Parameters<typeof handler>[0];
const context = { awsRequestId: 'test' } as Context;

void test('order fails until it is written', async () => {
  await rejects(async () => handler(event, context, () => undefined), /is not written yet/);
});
