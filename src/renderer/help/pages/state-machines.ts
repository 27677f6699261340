import { definePage } from '../define.js';

export const stateMachines = definePage({
  id: 'state-machines',
  title: { en: 'State machines', ja: 'ステートマシン' },
  keywords: ['Step Functions', 'ASL', 'JSONata', 'workflow', 'ワークフロー', 'ステート'],
  blocks: [
    {
      kind: 'text',
      text: {
        en: 'A state machine is its text in Amazon States Language. A double click goes inside: the workflow as a drawing, its text beside it, and forms for every field. Every edit changes only what it must of the text; what does not parse is kept beside the last text that did.',
        ja: 'ステートマシンの定義は、Amazon States Language のテキストです。ダブルクリックすると中に入り、ワークフローの図とテキスト、各フィールドのフォームで編集できます。編集で変わるのは、テキストの必要な部分だけです。構文が無効なテキストも、最後に有効だった定義とともに保持されます。',
      },
    },
    {
      kind: 'list',
      items: [
        {
          en: 'Drag a state, an AWS API or a pattern from the palette onto a transition, which lights up. A line from the lower edge of a state leads on; one from its left edge is for errors.',
          ja: 'パレットのステート、AWS API、パターンを遷移の上にドラッグすると、その遷移が強調表示され、そこに追加されます。ステートの下端から引いた線は次のステートへ、左端から引いた線はエラー時の遷移先へつながります。',
        },
        {
          en: 'Shift+Enter opens the selected state machine, Esc leads back. Inside, / adds a state, Ctrl+G wraps a selection in Parallel.',
          ja: 'Shift+Enter で選択中のステートマシンを開き、Esc で戻ります。中では / でステートを追加し、Ctrl+G で選択範囲を Parallel で囲みます。',
        },
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
