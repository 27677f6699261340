import { Logger } from '@aws-lambda-powertools/logger';
import type { Handler } from 'aws-lambda';

const logger = new Logger({ serviceName: 'ship' });

// Ship
//
// Called by:
// - Event log (filtered)
//
// This file is yours: an export writes it once and never touches it again.
export const handler: Handler<unknown, void> = (event, context) => {
  logger.addContext(context);
  logger.debug('Called', { event });
  return Promise.reject(new Error('ship is not written yet'));
};
