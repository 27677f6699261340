import { isObject } from '../../asl/definition.js';
import { nodeId, type Json } from '../../model/design.js';
import { field } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { array, call, callStatic, cdk, create, json, lit, object, ref, sym, type Expr } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import { given, parseJson } from './shared.js';

const filters = 'https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html';

const fields = {
  filterPolicy: field.code({
    label: { en: 'Filter policy', ja: 'フィルターポリシー' },
    help: {
      en: 'JSON with lists of conditions; only messages that match are sent.',
      ja: '条件のリストを持つ JSON です。一致したメッセージだけが送信されます。',
    },
    language: 'json',
    source: filters,
  }),
  filterScope: field.choice({
    label: { en: 'Filter by', ja: 'フィルターの対象' },
    options: {
      MessageAttributes: { en: 'Message attributes', ja: 'メッセージ属性' },
      MessageBody: { en: 'Message body', ja: 'メッセージ本文' },
    },
    default: 'MessageAttributes',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html',
  }),
  rawDelivery: field.boolean({
    label: { en: 'Raw message delivery', ja: 'raw メッセージ配信' },
    help: { en: 'Without the envelope of SNS.', ja: 'SNS のメタデータを付けずに配信します。' },
    default: false,
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html',
  }),
  deadLetterQueue: field.node({
    label: { en: 'Dead-letter queue', ja: 'デッドレターキュー (DLQ)' },
    help: { en: 'Receives messages that could not be delivered.', ja: '配信できなかったメッセージを受け取ります。' },
    services: ['sqs-queue'],
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
  }),
} as const;

export const subscription = defineConnection({
  kind: 'subscription',
  label: { en: 'Subscription', ja: 'サブスクリプション' },
  from: 'topic',
  to: 'subscriber',
  fields,
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Each subscriber gets its own copy of every message that passes its filter.',
    ja: 'フィルターを通過したメッセージのコピーが、サブスクライバーごとに配信されます。',
  },
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html',
  delivery: () => 'async',
  // https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html
  refuse: (from, to) => {
    const ordered = from.props['topicType'] === 'fifo';
    if (ordered && to.service.type !== 'sqs-queue')
      return {
        en: 'A FIFO topic delivers to SQS queues only.',
        ja: 'FIFO トピックの配信先は SQS キューだけです。',
      };
    return !ordered && to.props['queueType'] === 'fifo'
      ? {
          en: 'A FIFO queue takes messages of FIFO topics only.',
          ja: 'FIFO キューが受け取れるのは、FIFO トピックのメッセージだけです。',
        }
      : undefined;
  },
  optionsFor: (_from, to) => (to.role.raw ? {} : { rawDelivery: [] }),
  describe: (_from, _to, { filterPolicy }) =>
    given(filterPolicy) ? { en: 'filtered', ja: 'フィルターあり' } : { en: 'all messages', ja: 'すべてのメッセージ' },
  permissions: () => [],
  problems: ({ props }) => {
    const policy = parseJson(props.filterPolicy);
    if (!given(props.filterPolicy) || policy === undefined || isPolicy(policy, props.filterScope)) return [];
    return [
      problem('code-invalid', {
        field: fields.filterPolicy.label,
        detail: {
          en: 'a filter policy is an object whose values are lists of conditions',
          ja: 'フィルターポリシーは、値が条件のリストであるオブジェクトです。',
        },
      }),
    ];
  },
  handlerType: () => 'SNSHandler',
  emit: (connections, emitter) =>
    connections.map(({ id, from, to, props }) => {
      const policy = parseJson(props.filterPolicy);
      const options = {
        [props.filterScope === 'MessageBody' ? 'filterPolicyWithMessageBody' : 'filterPolicy']:
          policy === undefined || !isPolicy(policy, props.filterScope)
            ? undefined
            : filterOf(policy, props.filterScope),
        rawMessageDelivery: to.role.raw && props.rawDelivery ? lit(true) : undefined,
        deadLetterQueue:
          props.deadLetterQueue === undefined
            ? emitter.common(to.props['queueType'] === 'fifo' ? 'fifoDeadLetters' : 'deadLetters')
            : emitter.construct(nodeId(props.deadLetterQueue)),
      };
      const topic = emitter.construct(from.id);
      if ('protocol' in to.role) {
        const endpoint = to.props[to.role.prop];
        return {
          type: 'do',
          expression: create(
            cdk('aws-sns', 'Subscription'),
            ref('this'),
            lit(emitter.constructId(id, 'subscription')),
            object({
              topic,
              protocol: sym('aws-sns', `SubscriptionProtocol.${to.role.protocol}`),
              endpoint: lit(typeof endpoint === 'string' ? endpoint : ''),
              ...options,
            }),
          ),
        };
      }
      const given = object(options);
      const hasOptions = given.type === 'object' && given.entries.length > 0;
      return {
        type: 'do',
        expression: call(
          topic,
          'addSubscription',
          create(to.role.construct, emitter.construct(to.id), ...(hasOptions ? [given] : [])),
        ),
      };
    }),
});

type Scope = 'MessageAttributes' | 'MessageBody';

/** An object of lists; of the body it may be nested. */
function isPolicy(policy: Json, scope: Scope): policy is Readonly<Record<string, Json>> {
  return (
    isObject(policy) &&
    Object.values(policy).every((value) => Array.isArray(value) || (scope === 'MessageBody' && isPolicy(value, scope)))
  );
}

function filterOf(policy: Readonly<Record<string, Json>>, scope: Scope): Expr {
  const filter = (value: Json): Expr => {
    const made = create(
      cdk('aws-sns', 'SubscriptionFilter'),
      array(Array.isArray(value) ? (value as readonly Json[]).map(condition) : []),
    );
    return scope === 'MessageBody' ? callStatic('aws-sns', 'FilterOrPolicy.filter', made) : made;
  };
  return {
    type: 'object',
    entries: Object.entries(policy).map(([key, value]) => [
      key,
      isObject(value) ? callStatic('aws-sns', 'FilterOrPolicy.policy', filterOf(value, scope)) : filter(value),
    ]),
  };
}

/** A condition may be null, which means something. */
const condition = (value: Json): Expr => (value === null ? lit(null) : json(value));
