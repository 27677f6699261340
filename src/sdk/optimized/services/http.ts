import { allow, any, defineOptimized, page, request, text } from '../define.js';

export const http = defineOptimized({
  id: 'http',
  label: text('HTTPS API', 'HTTPS API'),
  errors: [
    'States.Http.StatusCode.400',
    'States.Http.StatusCode.401',
    'States.Http.StatusCode.403',
    'States.Http.StatusCode.404',
    'States.Http.StatusCode.429',
    'States.Http.StatusCode.500',
    'States.Http.StatusCode.502',
    'States.Http.StatusCode.503',
    'States.Http.StatusCode.504',
    'States.Http.Socket',
  ],
  source: page('call-https-apis'),
  actions: {
    invoke: {
      label: text('Call an HTTPS API', 'HTTPS API の呼び出し'),
      required: ['ApiEndpoint', 'Method', 'InvocationConfig'],
      sample: { ApiEndpoint: '', Method: 'GET', InvocationConfig: { ConnectionArn: '' } },
      patterns: request(
        allow('states:InvokeHTTPEndpoint', ...any),
        allow(
          'events:RetrieveConnectionCredentials',
          'arn:{partition}:events:{region}:{account}:{InvocationConfig.ConnectionArn}',
        ),
        allow(
          ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          'arn:{partition}:secretsmanager:{region}:{account}:secret:events!connection/*',
        ),
      ),
    },
  },
});
