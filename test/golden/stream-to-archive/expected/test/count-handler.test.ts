import { rejects } from 'node:assert/strict';
import { test } from 'node:test';
import type { KinesisStreamRecord } from 'aws-lambda';
import { handleRecord } from '../handlers/count/index';

const record = {} as KinesisStreamRecord;

void test('count fails until it is written', async () => {
  await rejects(handleRecord(record), /is not written yet/);
});
