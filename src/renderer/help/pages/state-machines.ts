import { definePage } from '../define.js';

export const stateMachines = definePage({
  id: 'state-machines',
  title: { en: 'State machines', ja: 'ステートマシン' },
  keywords: ['Step Functions', 'ASL', 'JSONata', 'workflow', 'ワークフロー', 'ステート'],
  blocks: [
    {
      kind: 'text',
      text: {
        en: 'A state machine is its text in Amazon States Language. Select it and open the code tab of the inspector to edit it; what does not parse is kept beside the last text that did.',
        ja: 'ステートマシンの定義は、Amazon States Language のテキストです。選択し、インスペクターの [コード] タブで編集します。構文が無効なテキストも、最後に有効だった定義とともに保持されます。',
      },
    },
    {
      kind: 'list',
      items: [
        {
          en: 'Connecting a state machine to a resource adds a Task state that calls it.',
          ja: 'ステートマシンをリソースに接続すると、そのリソースを呼び出す Task ステートが追加されます。',
        },
        {
          en: 'In the text, ${Name} stands for an attribute of a node, such as its ARN. The export fills it in.',
          ja: 'テキスト中の ${Name} は、ARN などのノードの属性を表します。値はエクスポート時に設定されます。',
        },
        {
          en: 'Standard workflows are billed by state transition and can wait for a year; Express workflows run for five minutes at most and can answer a request.',
          ja: 'Standard ワークフローは状態遷移ごとに課金され、最長 1 年間待機できます。Express ワークフローは最長 5 分で、リクエストに応答できます。',
        },
      ],
    },
    {
      kind: 'source',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
      text: { en: 'Choosing a workflow type', ja: 'ワークフロータイプの選択' },
    },
  ],
});
