import { nodeId } from '../../model/design.js';
import { field, resolveProps, type PropsOf } from '../../model/fields.js';
import { array, lit, object, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type Emitter, type RoleOf } from '../define.js';
import { compactJson, given } from './shared.js';
import { brokerFields, queueBatchProblems } from './source-fields.js';

const reference = 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceParameters.html';
const streams = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-kinesis.html';

const fields = {
  ...brokerFields,
  batchSize: field.number({
    label: { en: 'Batch size', ja: 'バッチサイズ' },
    min: 1,
    max: 10_000,
    default: 1,
    unit: 'count',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html',
  }),
  batchingWindow: field.seconds({
    label: { en: 'Batching window', ja: 'バッチウィンドウ' },
    min: 0,
    max: 300,
    default: 0,
    source: reference,
  }),
  filterPattern: field.code({
    label: { en: 'Filter', ja: 'フィルター' },
    help: {
      en: 'Only records that match go through, and only they are billed.',
      ja: '一致したレコードだけが転送され、課金されます。',
    },
    language: 'event-pattern',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-filtering.html',
  }),
  startingPosition: field.choice({
    label: { en: 'Starting position', ja: '開始位置' },
    options: { LATEST: { en: 'Latest', ja: '最新' }, TRIM_HORIZON: { en: 'Oldest', ja: '最も古いレコード' } },
    default: 'LATEST',
    advanced: true,
    source: reference,
  }),
  retryAttempts: field.number({
    label: { en: 'Retry attempts', ja: '再試行回数' },
    min: 0,
    max: 10_000,
    default: 3,
    unit: 'count',
    advanced: true,
    source: reference,
  }),
  bisect: field.boolean({
    label: { en: 'Split a failed batch', ja: '失敗したバッチの分割' },
    default: true,
    advanced: true,
    source: reference,
  }),
  maxRecordAge: field.seconds({
    label: { en: 'Maximum age of a record', ja: 'レコードの最大経過時間' },
    min: 60,
    max: 604_800,
    advanced: true,
    source: streams,
  }),
  parallelization: field.number({
    label: { en: 'Batches at a time per shard', ja: 'シャードあたりの同時バッチ数' },
    min: 1,
    max: 10,
    default: 1,
    unit: 'count',
    advanced: true,
    source: streams,
  }),
  deadLetterQueue: field.node({
    label: { en: 'Dead-letter queue', ja: 'デッドレターキュー (DLQ)' },
    help: {
      en: 'Is told of the batches that are given up.',
      ja: '再試行を終えても処理できなかったバッチの情報を受け取ります。',
    },
    services: ['sqs-queue'],
    source: 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_DeadLetterConfig.html',
  }),
} as const;

type Parameters = RoleOf<'pipeSource'>['parameters'];
type FieldName = keyof typeof fields;

const ofStream = [
  'startingPosition',
  'retryAttempts',
  'bisect',
  'maxRecordAge',
  'parallelization',
  'deadLetterQueue',
] as const satisfies readonly FieldName[];
const ofKafka = ['topic', 'consumerGroup', 'startingPosition'] as const satisfies readonly FieldName[];

/** Fields beyond those that all sources share, by what the API calls their parameters. */
const ownFields: Readonly<Record<Parameters, readonly FieldName[]>> = {
  SqsQueueParameters: [],
  DynamoDBStreamParameters: ofStream,
  KinesisStreamParameters: ofStream,
  ManagedStreamingKafkaParameters: ofKafka,
  SelfManagedKafkaParameters: ofKafka,
  ActiveMQBrokerParameters: ['queue'],
  RabbitMQBrokerParameters: ['queue', 'virtualHost'],
};
const someHave = new Set(Object.values(ownFields).flat());

