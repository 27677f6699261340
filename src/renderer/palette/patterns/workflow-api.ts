import { definePattern } from './define.js';

/** An API whose logic is an Express workflow. */
export const workflowApi = definePattern({
  id: 'workflow-api',
  label: { en: 'API with workflow', ja: 'ワークフローを呼び出す API' },
  description: {
    en: 'The API runs an Express workflow and answers with its result; Retry and Catch are built in.',
    ja: 'API が Express ワークフローを実行し、結果を返します。Retry と Catch が組み込まれています。',
  },
  names: {
    api: { en: 'Orders API', ja: '注文 API' },
    flow: { en: 'Place order', ja: '注文の受付' },
    orders: { en: 'Orders', ja: '注文' },
  },
  fragment: `nodes:
  api: { service: rest-api, label: '' }
  flow:
    service: state-machine
    label: ''
    props: { type: EXPRESS }
    definition:
      format: json
      text: |
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Save order",
          "States": {
            "Save order": {
              "Type": "Task",
              "Resource": "arn:aws:states:::dynamodb:putItem",
              "Arguments": {
                "TableName": "\${OrdersName}",
                "Item": "{% $states.input.item %}"
              },
              "Retry": [
                {
                  "ErrorEquals": ["States.TaskFailed"],
                  "IntervalSeconds": 1,
                  "MaxAttempts": 3,
                  "BackoffRate": 2
                }
              ],
              "End": true
            }
          }
        }
      substitutions:
        OrdersName: { node: orders, attribute: name }
  orders: { service: dynamodb-table, label: '' }
connections:
  one: { kind: api-integration, from: api, to: flow, props: { action: StartSyncExecution, method: POST, path: /orders } }
layout:
  nodes:
    api: { x: 0, y: 0 }
    flow: { x: 272, y: 0 }
    orders: { x: 544, y: 0 }
`,
});
