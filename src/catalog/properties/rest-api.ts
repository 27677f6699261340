import { mapped, text } from './mapped.js';

const endpoint = (value: unknown): string | undefined =>
  value === 'REGIONAL' || value === 'EDGE' || value === 'PRIVATE' ? value : undefined;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-restapi.html */
export const restApi = mapped('rest-api', {
  'AWS::ApiGateway::RestApi': [
    {
      field: 'endpointType',
      path: ['EndpointConfiguration', 'Types'],
      from: (value) => (Array.isArray(value) ? endpoint(value[0]) : undefined),
      to: (value) => [value],
      absent: 'EDGE',
    },
  ],
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html
  'AWS::Serverless::Api': [
    { field: 'stageName', path: ['StageName'], ...text },
    { field: 'endpointType', path: ['EndpointConfiguration', 'Type'], from: endpoint, absent: 'EDGE' },
  ],
});
