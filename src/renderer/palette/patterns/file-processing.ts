import { definePattern } from './define.js';

/** Files that arrive start a workflow. */
export const fileProcessing = definePattern({
  id: 'file-processing',
  label: { en: 'File processing', ja: 'ファイル処理' },
  description: {
    en: 'Each file that arrives starts a workflow through a queue and a pipe, which smooth out peaks.',
    ja: '届いたファイルごとに、キューとパイプを経由してワークフローを開始します。急な増加を平準化できます。',
  },
  names: {
    files: { en: 'Files', ja: 'ファイル' },
    arrived: { en: 'Arrived files', ja: '届いたファイル' },
    start: { en: 'Start processing', ja: '処理の開始' },
    flow: { en: 'Process file', ja: 'ファイルの処理' },
    results: { en: 'Results', ja: '結果' },
  },
  fragment: `nodes:
  files: { service: s3-bucket, label: '' }
  arrived: { service: sqs-queue, label: '' }
  start: { service: pipe, label: '' }
  flow:
    service: state-machine
    label: ''
    definition:
      format: json
      text: |
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Save result",
          "States": {
            "Save result": {
              "Type": "Task",
              "Resource": "arn:aws:states:::dynamodb:putItem",
              "Arguments": {
                "TableName": "\${ResultsName}",
                "Item": "{% $states.input.item %}"
              },
              "End": true
            }
          }
        }
      substitutions:
        ResultsName: { node: results, attribute: name }
  results: { service: dynamodb-table, label: '' }
connections:
  one: { kind: s3-notification, from: files, to: arrived }
  two: { kind: pipe-source, from: arrived, to: start }
  three: { kind: pipe-target, from: start, to: flow }
layout:
  nodes:
    files: { x: 0, y: 0 }
    arrived: { x: 272, y: 0 }
    start: { x: 544, y: 0 }
    flow: { x: 544, y: 128 }
    results: { x: 272, y: 128 }
`,
});
