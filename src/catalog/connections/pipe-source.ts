import { field, resolveProps } from '../../model/fields.js';
import { array, lit, object, type Expr } from '../../ts-ast/ast.js';
import { defineConnection, type ConnectedEnd, type RoleOf } from '../define.js';
import { compactJson, given } from './shared.js';

const reference = 'https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceParameters.html';
const streamOnly = ['startingPosition', 'retryAttempts', 'bisect'];

const fields = {
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
} as const;

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
  optionsFor: (from) =>
    from.role.parameters === 'SqsQueueParameters' ? Object.fromEntries(streamOnly.map((name) => [name, []])) : {},
  describe: (_from, _to, props) =>
    given(props.filterPattern)
      ? { en: `batch ${String(props.batchSize)}, filter`, ja: `バッチ ${String(props.batchSize)}、フィルター` }
      : { en: `batch ${String(props.batchSize)}`, ja: `バッチ ${String(props.batchSize)}` },
  permissions: (from, to) => [
    { grantee: to.id, actions: from.role.iam, resources: [{ node: from.id, attribute: from.role.attribute }] },
  ],
  emit: () => [],
});

/** `sourceParameters` of the pipe that a source connection belongs to. */
export function pipeSourceParameters({ connection, other }: ConnectedEnd, role: RoleOf<'pipeSource'>): Expr {
  const props = resolveProps(fields, connection.props);
  const pattern = compactJson(props.filterPattern);
  const common = {
    batchSize: lit(props.batchSize),
    maximumBatchingWindowInSeconds:
      props.batchingWindow === 0 || other.props['queueType'] === 'fifo' ? undefined : lit(props.batchingWindow),
  };
  return object({
    filterCriteria: pattern === undefined ? undefined : object({ filters: array([object({ pattern: lit(pattern) })]) }),
    ...(role.parameters === 'SqsQueueParameters'
      ? { sqsQueueParameters: object(common) }
      : {
          [streamNames[role.parameters]]: object({
            startingPosition: lit(props.startingPosition),
            ...common,
            maximumRetryAttempts: lit(props.retryAttempts),
            onPartialBatchItemFailure: props.bisect ? lit('AUTOMATIC_BISECT') : undefined,
          }),
        }),
  });
}

const streamNames = {
  DynamoDBStreamParameters: 'dynamoDbStreamParameters',
  KinesisStreamParameters: 'kinesisStreamParameters',
} as const;
