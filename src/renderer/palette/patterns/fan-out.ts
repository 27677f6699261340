import { definePattern } from './define.js';

/** One event, several consumers that know nothing of each other. */
export const fanOut = definePattern({
  id: 'fan-out',
  label: { en: 'Fan-out', ja: 'ファンアウト' },
  description: {
    en: 'Rules of a bus hand one event to several consumers; each works and fails on its own.',
    ja: 'イベントバスのルールが、1 つのイベントを複数のコンシューマーに渡します。処理と失敗は互いに影響しません。',
  },
  names: {
    bus: { en: 'Events', ja: 'イベント' },
    billing: { en: 'Billing jobs', ja: '請求ジョブ' },
    bill: { en: 'CreateInvoice', ja: 'CreateInvoice' },
    notify: { en: 'NotifyCustomer', ja: 'NotifyCustomer' },
    fulfil: { en: 'Fulfilment', ja: '出荷ワークフロー' },
  },
  fragment: `nodes:
  bus: { service: event-bus, label: '' }
  billing: { service: sqs-queue, label: '', props: { visibilityTimeout: 180 } }
  bill: { service: lambda-function, label: '', props: { timeout: 30 } }
  notify: { service: lambda-function, label: '' }
  fulfil:
    service: state-machine
    label: ''
    definition:
      format: json
      text: |
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Done",
          "States": {
            "Done": { "Type": "Succeed" }
          }
        }
connections:
  one: { kind: rule, from: bus, to: billing, props: { pattern: '{"detail-type":["order.created"]}' } }
  two: { kind: rule, from: bus, to: notify, props: { pattern: '{"detail-type":["order.created"]}' } }
  three: { kind: rule, from: bus, to: fulfil, props: { pattern: '{"detail-type":["order.created"]}' } }
  four: { kind: event-source-mapping, from: billing, to: bill }
layout:
  nodes:
    bus: { x: 0, y: 0, width: 576 }
    billing: { x: 0, y: 128 }
    notify: { x: 200, y: 128 }
    fulfil: { x: 400, y: 128 }
    bill: { x: 0, y: 240 }
`,
});
