import { definePattern } from './define.js';

/** Changes of a table become events, without code. */
export const streamToBus = definePattern({
  id: 'stream-to-bus',
  label: { en: 'Stream to bus', ja: 'ストリームからイベントバスへ' },
  description: {
    en: 'A pipe turns each change of a table into an event on a bus, in order and without a function.',
    ja: 'パイプが、テーブルの変更をイベントバスのイベントに変換します。順序は保たれ、関数は不要です。',
  },
  names: {
    table: { en: 'Orders', ja: '注文' },
    publish: { en: 'Publish changes', ja: '変更の発行' },
    bus: { en: 'Events', ja: 'イベント' },
  },
  fragment: `nodes:
  table: { service: dynamodb-table, label: '', props: { stream: NEW_AND_OLD_IMAGES } }
  publish: { service: pipe, label: '' }
  bus: { service: event-bus, label: '' }
connections:
  one: { kind: pipe-source, from: table, to: publish }
  two: { kind: pipe-target, from: publish, to: bus }
layout:
  nodes:
    table: { x: 0, y: 0 }
    publish: { x: 0, y: 128 }
    bus: { x: 0, y: 256, width: 376 }
`,
});
