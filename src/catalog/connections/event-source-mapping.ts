import { field } from '../../model/fields.js';
import { problem, type Problem } from '../../model/problems.js';
import { array, call, create, lit, object, seconds, sym } from '../../ts-ast/ast.js';
import { defineConnection } from '../define.js';
import { compactJson, given } from './shared.js';

const parameters = 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html';
const streamParameters = 'https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html';
const streamOnly = ['startingPosition', 'bisect', 'retryAttempts', 'maxRecordAge', 'parallelization'] as const;
const queueOnly = ['maxConcurrency'] as const;
const hidden = (names: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(names.map((name) => [name, []]));

/** A queue hands over more than 10 messages only if it may wait for them, and a FIFO queue never does. */
const maxBatchWithoutWindow = 10;

export const eventSourceMapping = defineConnection({
  kind: 'event-source-mapping',
  label: { en: 'Event source mapping', ja: 'イベントソースマッピング' },
  from: 'eventSource',
  to: 'reader',
  fields: {
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
  },
  home: 'to',
  rank: 10,
  tradeOff: {
    en: 'Lambda polls the source and calls the function with batches; the function loops and reports failures.',
    ja: 'Lambda がソースをポーリングし、バッチ単位で関数を呼び出します。ループと失敗の報告は関数で行います。',
  },
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
  delivery: () => 'async',
  prepare: (from) => (from.node.service === 'dynamodb-table' ? { from: { stream: 'NEW_AND_OLD_IMAGES' } } : {}),
  optionsFor: (from) => hidden(from.role.kind === 'queue' ? streamOnly : queueOnly),
  describe: (from, _to, props) => {
    const size = String(props.batchSize ?? from.role.defaultBatchSize);
    return given(props.filterPattern)
      ? { en: `batch ${size}, filter`, ja: `バッチ ${size}、フィルター` }
      : { en: `batch ${size}`, ja: `バッチ ${size}` };
  },
  permissions: (from, to) => [
    {
      grantee: to.id,
      actions: from.service.roles.pipeSource?.iam ?? [],
      resources: [{ node: from.id, attribute: from.role.kind === 'stream' ? 'streamArn' : 'arn' }],
      byConstruct: true,
    },
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
    const tooMany = props.batchSize !== undefined && props.batchSize > maxBatchWithoutWindow;
    if (tooMany && (from.props['queueType'] === 'fifo' || props.batchingWindow === 0))
      found.push(
        problem('field-out-of-range', {
          field: { en: 'Batch size', ja: 'バッチサイズ' },
          min: 1,
          max: maxBatchWithoutWindow,
          unit: '',
        }),
      );
    return found;
  },
  handlerType: (from) => from.role.handlerType,
  emit: (connections, emitter) =>
    connections.map(({ from, to, props }) => {
      const stream = from.role.kind === 'stream';
      const pattern = compactJson(props.filterPattern);
      const fifo = from.props['queueType'] === 'fifo';
      return {
        type: 'do',
        expression: call(
          emitter.construct(to.id),
          'addEventSource',
          create(
            from.role.construct,
            emitter.construct(from.id),
            object({
              startingPosition: stream ? sym('aws-lambda', `StartingPosition.${props.startingPosition}`) : undefined,
              batchSize: lit(props.batchSize ?? from.role.defaultBatchSize),
              maxBatchingWindow: props.batchingWindow === 0 || fifo ? undefined : seconds(props.batchingWindow),
              reportBatchItemFailures: props.partialBatchResponse ? lit(true) : undefined,
              maxConcurrency: stream || props.maxConcurrency === undefined ? undefined : lit(props.maxConcurrency),
              bisectBatchOnError: stream && props.bisect ? lit(true) : undefined,
              retryAttempts: stream ? lit(props.retryAttempts) : undefined,
              maxRecordAge: stream && props.maxRecordAge !== undefined ? seconds(props.maxRecordAge) : undefined,
              parallelizationFactor: stream && props.parallelization !== 1 ? lit(props.parallelization) : undefined,
              filters: pattern === undefined ? undefined : array([object({ pattern: lit(pattern) })]),
            }),
          ),
        ),
      };
    }),
});
