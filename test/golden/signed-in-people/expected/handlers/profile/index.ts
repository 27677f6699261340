import type { APIGatewayProxyHandler, APIGatewayProxyHandlerV2 } from 'aws-lambda';

// Profile
//
// Called by:
// - Back office (GET /profile)
// - Open (GET /profile)
//
// This file is yours: an export writes it once and never touches it again.
// prettier-ignore
export const handler = async (event: Parameters<APIGatewayProxyHandler>[0] | Parameters<APIGatewayProxyHandlerV2>[0]): Promise<unknown> => {
  throw new Error('profile is not written yet');
};
