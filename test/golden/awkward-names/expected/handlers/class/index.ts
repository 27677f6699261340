import { Logger } from '@aws-lambda-powertools/logger';
import type { Handler } from 'aws-lambda';

const logger = new Logger({ serviceName: 'class' });

// '; process.exit(); '
//
// */ ${process.exit()}
// // still a comment
//
// Environment variables:
// - A_B
// - DEPENDENCIES_URL
//
// May call:
// - sqs:SendMessage on Queue `${x}`
//
// This file is yours: an export writes it once and never touches it again.
export const handler: Handler<unknown, unknown> = (event, context) => {
  logger.addContext(context);
  logger.debug('Called', { event });
  return Promise.reject(new Error('class is not written yet'));
};
