import { UserCheck } from 'lucide-react';
import { defineStatePattern, onward } from './define.js';

/** Waits for a person and goes on by the answer. */
export const humanApproval = defineStatePattern({
  id: 'human-approval',
  icon: UserCheck,
  label: { en: 'Wait for approval', ja: '人の承認を待つ' },
  description: {
    en: 'Sends a request with a task token and decides by the answer',
    ja: 'タスクトークン付きの依頼を送り、回答によって分岐',
  },
  keywords: ['human', 'approval', 'person', 'review', 'callback', '承認', '担当者', '確認'],
  isStandardOnly: true,
  isCommon: true,
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/tutorial-human-approval.html',
  names: {
    ask: { en: 'Ask for approval', ja: '承認を依頼' },
    decide: { en: 'Approved?', ja: '承認された?' },
    rejected: { en: 'Rejected', ja: '却下' },
  },
  needs: { topic: { service: 'sns-topic', attribute: 'arn', input: 'topicArn' } },
  definition: ({ ask, decide, rejected }, { topic }) => ({
    StartAt: ask,
    States: {
      [ask]: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sns:publish.waitForTaskToken',
        Arguments: {
          TopicArn: topic,
          Message: { input: '{% $states.input %}', taskToken: '{% $states.context.Task.Token %}' },
        },
        TimeoutSeconds: 86_400,
        Assign: { decision: '{% $states.result.decision %}' },
        Output: '{% $states.input %}',
        Next: decide,
      },
      [decide]: {
        Type: 'Choice',
        Choices: [{ Condition: "{% $decision != 'approved' %}", Next: rejected }],
        Default: onward,
      },
      [rejected]: { Type: 'Fail', Error: 'Rejected', Cause: '{% $decision %}' },
    },
  }),
});
