import { allow, arn, callback, defineOptimized, input, page, request, text, token } from '../define.js';

const publish = allow('sns:Publish', arn('sns', '{TopicArn}'));

export const sns = defineOptimized({
  id: 'sns',
  api: 'sns',
  label: text('Amazon SNS', 'Amazon SNS'),
  errorPrefix: 'SNS',
  source: page('connect-sns'),
  actions: {
    publish: {
      label: text('Publish a message', 'メッセージの発行'),
      required: ['Message'],
      sample: { TopicArn: '', Message: input },
      callback: { TopicArn: '', Message: { input, taskToken: token } },
      patterns: { ...request(publish), ...callback(publish) },
    },
  },
});
