import { defineConnection } from '../define.js';
import { completionRole } from '../services/completion.js';

const starts = (action: string): boolean => action.startsWith('start');

export const completionNotification = defineConnection({
  kind: 'completion-notification',
  label: { en: 'Completion message', ja: '完了通知' },
  from: 'completionSource',
  to: 'completionTarget',
  fields: {},
  home: 'from',
  rank: 10,
  tradeOff: {
    en: 'One message for each job that is done or failed; nobody has to ask for it again and again.',
    ja: 'ジョブの完了または失敗ごとに 1 件通知します。ポーリングは不要です。',
  },
  source: 'https://docs.aws.amazon.com/textract/latest/dg/api-async-roles.html',
  delivery: () => 'async',
  prepare: (from) => (from.props['completionMessages'] === false ? { from: { completionMessages: true } } : {}),
  refuse: (_from, to) =>
    to.props['topicType'] === 'fifo'
      ? {
          en: 'Completion messages go to standard topics only.',
          ja: '完了通知を送信できるのは標準トピックだけです。',
        }
      : undefined,
  describe: () => ({ en: 'job done', ja: 'ジョブ完了' }),
  permissions: (from, to) =>
    from.role.by === 'caller'
      ? []
      : [
          {
            grantee: from.id,
            actions: ['sns:Publish'],
            resources: [{ node: to.id, attribute: 'arn' }],
            byConstruct: true,
          },
        ],
  permissionsOfCallers: (from, to, actions) =>
    !actions.some(starts)
      ? []
      : from.role.by === 'caller'
        ? [{ actions: ['sns:Publish'], resources: [{ node: to.id, attribute: 'arn' }] }]
        : [
            {
              actions: ['iam:PassRole'],
              resources: [{ node: from.id, attribute: completionRole }],
              passedTo: from.role.principal,
            },
          ],
  argumentsOfCalls: (from, to, action) =>
    !starts(action)
      ? {}
      : from.role.by === 'caller'
        ? { SnsTopicArn: { node: to.id, attribute: 'arn' } }
        : {
            NotificationChannel: {
              RoleArn: { node: from.id, attribute: completionRole },
              SNSTopicArn: { node: to.id, attribute: 'arn' },
            },
          },
  emit: () => [],
});
