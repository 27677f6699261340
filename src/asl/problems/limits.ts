import { defineProblems, warning } from './define.js';

/** Limits of the service: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const limitProblems = defineProblems({
  'payload-too-large': warning(
    [
      '"{field}" alone is larger than 256 KiB, the most that a state can pass on.',
      '「{field}」のサイズが、ステートで渡せる上限の 256 KiB を超えています。',
    ],
    ['Keep the data in S3 and pass its place.', 'データを S3 に保存し、その場所を渡してください。'],
  ),
  'express-too-long': warning(
    [
      '"{field}" is longer than 5 minutes, the most that an Express workflow runs.',
      '「{field}」が、Express ワークフローの最大実行時間である 5 分を超えています。',
    ],
    ['Shorten it, or use a Standard workflow.', '短くするか、Standard ワークフローを使用してください。'],
  ),
  'standard-too-long': warning(
    [
      '"{field}" is longer than 1 year, the most that a Standard workflow runs.',
      '「{field}」が、Standard ワークフローの最大実行時間である 1 年を超えています。',
    ],
    ['Shorten it.', '短くしてください。'],
  ),
  'concurrency-too-high': warning(
    [
      'MaxConcurrency is higher than the {limit} iterations that run at once.',
      'MaxConcurrency が、同時に実行できる上限の {limit} を超えています。',
    ],
    ['Lower it, or use the distributed mode.', '値を小さくするか、分散モードを使用してください。'],
  ),
  'batch-too-large': warning(
    [
      'MaxInputBytesPerBatch is more than the 256 KiB of a payload.',
      'MaxInputBytesPerBatch が、ペイロードの上限である 256 KiB を超えています。',
    ],
    ['Write 262,144 or less.', '262,144 以下の値を指定してください。'],
  ),
});
