import { nodeId } from '../../model/design.js';
import { field, type PropsOf } from '../../model/fields.js';
import { problem, type Problem } from '../../model/problems.js';
import {
  array,
  call,
  cdk,
  create,
  lit,
  member,
  object,
  ref,
  seconds,
  sym,
  type Expr,
  type Statement,
} from '../../ts-ast/ast.js';
import { defineConnection, type EmittedConnection, type Emitter, type RoleOf } from '../define.js';
import { compactJson, given } from './shared.js';
import { brokerFields, queueBatchProblems } from './source-fields.js';

const parameters = 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html';
const streamParameters = 'https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html';
const changeStreams = 'https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html';

const fields = {
  ...brokerFields,
  database: field.text({
    label: { en: 'Database', ja: 'データベース' },
    default: 'app',
    required: true,
    code: true,
    pattern: { test: /^[^ /.$\x22]{1,63}$/, hint: { en: 'the name of a database', ja: 'データベースの名前' } },
    source: changeStreams,
  }),
  collection: field.text({
    label: { en: 'Collection', ja: 'コレクション' },
    help: { en: 'Empty: all of the database.', ja: '空欄の場合、データベースのすべてのコレクションが対象になります。' },
    code: true,
    pattern: { test: /^(?!system\.)[^$]{1,57}$/, hint: { en: 'the name of a collection', ja: 'コレクションの名前' } },
    source: changeStreams,
  }),
  fullDocument: field.choice({
    label: { en: 'Document of an update', ja: '更新時のドキュメント' },
    options: {
      Default: { en: 'What changed', ja: '変更箇所のみ' },
      UpdateLookup: { en: 'All of it', ja: 'ドキュメント全体' },
    },
    default: 'Default',
    source: changeStreams,
  }),
  batchSize: field.number({
    label: { en: 'Batch size', ja: 'バッチサイズ' },
    help: { en: 'Empty: the usual size of the source.', ja: '空欄の場合、ソースの標準のサイズになります。' },
    min: 1,
    max: 10_000,
    unit: 'count',
    source: parameters,
  }),
  batchingWindow: field.seconds({
    label: { en: 'Batching window', ja: 'バッチウィンドウ' },
    min: 0,
    max: 300,
    default: 0,
    source: parameters,
  }),
  filterPattern: field.code({
    label: { en: 'Filter criteria', ja: 'フィルター条件' },
    help: { en: 'Only records that match are read.', ja: '一致したレコードだけを読み取ります。' },
    language: 'event-pattern',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html',
  }),
  partialBatchResponse: field.boolean({
    label: { en: 'Partial batch response', ja: '部分的なバッチレスポンス' },
    help: {
      en: 'The function names the records that failed; only those come again.',
      ja: '関数が失敗したレコードを返し、そのレコードだけが再処理されます。',
    },
    default: true,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html',
  }),
  maxConcurrency: field.number({
    label: { en: 'Maximum concurrency', ja: '最大同時実行数' },
    min: 2,
    max: 1000,
    unit: 'count',
    advanced: true,
    source: parameters,
  }),
  startingPosition: field.choice({
    label: { en: 'Starting position', ja: '開始位置' },
    options: { LATEST: { en: 'Latest', ja: '最新' }, TRIM_HORIZON: { en: 'Oldest', ja: '最も古いレコード' } },
    default: 'LATEST',
    advanced: true,
    source: streamParameters,
  }),
  bisect: field.boolean({
    label: { en: 'Split a failed batch', ja: '失敗したバッチの分割' },
    default: true,
    advanced: true,
    source: streamParameters,
  }),
  retryAttempts: field.number({
    label: { en: 'Retry attempts', ja: '再試行回数' },
    min: 0,
    max: 10_000,
    default: 3,
    unit: 'count',
    advanced: true,
    source: streamParameters,
  }),
  maxRecordAge: field.seconds({
    label: { en: 'Maximum age of a record', ja: 'レコードの最大経過時間' },
    min: 60,
    max: 604_800,
    advanced: true,
    source: streamParameters,
  }),
  parallelization: field.number({
    label: { en: 'Batches at a time per shard', ja: 'シャードあたりの同時バッチ数' },
    min: 1,
    max: 10,
    default: 1,
    unit: 'count',
    advanced: true,
    source: streamParameters,
  }),
  deadLetterQueue: field.node({
    label: { en: 'Dead-letter queue', ja: 'デッドレターキュー (DLQ)' },
    help: {
      en: 'Is told of the batches that are given up.',
      ja: '再試行を終えても処理できなかったバッチの情報を受け取ります。',
    },
    services: ['sqs-queue'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html',
  }),
} as const;

type Kind = RoleOf<'eventSource'>['kind'];
type FieldName = keyof typeof fields;

/** Fields beyond those that all sources share. */
const ownFields: Readonly<Record<Kind, readonly FieldName[]>> = {
  queue: ['partialBatchResponse', 'maxConcurrency'],
  stream: [
    'partialBatchResponse',
    'startingPosition',
    'bisect',
    'retryAttempts',
    'maxRecordAge',
    'parallelization',
    'deadLetterQueue',
  ],
  kafka: ['topic', 'consumerGroup', 'startingPosition', 'deadLetterQueue'],
  activemq: ['queue'],
  rabbitmq: ['queue', 'virtualHost'],
  'change-stream': ['database', 'collection', 'fullDocument', 'startingPosition'],
};
const someHave = new Set(Object.values(ownFields).flat());

export const eventSourceMapping = defineConnection({
  kind: 'event-source-mapping',
  label: { en: 'Event source mapping', ja: 'イベントソースマッピング' },
  from: 'eventSource',
  to: 'reader',
  fields,
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Lambda polls the source and calls the function with batches; the function loops and reports failures.',
    ja: 'Lambda がソースをポーリングし、バッチ単位で関数を呼び出します。ループと失敗の報告は関数で行います。',
  },
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
  delivery: () => 'async',
  prepare: (from) => (from.node.service === 'dynamodb-table' ? { from: { stream: 'NEW_AND_OLD_IMAGES' } } : {}),
  optionsFor: ({ role }) => {
    const own = new Set(ownFields[role.kind]);
    return Object.fromEntries([...someHave].filter((name) => !own.has(name)).map((name) => [name, []]));
  },
  describe: (from, _to, props) => {
    const size = String(props.batchSize ?? from.role.defaultBatchSize);
    const name = nameOf(from.role.kind, props);
    const prefix = name === '' ? { en: '', ja: '' } : { en: `${name}, `, ja: `${name}、` };
    return given(props.filterPattern)
      ? { en: `${prefix.en}batch ${size}, filter`, ja: `${prefix.ja}バッチ ${size}、フィルター` }
      : { en: `${prefix.en}batch ${size}`, ja: `${prefix.ja}バッチ ${size}` };
  },
  permissions: (from, to, props) => [
    ...('permissions' in from.role
      ? from.role.permissions(from, props).map((permission) => ({ grantee: to.id, ...permission }))
      : [
          {
            grantee: to.id,
            actions: from.service.roles.pipeSource?.iam ?? [],
            resources: [{ node: from.id, attribute: from.role.kind === 'stream' ? 'streamArn' : 'arn' }],
            byConstruct: true as const,
          },
        ]),
    ...(props.deadLetterQueue === undefined || !ownFields[from.role.kind].includes('deadLetterQueue')
      ? []
      : [
          {
            grantee: to.id,
            actions: ['sqs:SendMessage'],
            resources: [{ node: nodeId(props.deadLetterQueue), attribute: 'arn' }],
            byConstruct: true as const,
          },
        ]),
  ],
  problems: ({ from, to, props }) => {
    if (from.role.kind !== 'queue') return [];
    const found: Problem[] = [];
    const visibility = from.props['visibilityTimeout'];
    const timeout = to.props['timeout'];
    // Lambda refuses the mapping: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    if (typeof visibility === 'number' && typeof timeout === 'number' && visibility < timeout)
      found.push(
        problem('visibility-too-short', { queue: from.label, function: to.label, seconds: visibility, timeout }),
      );
    found.push(...queueBatchProblems(from, props));
    return found;
  },
  handlerType: (from) => from.role.handlerType,
  emit: (connections, emitter) => connections.map((connection) => mappingOf(connection, emitter)),
});

