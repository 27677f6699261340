import { rejects } from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from 'aws-lambda';
import { handler } from '../handlers/profile/index';

const event = {} as Parameters<typeof handler>[0];
const context = { awsRequestId: 'test' } as Context;

void test('profile fails until it is written', async () => {
  await rejects(() => handler(event, context), /is not written yet/);
});
