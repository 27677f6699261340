import { mapped, named, text } from './mapped.js';

const authorization = named({
  AWS_IAM: 'IAM',
  API_KEY: 'API_KEY',
  AMAZON_COGNITO_USER_POOLS: 'USER_POOL',
  OPENID_CONNECT: 'OIDC',
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-graphqlapi.html */
export const appsyncApi = mapped('appsync-api', {
  'AWS::AppSync::GraphQLApi': [
    { field: 'authorization', path: ['AuthenticationType'], ...authorization },
    { field: 'issuer', path: ['OpenIDConnectConfig', 'Issuer'], ...text },
  ],
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html
  'AWS::Serverless::GraphQLApi': [
    { field: 'schema', path: ['SchemaInline'], ...text },
    { field: 'authorization', path: ['Auth', 'Type'], ...authorization },
  ],
});
