import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyHandler, APIGatewayProxyHandlerV2, Context } from 'aws-lambda';

const logger = new Logger({ serviceName: 'profile' });

// Profile
//
// Called by:
// - Back office (GET /profile)
// - Open (GET /profile)
//
// This file is yours: an export writes it once and never touches it again.
// prettier-ignore
export const handler = (event: Parameters<APIGatewayProxyHandler>[0] | Parameters<APIGatewayProxyHandlerV2>[0], context: Context): Promise<unknown> => {
  logger.addContext(context);
  logger.debug('Called', { event });
  return Promise.reject(new Error('profile is not written yet'));
};
