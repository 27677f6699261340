import type { KinesisStreamHandler } from 'aws-lambda';

// Count
//
// Called by:
// - Clicks (batch 100)
//
// This file is yours: an export writes it once and never touches it again.
export const handler: KinesisStreamHandler = async () => {
  throw new Error('count is not written yet');
};
