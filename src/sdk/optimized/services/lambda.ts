import { allow, arn, callback, defineOptimized, input, page, request, text, token } from '../define.js';

const invoke = allow('lambda:InvokeFunction', arn('lambda', 'function:{FunctionName}'));

export const lambda = defineOptimized({
  id: 'lambda',
  api: 'lambda',
  label: text('AWS Lambda', 'AWS Lambda'),
  errorPrefix: 'Lambda',
  errors: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.Unknown',
  ],
  source: page('connect-lambda'),
  actions: {
    invoke: {
      label: text('Invoke a function', '関数の呼び出し'),
      required: ['FunctionName'],
      sample: { FunctionName: '', Payload: input },
      callback: { FunctionName: '', Payload: { input, taskToken: token } },
      patterns: { ...request(invoke), ...callback(invoke) },
    },
  },
});
