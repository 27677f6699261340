import { field, resolveProps } from '../../model/fields.js';
import { problem, type Problem } from '../../model/problems.js';
import {
  array,
  cdk,
  callStatic,
  create,
  lit,
  member,
  object,
  ref,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type Emitter, type NodeView } from '../define.js';

const logExport = 'https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html';

const fields = {
  events: field.choice({
    label: { en: 'Logs', ja: 'ログ' },
    options: {
      userNotification: { en: 'Messages that failed', ja: '送信に失敗したメッセージ' },
      userAuthEvents: { en: 'Sign-in activity (Plus plan)', ja: 'サインインのアクティビティ (Plus プラン)' },
    },
    default: 'userNotification',
    source: logExport,
  }),
} as const;

/** What a user pool sends by itself: mail by SES, logs to wherever they are kept. Its construct says it all. */
export const userPoolDelivery = defineConnection({
  kind: 'user-pool-delivery',
  label: { en: 'User pool delivery', ja: 'ユーザープールからの配信' },
  from: 'userPool',
  to: 'userPoolTarget',
  fields,
  home: 'from',
  rank: 20,
  tradeOff: {
    en: 'The user pool sends it itself, without a trigger.',
    ja: 'トリガーの関数を使わずに、ユーザープールが直接送信します。',
  },
  source: logExport,
  delivery: () => 'async',
  refuse: (from) =>
    from.node.origin === 'existing'
      ? {
          en: 'Settings of a user pool that exists are made where it is made.',
          ja: '既存のユーザープールの設定は、作成元で変更します。',
        }
      : undefined,
  optionsFor: (_from, to) => (to.role.by === 'ses' ? { events: [] } : {}),
  describe: (_from, to) => (to.role.by === 'ses' ? { en: 'mail', ja: 'メール' } : { en: 'logs', ja: 'ログ' }),
  // Cognito sends by a role linked to its service: https://docs.aws.amazon.com/cognito/latest/developerguide/using-service-linked-roles.html
  permissions: (from, to) =>
    to.role.by === 'ses'
      ? [
          {
            grantee: from.id,
            actions: ['ses:SendEmail'],
            resources: [{ node: to.id, attribute: 'arn' }],
            byConstruct: true,
          },
        ]
      : [],
  emit: () => [],
});

const endsOf = (outgoing: readonly ConnectedEnd[]): readonly ConnectedEnd[] =>
  outgoing.filter(({ connection }) => connection.kind === userPoolDelivery.kind);

const eventsOf = ({ connection: { props } }: ConnectedEnd): string =>
  resolveProps(fields, typeof props['events'] === 'string' ? { events: props['events'] } : {}).events;

const isMail = ({ service }: ConnectedEnd): boolean => service.roles.userPoolTarget?.by === 'ses';

/** Whether the activity of people is logged, which needs the plan with threat protection. */
export const logsActivity = (outgoing: readonly ConnectedEnd[]): boolean =>
  endsOf(outgoing).some((end) => !isMail(end) && eventsOf(end) === 'userAuthEvents');

/** The sender of its mail; undefined: Cognito itself, for few messages a day. */
export function senderOf(outgoing: readonly ConnectedEnd[]): Expr | undefined {
  const end = endsOf(outgoing).find(isMail);
  const identity = end?.other.props['identity'];
  if (typeof identity !== 'string') return undefined;
  const isAddress = identity.includes('@');
  return callStatic(
    'aws-cognito',
    'UserPoolEmail.withSES',
    object({
      fromEmail: lit(isAddress ? identity : `no-reply@${identity}`),
      sesVerifiedDomain: isAddress ? undefined : lit(identity),
      sesRegion: member(ref('this'), 'region'),
    }),
  );
}

const targets = {
  logs: ['cloudWatchLogsConfiguration', 'logGroupArn'],
  firehose: ['firehoseConfiguration', 'streamArn'],
  s3: ['s3Configuration', 'bucketArn'],
} as const;

/** One configuration holds all logs of a user pool. */
export function logDelivery(
  { id }: NodeView,
  outgoing: readonly ConnectedEnd[],
  emitter: Emitter,
  self: Expr,
): readonly Statement[] {
  const logs = endsOf(outgoing).flatMap((end) => {
    const by = end.service.roles.userPoolTarget?.by;
    if (by === undefined || by === 'ses') return [];
    const [group, name] = targets[by];
    const events = eventsOf(end);
    return [
      object({
        eventSource: lit(events),
        logLevel: lit(events === 'userNotification' ? 'ERROR' : 'INFO'),
        [group]: object({ [name]: emitter.attribute(end.other.id, 'arn') }),
      }),
    ];
  });
  return logs.length === 0
    ? []
    : [
        {
          type: 'do',
          expression: create(
            cdk('aws-cognito', 'CfnLogDeliveryConfiguration'),
            ref('this'),
            lit(emitter.constructId(id, 'logs')),
            object({ userPoolId: member(self, 'userPoolId'), logConfigurations: array(logs) }),
          ),
        },
      ];
}

/** Mail has one sender, each kind of log one place. */
export function deliveryProblems(outgoing: readonly ConnectedEnd[]): readonly Problem[] {
  const keys = endsOf(outgoing).map((end) => (isMail(end) ? 'mail' : eventsOf(end)));
  return new Set(keys).size === keys.length ? [] : [problem('one-connection-only', { kind: userPoolDelivery.label })];
}
