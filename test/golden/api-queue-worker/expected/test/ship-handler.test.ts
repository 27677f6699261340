import { rejects } from 'node:assert/strict';
import { test } from 'node:test';
import type { SQSRecord } from 'aws-lambda';
import { handleRecord } from '../handlers/ship/index';

const record = {} as SQSRecord;

void test('ship fails until it is written', async () => {
  await rejects(handleRecord(record), /is not written yet/);
});
