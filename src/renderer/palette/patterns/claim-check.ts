import { definePattern } from './define.js';

/** Large content goes to a bucket, messages carry its key. */
export const claimCheck = definePattern({
  id: 'claim-check',
  label: { en: 'Claim check', ja: 'クレームチェック' },
  description: {
    en: 'Large content goes to a bucket; the queue carries only its key, within the size that a message may have.',
    ja: '大きなデータはバケットに保存し、キューではキーだけを渡します。メッセージのサイズ上限を超えません。',
  },
  names: {
    accept: { en: 'AcceptDocument', ja: 'AcceptDocument' },
    documents: { en: 'Documents', ja: 'ドキュメント' },
    claims: { en: 'Document keys', ja: 'ドキュメントのキー' },
    process: { en: 'ProcessDocument', ja: 'ProcessDocument' },
    api: { en: 'Documents API', ja: 'ドキュメント API' },
  },
  fragment: `nodes:
  api: { service: http-api, label: '' }
  accept: { service: lambda-function, label: '' }
  documents: { service: s3-bucket, label: '' }
  claims: { service: sqs-queue, label: '', props: { visibilityTimeout: 180 } }
  process: { service: lambda-function, label: '', props: { timeout: 30 } }
connections:
  one: { kind: api-proxy, from: api, to: accept, props: { method: POST, path: /documents } }
  two: { kind: uses, from: accept, to: documents, props: { actions: [putObject] } }
  three: { kind: uses, from: accept, to: claims, props: { actions: [sendMessage] } }
  four: { kind: event-source-mapping, from: claims, to: process }
  five: { kind: uses, from: process, to: documents, props: { actions: [getObject] } }
layout:
  nodes:
    api: { x: 0, y: 0 }
    accept: { x: 272, y: 0 }
    claims: { x: 544, y: 0 }
    process: { x: 816, y: 0 }
    documents: { x: 544, y: 128 }
`,
});
