import { Logger } from '@aws-lambda-powertools/logger';
import type { SESHandler } from 'aws-lambda';

const logger = new Logger({ serviceName: 'open' });

// Open
//
// Called by:
// - Tickets (mail)
//
// This file is yours: an export writes it once and never touches it again.
export const handler: SESHandler = (event, context) => {
  logger.addContext(context);
  logger.debug('Called', { event });
  return Promise.reject(new Error('open is not written yet'));
};
