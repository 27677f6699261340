import { Reply } from 'lucide-react';
import { defineStatePattern, onward } from './define.js';

/** Hands work to a worker and waits for its answer. */
export const callback = defineStatePattern({
  id: 'callback',
  icon: Reply,
  label: { en: 'Callback with task token', ja: 'タスクトークンによるコールバック' },
  description: {
    en: 'Sends a message with a task token and waits, at no cost, for the answer',
    ja: 'タスクトークン付きのメッセージを送り、応答を待機 (待機中の課金なし)',
  },
  keywords: ['callback', 'task token', 'queue', 'worker', 'コールバック', 'タスクトークン', 'キュー'],
  isStandardOnly: true,
  isCommon: false,
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
  names: {
    send: { en: 'Hand over and wait', ja: '依頼して応答を待機' },
    expired: { en: 'No answer in time', ja: '応答なし' },
  },
  needs: { queue: { service: 'sqs-queue', attribute: 'url', input: 'queueUrl' } },
  definition: ({ send, expired }, { queue }) => ({
    StartAt: send,
    States: {
      [send]: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Arguments: {
          QueueUrl: queue,
          MessageBody: { input: '{% $states.input %}', taskToken: '{% $states.context.Task.Token %}' },
        },
        TimeoutSeconds: 86_400,
        HeartbeatSeconds: 3600,
        Catch: [{ ErrorEquals: ['States.Timeout', 'States.HeartbeatTimeout'], Next: expired }],
        Next: onward,
      },
      [expired]: { Type: 'Fail', Error: 'NoAnswer', Cause: 'Nobody answered with the task token in time.' },
    },
  }),
});
