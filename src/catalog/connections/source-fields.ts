import { field } from '../../model/fields.js';
import type { NodeView } from '../define.js';
import { problem, type Problem } from '../../model/problems.js';

/** What a reader of a queue, a stream or a broker says, be it a function or a pipe. */

const kafka = 'https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-configure.html';
const amazonMq = 'https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html';

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html: Topics, Queues, ConsumerGroupId. */
export const brokerFields = {
  topic: field.text({
    label: { en: 'Topic', ja: 'トピック' },
    default: 'orders',
    required: true,
    code: true,
    pattern: {
      test: /^[^.][a-zA-Z0-9\-_.]{1,248}$/,
      hint: {
        en: '2 to 249 letters, digits, dots, hyphens and underscores',
        ja: '2～249 文字の英数字、ドット、ハイフン、アンダースコア',
      },
    },
    source: kafka,
  }),
  consumerGroup: field.text({
    label: { en: 'Consumer group ID', ja: 'コンシューマーグループ ID' },
    help: { en: 'Empty: one of its own.', ja: '空欄の場合、専用のグループになります。' },
    code: true,
    pattern: {
      test: /^[a-zA-Z0-9\-/*:_+=.@]{1,200}$/,
      hint: { en: '200 characters at most, without spaces', ja: '最大 200 文字 (空白は不可)' },
    },
    source: kafka,
  }),
  queue: field.text({
    label: { en: 'Queue of the broker', ja: 'ブローカーのキュー' },
    default: 'orders',
    required: true,
    code: true,
    pattern: {
      test: /^\S{1,1000}$/,
      hint: { en: 'a name without spaces', ja: '空白を含まない名前' },
    },
    source: amazonMq,
  }),
  virtualHost: field.text({
    label: { en: 'Virtual host', ja: '仮想ホスト' },
    default: '/',
    required: true,
    code: true,
    advanced: true,
    pattern: {
      test: /^\S{1,200}$/,
      hint: { en: 'a name without spaces', ja: '空白を含まない名前' },
    },
    source: amazonMq,
  }),
} as const;

/** A queue hands over more than 10 messages only if it may wait for them, and a FIFO queue never does. */
const maxBatchWithoutWindow = 10;

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html */
export function queueBatchProblems(
  queue: NodeView,
  { batchSize, batchingWindow }: { readonly batchSize: number | undefined; readonly batchingWindow: number },
): readonly Problem[] {
  if (batchSize === undefined || batchSize <= maxBatchWithoutWindow) return [];
  if (queue.props['queueType'] !== 'fifo' && batchingWindow > 0) return [];
  return [
    problem('field-out-of-range', {
      field: { en: 'Batch size', ja: 'バッチサイズ' },
      min: 1,
      max: maxBatchWithoutWindow,
      unit: '',
    }),
  ];
}
