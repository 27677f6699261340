import type { SQSHandler } from 'aws-lambda';

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
export const handler: SQSHandler = async () => {
  throw new Error('ship is not written yet');
};
