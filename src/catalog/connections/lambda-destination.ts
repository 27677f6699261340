import { field, resolveProps } from '../../model/fields.js';
import { create, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type Emitter } from '../define.js';

const fields = {
  on: field.choice({
    label: { en: 'When', ja: '条件' },
    options: { failure: { en: 'On failure', ja: '失敗時' }, success: { en: 'On success', ja: '成功時' } },
    default: 'failure',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  }),
} as const;

export const lambdaDestination = defineConnection({
  kind: 'lambda-destination',
  label: { en: 'Destination of asynchronous invocations', ja: '非同期呼び出しの送信先' },
  from: 'asyncInvoked',
  to: 'invocationDestination',
  fields,
  home: 'from',
  rank: 60,
  tradeOff: {
    en: 'Lambda sends the result or the failure of an asynchronous invocation on, without code.',
    ja: '非同期呼び出しの結果または失敗を、Lambda がコードなしで送信します。',
  },
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  delivery: () => 'async',
  // A queue or topic in order needs a message group, which Lambda does not set.
  refuse: (_from, to) =>
    to.props['queueType'] === 'fifo' || to.props['topicType'] === 'fifo'
      ? {
          en: 'Lambda sends results to standard queues and topics only.',
          ja: 'Lambda の送信先には、標準キューと標準トピックだけを使用できます。',
        }
      : undefined,
  optionsFor: (_from, to) => (to.role.failuresOnly === true ? { on: ['failure'] } : {}),
  describe: (_from, _to, { on }) =>
    on === 'failure' ? { en: 'on failure', ja: '失敗時' } : { en: 'on success', ja: '成功時' },
  permissions: (from, to) => {
    // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
    if (to.service.type === 's3-bucket')
      return [
        { grantee: from.id, actions: ['s3:PutObject'], resources: [{ node: to.id, attribute: 'arn', suffix: '/*' }] },
        { grantee: from.id, actions: ['s3:ListBucket'], resources: [{ node: to.id, attribute: 'arn' }] },
      ];
    const actions = actionsOf[to.service.type];
    return actions === undefined
      ? []
      : [
          {
            grantee: from.id,
            actions,
            resources: [{ node: to.id, attribute: 'arn' }],
            byConstruct: true,
          },
        ];
  },
  emit: () => [],
});

const actionsOf: Readonly<Record<string, readonly string[]>> = {
  'sqs-queue': ['sqs:SendMessage'],
  'sns-topic': ['sns:Publish'],
  'event-bus': ['events:PutEvents'],
  'lambda-function': ['lambda:InvokeFunction'],
};

/** The destination of a function for one condition: the first that is drawn, since Lambda knows one. */
export const destinationEnd = (
  outgoing: readonly ConnectedEnd[],
  on: 'success' | 'failure',
): ConnectedEnd | undefined =>
  outgoing.find(
    ({ connection, service: { roles } }) =>
      connection.kind === 'lambda-destination' &&
      resolveProps(fields, connection.props).on === on &&
      roles.invocationDestination !== undefined &&
      (on === 'failure' || roles.invocationDestination.failuresOnly !== true),
  );

/** The same as the CDK has it. */
export function destinationOf(
  outgoing: readonly ConnectedEnd[],
  on: 'success' | 'failure',
  emitter: Emitter,
): Expr | undefined {
  const end = destinationEnd(outgoing, on);
  const role = end?.service.roles.invocationDestination;
  return end === undefined || role === undefined ? undefined : create(role.construct, emitter.construct(end.other.id));
}
