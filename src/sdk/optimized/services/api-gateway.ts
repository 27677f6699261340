import { allow, arn, callback, defineOptimized, page, request, text, token } from '../define.js';

const invoke = allow('execute-api:Invoke', arn('execute-api', '{ApiEndpoint}/{Stage}/{Method}{Path}'));

export const apiGateway = defineOptimized({
  id: 'apigateway',
  label: text('Amazon API Gateway', 'Amazon API Gateway'),
  source: page('connect-api-gateway'),
  actions: {
    invoke: {
      label: text('Call an API', 'API の呼び出し'),
      required: ['ApiEndpoint', 'Method'],
      sample: { ApiEndpoint: '', Method: 'GET', Path: '/', AuthType: 'IAM_ROLE' },
      callback: {
        ApiEndpoint: '',
        Method: 'POST',
        Path: '/',
        AuthType: 'IAM_ROLE',
        Headers: { TaskToken: [token] },
      },
      patterns: { ...request(invoke), ...callback(invoke) },
    },
  },
});
