import { Logger } from '@aws-lambda-powertools/logger';
import type { SNSHandler } from 'aws-lambda';

const logger = new Logger({ serviceName: 'charge' });

// Charge
//
// Called by:
// - Placed (filtered)
//
// This file is yours: an export writes it once and never touches it again.
export const handler: SNSHandler = (event, context) => {
  logger.addContext(context);
  logger.debug('Called', { event });
  return Promise.reject(new Error('charge is not written yet'));
};
