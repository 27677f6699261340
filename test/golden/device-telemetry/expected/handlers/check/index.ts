import { Logger } from '@aws-lambda-powertools/logger';
import type { IoTHandler } from 'aws-lambda';

const logger = new Logger({ serviceName: 'check' });

// Check
//
// Called by:
// - Readings (messages)
//
// This file is yours: an export writes it once and never touches it again.
export const handler: IoTHandler = (event, context) => {
  logger.addContext(context);
  logger.debug('Called', { event });
  return Promise.reject(new Error('check is not written yet'));
};
