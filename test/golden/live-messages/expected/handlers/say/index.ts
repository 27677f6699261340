import type { APIGatewayProxyWebsocketHandlerV2 } from 'aws-lambda';

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
export const handler: APIGatewayProxyWebsocketHandlerV2 = async () => {
  throw new Error('say is not written yet');
};
