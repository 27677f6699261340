import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

const logger = new Logger({ serviceName: 'order' });

// Order
//
// Called by:
// - API (POST /api/orders)
//
// Environment variables:
// - ORDERS_ARN
// - ORDERS_SECRET_ARN
//
// May call:
// - rds-data:ExecuteStatement, secretsmanager:GetSecretValue on Orders
//
// This file is yours: an export writes it once and never touches it again.
export const handler: APIGatewayProxyHandlerV2 = (event, context) => {
  logger.addContext(context);
  logger.debug('Called', { event });
  return Promise.reject(new Error('order is not written yet'));
};
