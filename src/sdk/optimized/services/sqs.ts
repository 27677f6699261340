import { allow, arn, callback, defineOptimized, input, page, request, text, token } from '../define.js';

const send = allow('sqs:SendMessage', arn('sqs', '{QueueUrl}'));

export const sqs = defineOptimized({
  id: 'sqs',
  api: 'sqs',
  label: text('Amazon SQS', 'Amazon SQS'),
  errorPrefix: 'SQS',
  errors: ['SQS.AmazonSQSException', 'SQS.SdkClientException'],
  source: page('connect-sqs'),
  actions: {
    sendMessage: {
      label: text('Send a message', 'メッセージの送信'),
      required: ['QueueUrl', 'MessageBody'],
      sample: { QueueUrl: '', MessageBody: input },
      callback: { QueueUrl: '', MessageBody: { input, taskToken: token } },
      patterns: { ...request(send), ...callback(send) },
    },
  },
});
