import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyWebsocketHandlerV2 } from 'aws-lambda';

const logger = new Logger({ serviceName: 'say' });

// Say
//
// Called by:
// - Chat (say)
//
// Environment variables:
// - CHAT_CALLBACK_URL
//
// May call:
// - execute-api:ManageConnections on Chat
//
// This file is yours: an export writes it once and never touches it again.
export const handler: APIGatewayProxyWebsocketHandlerV2 = (event, context) => {
  logger.addContext(context);
  logger.debug('Called', { event });
  return Promise.reject(new Error('say is not written yet'));
};
