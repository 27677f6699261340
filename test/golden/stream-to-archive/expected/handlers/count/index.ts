import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { KinesisStreamHandler, KinesisStreamRecord } from 'aws-lambda';

const logger = new Logger({ serviceName: 'count' });
const processor = new BatchProcessor(EventType.KinesisDataStreams);

// Count
//
// Called by:
// - Clicks (batch 100)
//
// This file is yours: an export writes it once and never touches it again.
export function handleRecord(record: KinesisStreamRecord): Promise<void> {
  logger.debug('Record', { record });
  return Promise.reject(new Error('count is not written yet'));
}

export const handler: KinesisStreamHandler = (event, context) => {
  logger.addContext(context);
  return processPartialResponse(event, handleRecord, processor, { context });
};
