import { Logger } from '@aws-lambda-powertools/logger';
import type { S3Handler } from 'aws-lambda';

const logger = new Logger({ serviceName: 'resize' });

// Resize
//
// Called by:
// - Images (created)
//
// This file is yours: an export writes it once and never touches it again.
export const handler: S3Handler = (event, context) => {
  logger.addContext(context);
  logger.debug('Called', { event });
  return Promise.reject(new Error('resize is not written yet'));
};