export const pipeSource = defineConnection({
  kind: 'pipe-source',
  label: { en: 'Pipe source', ja: 'パイプのソース' },
  from: 'pipeSource',
  to: 'pipe',
  fields,
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'The pipe polls; only records that match its filter are billed.',
    ja: 'パイプがポーリングします。課金されるのは、フィルターに一致したレコードだけです。',
  },
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-source.html',
  delivery: () => 'async',
  prepare: (from) => (from.node.service === 'dynamodb-table' ? { from: { stream: 'NEW_AND_OLD_IMAGES' } } : {}),
  optionsFor: ({ role, props }) => {
    const own = new Set(ownFields[role.parameters]);
    return {
      ...Object.fromEntries([...someHave].filter((name) => !own.has(name)).map((name) => [name, []])),
      // A FIFO queue hands its messages over at once.
      ...(props['queueType'] === 'fifo' ? { batchingWindow: [] } : {}),
    };
  },
  describe: (from, _to, props) => {
    const [first] = ownFields[from.role.parameters];
    const name = first === 'topic' ? props.topic : first === 'queue' ? props.queue : '';
    const size = String(props.batchSize);
    const prefix = name === '' ? { en: '', ja: '' } : { en: `${name}, `, ja: `${name}、` };
    return given(props.filterPattern)
      ? { en: `${prefix.en}batch ${size}, filter`, ja: `${prefix.ja}バッチ ${size}、フィルター` }
      : { en: `${prefix.en}batch ${size}`, ja: `${prefix.ja}バッチ ${size}` };
  },
  permissions: (from, to, props) =>
    [
      ...(from.role.permissions?.(from, props) ?? [
        { actions: from.role.iam, resources: [{ node: from.id, attribute: from.role.attribute }] },
      ]),
      ...(props.deadLetterQueue === undefined || !isStream(from.role.parameters)
        ? []
        : [{ actions: ['sqs:SendMessage'], resources: [{ node: nodeId(props.deadLetterQueue), attribute: 'arn' }] }]),
    ].map((permission) => ({ grantee: to.id, ...permission })),
  problems: ({ from, props }) => (from.role.parameters === 'SqsQueueParameters' ? queueBatchProblems(from, props) : []),
  emit: () => [],
});

const isStream = (parameters: Parameters): boolean => ownFields[parameters] === ofStream;

/** `sourceParameters` of the pipe that a source connection belongs to. */
export function pipeSourceParameters(
  { connection, other }: ConnectedEnd,
  role: RoleOf<'pipeSource'>,
  emitter: Emitter,
): Expr {
  const props = resolveProps(fields, connection.props);
  const pattern = compactJson(props.filterPattern);
  return object({
    filterCriteria: pattern === undefined ? undefined : object({ filters: array([object({ pattern: lit(pattern) })]) }),
    [names[role.parameters]]: object({
      ...startOf(role.parameters, props),
      batchSize: lit(props.batchSize),
      maximumBatchingWindowInSeconds:
        props.batchingWindow === 0 || other.props['queueType'] === 'fifo' ? undefined : lit(props.batchingWindow),
      ...(isStream(role.parameters) ? retriesOf(props, emitter) : {}),
      ...role.own?.(other, emitter),
    }),
  });
}

const names: Readonly<Record<Parameters, string>> = {
  SqsQueueParameters: 'sqsQueueParameters',
  DynamoDBStreamParameters: 'dynamoDbStreamParameters',
  KinesisStreamParameters: 'kinesisStreamParameters',
  ManagedStreamingKafkaParameters: 'managedStreamingKafkaParameters',
  SelfManagedKafkaParameters: 'selfManagedKafkaParameters',
  ActiveMQBrokerParameters: 'activeMqBrokerParameters',
  RabbitMQBrokerParameters: 'rabbitMqBrokerParameters',
};

/** What is read, and from where on. */
function startOf(parameters: Parameters, props: PropsOf<typeof fields>): Readonly<Record<string, Expr | undefined>> {
  switch (parameters) {
    case 'SqsQueueParameters':
      return {};
    case 'DynamoDBStreamParameters':
    case 'KinesisStreamParameters':
      return { startingPosition: lit(props.startingPosition) };
    case 'ManagedStreamingKafkaParameters':
    case 'SelfManagedKafkaParameters':
      return {
        topicName: lit(props.topic),
        consumerGroupId: given(props.consumerGroup) ? lit(props.consumerGroup) : undefined,
        startingPosition: lit(props.startingPosition),
      };
    case 'ActiveMQBrokerParameters':
      return { queueName: lit(props.queue) };
    case 'RabbitMQBrokerParameters':
      return { queueName: lit(props.queue), virtualHost: lit(props.virtualHost) };
  }
}

/** What becomes of a batch of a stream that fails. */
const retriesOf = (props: PropsOf<typeof fields>, emitter: Emitter): Readonly<Record<string, Expr | undefined>> => ({
  maximumRetryAttempts: lit(props.retryAttempts),
  maximumRecordAgeInSeconds: props.maxRecordAge === undefined ? undefined : lit(props.maxRecordAge),
  onPartialBatchItemFailure: props.bisect ? lit('AUTOMATIC_BISECT') : undefined,
  parallelizationFactor: props.parallelization === 1 ? undefined : lit(props.parallelization),
  deadLetterConfig:
    props.deadLetterQueue === undefined
      ? undefined
      : object({ arn: emitter.attribute(nodeId(props.deadLetterQueue), 'arn') }),
});
