import type { SQSHandler } from 'aws-lambda';

// Pick
//
// Called by:
// - Pick list (batch 10)
//
// Environment variables:
// - AUDIT_NAME
//
// May call:
// - events:PutEvents on Audit
//
// This file is yours: an export writes it once and never touches it again.
export const handler: SQSHandler = async () => {
  throw new Error('pick is not written yet');
};
