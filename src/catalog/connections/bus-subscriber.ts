import { field, type PropsOf } from '../../model/fields.js';
import { problem } from '../../model/problems.js';
import { lit, object, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type End } from '../define.js';
import type { RolePermission } from '../target-role.js';
import { given, methodField } from './shared.js';
import { subscriberFields, subscriberStatements } from './subscriber-fields.js';

const subscribers = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-subscribers.html';

const fields = {
  ...subscriberFields,
  transform: field.choice({
    label: { en: 'Event', ja: 'イベント' },
    options: {
      RAW: { en: 'Its data', ja: 'データのみ' },
      WITH_METADATA: { en: 'Data and metadata', ja: 'データとメタデータ' },
      JSONATA: { en: 'JSONata expression', ja: 'JSONata 式' },
    },
    default: 'RAW',
    source: subscribers,
  }),
  expression: field.code({
    label: { en: 'Expression', ja: '式' },
    language: 'jsonata',
    required: true,
    when: { field: 'transform', is: ['JSONATA'] },
    source: subscribers,
  }),
  invocation: field.choice({
    label: { en: 'Invocation', ja: '呼び出し' },
    options: {
      EVENT: { en: 'Asynchronous: does not wait', ja: '非同期: 応答を待たない' },
      REQUEST_RESPONSE: { en: 'Synchronous: retried when it fails', ja: '同期: 失敗時に再試行' },
    },
    default: 'EVENT',
    source: subscribers,
  }),
  messageGroupId: field.text({
    label: { en: 'Message group ID', ja: 'メッセージグループ ID' },
    help: {
      en: 'A text, or a JSONata expression between {% and %}.',
      ja: 'テキスト、または {% と %} で囲んだ JSONata 式です。',
    },
    code: true,
    source: subscribers,
  }),
  partitionKey: field.text({
    label: { en: 'Partition key', ja: 'パーティションキー' },
    help: {
      en: 'A text, or a JSONata expression between {% and %}.',
      ja: 'テキスト、または {% と %} で囲んだ JSONata 式です。',
    },
    code: true,
    source: subscribers,
  }),
  method: methodField('POST'),
  path: field.text({
    label: { en: 'Path', ja: 'パス' },
    default: '/',
    required: true,
    code: true,
    pattern: {
      test: /^\/[A-Za-z0-9._~$:/-]*$/,
      hint: { en: 'it begins with / and has no parameters', ja: '/ で始め、パラメータを含めないでください。' },
    },
    source: subscribers,
  }),
} as const;

type Props = PropsOf<typeof fields>;

/** A state machine that is called synchronously: only an express one answers. */
const isSync = (to: End<'busSubscriber'>, { invocation }: Props): boolean =>
  to.role.parameters === 'stepFunctions' && invocation === 'REQUEST_RESPONSE' && to.props['type'] === 'EXPRESS';

const permissionsOn = (to: End<'busSubscriber'>, props: Props): readonly RolePermission[] =>
  to.role.permissions?.(to, props) ?? [
    {
      actions: isSync(to, props) ? ['states:StartSyncExecution'] : to.role.iam,
      resources: [{ node: to.id, attribute: 'arn' }],
    },
  ];

export const busSubscriber = defineConnection({
  kind: 'bus-subscriber',
  label: { en: 'Subscriber of a custom event bus', ja: 'カスタムイベントバスのサブスクライバー' },
  from: 'customBus',
  to: 'busSubscriber',
  fields,
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Events are kept and can be replayed; delivered in batches, in order where it is asked for.',
    ja: 'イベントは保持され、再生できます。バッチで配信し、必要に応じて順序を保証します。',
  },
  source: subscribers,
  delivery: () => 'async',
  refuse: (_from, to) => to.role.unready?.(to),
  optionsFor: (_from, { role, props }) => ({
    ...(role.maxBatchSize > 1 ? {} : { batchSize: [], batchWindow: [] }),
    ...(role.parameters === 'lambda' || (role.parameters === 'stepFunctions' && props['type'] === 'EXPRESS')
      ? {}
      : { invocation: [] }),
    ...(isFifo(props) ? {} : { messageGroupId: [] }),
    ...(role.parameters === 'kinesis' ? {} : { partitionKey: [] }),
    ...(role.route === true ? {} : { method: [], path: [] }),
  }),
  initialProps: (_from, { props }) => (isFifo(props) ? { messageGroupId: 'events' } : {}),
  describe: (_from, _to, { filter, ordering }) =>
    given(filter)
      ? { en: 'filtered', ja: 'フィルター' }
      : ordering === 'FIFO'
        ? { en: 'in order', ja: '順序どおり' }
        : { en: 'all events', ja: '全イベント' },
  permissions: (from, to, props) =>
    permissionsOn(to, props).map((one) => ({ grantee: from.id, ...one, byConstruct: true })),
  problems: ({ to, props }) => [
    ...(props.batchSize > to.role.maxBatchSize
      ? [
          problem('field-out-of-range', {
            field: subscriberFields.batchSize.label,
            min: 1,
            max: to.role.maxBatchSize,
          }),
        ]
      : []),
    ...(isFifo(to.props) && !given(props.messageGroupId)
      ? [problem('field-required', { field: fields.messageGroupId.label })]
      : []),
  ],
  handlerType: () => 'Handler<unknown, void>',
  emit: (connections, emitter) =>
    connections.flatMap(({ id, from, to, props }) =>
      subscriberStatements(
        {
          id,
          bus: from,
          props,
          permissions: permissionsOn(to, props),
          invoke: {
            targetArn: to.role.target?.(to, emitter, props) ?? emitter.attribute(to.id, 'arn'),
            ...parametersOf(to, props),
          },
          transformer: transformerOf(props),
        },
        emitter,
      ),
    ),
});

const isFifo = (props: Readonly<Record<string, unknown>>): boolean =>
  props['queueType'] === 'fifo' || props['topicType'] === 'fifo';

const text = (value: string | undefined): Expr | undefined => (given(value) ? lit(value) : undefined);

function parametersOf(to: End<'busSubscriber'>, props: Props): Readonly<Record<string, Expr>> {
  switch (to.role.parameters) {
    case 'sqs':
      return isFifo(to.props) ? { sqsParameters: object({ messageGroupId: text(props.messageGroupId) }) } : {};
    case 'sns':
      return isFifo(to.props) ? { snsParameters: object({ messageGroupId: text(props.messageGroupId) }) } : {};
    case 'kinesis':
      return given(props.partitionKey) ? { kinesisParameters: object({ partitionKey: lit(props.partitionKey) }) } : {};
    case 'lambda':
      return { lambdaParameters: object({ invocationType: lit(props.invocation) }) };
    case 'stepFunctions':
      return {
        stepFunctionsParameters: object({ invocationType: lit(isSync(to, props) ? 'REQUEST_RESPONSE' : 'EVENT') }),
      };
    case 'http':
    case 'eventBusV2':
    case 'none':
      return {};
  }
}

function transformerOf({ transform, expression }: Props): Expr | undefined {
  if (transform === 'RAW') return undefined;
  return transform === 'JSONATA' && given(expression)
    ? object({
        type: lit('JSONATA'),
        jsonataConfiguration: object({
          expression: lit(expression.trim().startsWith('{%') ? expression.trim() : `{% ${expression.trim()} %}`),
        }),
      })
    : object({ type: lit(transform) });
}
