import { definePattern } from './define.js';

/** Work in a queue, and a place for what fails. */
export const queueWorker = definePattern({
  id: 'queue-worker',
  label: { en: 'Queue with worker', ja: 'キューとワーカー' },
  description: {
    en: 'A function reads the queue; what fails again and again goes to a dead-letter queue.',
    ja: '関数がキューを読み取ります。失敗を繰り返すメッセージはデッドレターキューに移動します。',
  },
  names: {
    jobs: { en: 'Jobs', ja: 'ジョブ' },
    failed: { en: 'Failed jobs', ja: '失敗したジョブ' },
    worker: { en: 'ProcessJob', ja: 'ProcessJob' },
  },
  fragment: `nodes:
  jobs: { service: sqs-queue, label: '', props: { deadLetterQueue: failed, visibilityTimeout: 180 } }
  failed: { service: sqs-queue, label: '' }
  worker: { service: lambda-function, label: '', props: { timeout: 30 } }
connections:
  one: { kind: event-source-mapping, from: jobs, to: worker }
layout:
  nodes:
    jobs: { x: 0, y: 0 }
    worker: { x: 272, y: 0 }
    failed: { x: 0, y: 112 }
`,
});
