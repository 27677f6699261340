import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler, SQSRecord } from 'aws-lambda';

const logger = new Logger({ serviceName: 'ship' });
const processor = new BatchProcessor(EventType.SQS);

// 出荷
//
// Called by:
// - Orders (batch 10)
//
// Environment variables:
// - SHIPMENTS_NAME
//
// May call:
// - dynamodb:PutItem, dynamodb:UpdateItem on Shipments
//
// This file is yours: an export writes it once and never touches it again.
export function handleRecord(record: SQSRecord): Promise<void> {
  logger.debug('Record', { record });
  return Promise.reject(new Error('ship is not written yet'));
}

export const handler: SQSHandler = (event, context) => {
  logger.addContext(context);
  return processPartialResponse(event, handleRecord, processor, { context });
};
