import type { S3Handler } from 'aws-lambda';

// Resize
//
// Called by:
// - Images (created)
//
// This file is yours: an export writes it once and never touches it again.
export const handler: S3Handler = async () => {
  throw new Error('resize is not written yet');
};
