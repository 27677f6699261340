import { definePattern } from './define.js';

/** A workflow that waits for a person. */
export const humanApproval = definePattern({
  id: 'human-approval',
  label: { en: 'Human approval', ja: '人による承認' },
  description: {
    en: 'The workflow waits, at no cost, until a person answers with its task token; it gives up after a day.',
    ja: '担当者がタスクトークンで回答するまで、ワークフローが待機します。待機中は課金されず、1 日で終了します。',
  },
  names: {
    flow: { en: 'Approval', ja: '承認ワークフロー' },
    requests: { en: 'Approval requests', ja: '承認依頼' },
    ask: { en: 'AskForApproval', ja: 'AskForApproval' },
    api: { en: 'Approval API', ja: '承認 API' },
    answer: { en: 'RecordDecision', ja: 'RecordDecision' },
    start: { en: 'Events', ja: 'イベント' },
  },
  fragment: `nodes:
  start: { service: event-bus, label: '' }
  flow:
    service: state-machine
    label: ''
    definition:
      format: json
      text: |
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Ask for approval",
          "States": {
            "Ask for approval": {
              "Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Arguments": {
                "QueueUrl": "\${RequestsUrl}",
                "MessageBody": {
                  "input": "{% $states.input %}",
                  "taskToken": "{% $states.context.Task.Token %}"
                }
              },
              "TimeoutSeconds": 86400,
              "Next": "Approved"
            },
            "Approved": { "Type": "Succeed" }
          }
        }
      substitutions:
        RequestsUrl: { node: requests, attribute: url }
  requests: { service: sqs-queue, label: '', props: { visibilityTimeout: 180 } }
  ask: { service: lambda-function, label: '', props: { timeout: 30 } }
  api: { service: http-api, label: '' }
  answer: { service: lambda-function, label: '' }
connections:
  one: { kind: rule, from: start, to: flow, props: { pattern: '{"detail-type":["approval.requested"]}' } }
  two: { kind: event-source-mapping, from: requests, to: ask }
  three: { kind: api-proxy, from: api, to: answer, props: { method: POST, path: /decisions } }
  four: { kind: uses, from: answer, to: flow, props: { actions: [sendTaskSuccess], invocation: async } }
layout:
  nodes:
    start: { x: 0, y: 0, width: 448 }
    flow: { x: 0, y: 128 }
    requests: { x: 272, y: 128 }
    ask: { x: 544, y: 128 }
    answer: { x: 272, y: 256 }
    api: { x: 544, y: 256 }
`,
});
