import { definePattern } from './define.js';

/** The API stores the request before anything works on it. */
export const storageFirstApi = definePattern({
  id: 'storage-first-api',
  label: { en: 'Storage-first API', ja: 'ストレージファースト API' },
  description: {
    en: 'The API puts each request into a queue itself; a function works on it later. No request is lost.',
    ja: 'API がリクエストを直接キューに保存し、関数が後から処理します。リクエストは失われません。',
  },
  names: {
    api: { en: 'Orders API', ja: '注文 API' },
    requests: { en: 'Order requests', ja: '注文リクエスト' },
    failed: { en: 'Failed requests', ja: '失敗したリクエスト' },
    worker: { en: 'ProcessOrder', ja: 'ProcessOrder' },
    orders: { en: 'Orders', ja: '注文' },
  },
  fragment: `nodes:
  api: { service: rest-api, label: '' }
  requests: { service: sqs-queue, label: '', props: { deadLetterQueue: failed, visibilityTimeout: 180 } }
  failed: { service: sqs-queue, label: '' }
  worker: { service: lambda-function, label: '', props: { timeout: 30 } }
  orders: { service: dynamodb-table, label: '' }
connections:
  one: { kind: api-integration, from: api, to: requests, props: { action: SendMessage, method: POST, path: /orders } }
  two: { kind: event-source-mapping, from: requests, to: worker }
  three: { kind: uses, from: worker, to: orders, props: { actions: [putItem] } }
layout:
  nodes:
    api: { x: 0, y: 0 }
    requests: { x: 272, y: 0 }
    worker: { x: 544, y: 0 }
    orders: { x: 816, y: 0 }
    failed: { x: 272, y: 112 }
`,
});