type Props = PropsOf<typeof fields>;

/** What it reads, of what the source has many of. */
const nameOf = (kind: Kind, props: Props): string => {
  switch (kind) {
    case 'queue':
    case 'stream':
      return '';
    case 'kafka':
      return props.topic;
    case 'activemq':
    case 'rabbitmq':
      return props.queue;
    case 'change-stream':
      return given(props.collection) ? props.collection : props.database;
  }
};

function mappingOf(
  { id, from, to, props }: EmittedConnection<'eventSource', 'reader', Props>,
  emitter: Emitter,
): Statement {
  const { role } = from;
  const pattern = compactJson(props.filterPattern);
  const shared = {
    batchSize: lit(props.batchSize ?? role.defaultBatchSize),
    maxBatchingWindow:
      props.batchingWindow === 0 || from.props['queueType'] === 'fifo' ? undefined : seconds(props.batchingWindow),
    filters: pattern === undefined ? undefined : array([object({ pattern: lit(pattern) })]),
  };
  const target = emitter.construct(to.id);
  // A stream forgets its records: where the design draws no queue for those that fail, the stack has one.
  const onFailure = (): Expr =>
    create(
      cdk('aws-lambda-event-sources', 'SqsDlq'),
      props.deadLetterQueue === undefined
        ? emitter.common('deadLetters')
        : emitter.construct(nodeId(props.deadLetterQueue)),
    );
  const startingPosition = sym('aws-lambda', `StartingPosition.${props.startingPosition}`);
  if ('construct' in role) {
    const stream = role.kind === 'stream';
    return {
      type: 'do',
      expression: call(
        target,
        'addEventSource',
        create(
          role.construct,
          emitter.construct(from.id),
          object({
            startingPosition: stream ? startingPosition : undefined,
            batchSize: shared.batchSize,
            maxBatchingWindow: shared.maxBatchingWindow,
            reportBatchItemFailures: props.partialBatchResponse ? lit(true) : undefined,
            maxConcurrency: stream || props.maxConcurrency === undefined ? undefined : lit(props.maxConcurrency),
            bisectBatchOnError: stream && props.bisect ? lit(true) : undefined,
            retryAttempts: stream ? lit(props.retryAttempts) : undefined,
            maxRecordAge: stream && props.maxRecordAge !== undefined ? seconds(props.maxRecordAge) : undefined,
            parallelizationFactor: stream && props.parallelization !== 1 ? lit(props.parallelization) : undefined,
            onFailure: stream ? onFailure() : undefined,
            filters: shared.filters,
          }),
        ),
      ),
    };
  }
  const constructId = lit(emitter.constructId(id, 'mapping'));
  const source = role.mapping(from, emitter);
  if (role.kind === 'kafka')
    return {
      type: 'do',
      expression: call(
        target,
        'addEventSourceMapping',
        constructId,
        object({
          ...source,
          kafkaTopic: lit(props.topic),
          kafkaConsumerGroupId: given(props.consumerGroup) ? lit(props.consumerGroup) : undefined,
          startingPosition,
          ...shared,
          onFailure: onFailure(),
        }),
      ),
    };
  // The CDK's own class knows neither queues of a broker nor change streams.
  return {
    type: 'do',
    expression: create(
      cdk('aws-lambda', 'CfnEventSourceMapping'),
      ref('this'),
      constructId,
      object({
        functionName: member(target, 'functionArn'),
        eventSourceArn: source['eventSourceArn'],
        sourceAccessConfigurations: accessOf(role.kind, source['sourceAccessConfigurations'], props),
        ...(role.kind === 'change-stream'
          ? {
              documentDbEventSourceConfig: object({
                databaseName: lit(props.database),
                collectionName: given(props.collection) ? lit(props.collection) : undefined,
                fullDocument: lit(props.fullDocument),
              }),
              startingPosition: lit(props.startingPosition),
            }
          : { queues: array([lit(props.queue)]) }),
        batchSize: shared.batchSize,
        maximumBatchingWindowInSeconds: props.batchingWindow === 0 ? undefined : lit(props.batchingWindow),
        filterCriteria: shared.filters === undefined ? undefined : object({ filters: shared.filters }),
      }),
    ),
  };
}

/** RabbitMQ keeps its queues in virtual hosts. */
const accessOf = (kind: Kind, access: Expr | undefined, props: Props): Expr | undefined =>
  kind === 'rabbitmq' && access?.type === 'array'
    ? array([...access.items, object({ type: lit('VIRTUAL_HOST'), uri: lit(props.virtualHost) })])
    : access;
