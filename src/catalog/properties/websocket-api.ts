import { mapped, text } from './mapped.js';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html */
export const websocketApi = mapped('websocket-api', {
  'AWS::ApiGatewayV2::Api': [{ field: 'routeSelection', path: ['RouteSelectionExpression'], ...text }],
});
