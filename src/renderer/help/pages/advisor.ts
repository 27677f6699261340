import { definePage } from '../define.js';

export const advisor = definePage({
  id: 'advisor',
  title: { en: 'The Advisor', ja: '提案' },
  keywords: ['suggestion', 'finding', 'transport', '転送', '置き換え'],
  blocks: [
    {
      kind: 'text',
      text: {
        en: 'The Advisor looks for Lambda functions that only pass data on, and for places where services can do the work themselves. It reads what you say of a function in its settings.',
        ja: 'データを転送するだけの Lambda 関数や、サービスの機能に置き換えられる箇所を見つけます。判断には、関数の設定で指定した処理の内容を使います。',
      },
    },
    {
      kind: 'list',
      items: [
        {
          en: 'Each suggestion says what would change and why, with its trade-off, limits, evidence and source.',
          ja: '提案には、変更の内容と理由、トレードオフ、制限、根拠、出典が示されます。',
        },
        {
          en: 'Preview shows the design afterwards on the canvas; nothing is changed yet.',
          ja: '[変更をプレビュー] で、適用後の設計をキャンバスで確認できます。この時点では変更されません。',
        },
        {
          en: 'Apply makes the change as one step that can be undone.',
          ja: '[提案を適用] で変更します。1 回の操作で元に戻せます。',
        },
        {
          en: 'Dismiss keeps your reason in the file. The suggestion returns when the design changes in a way that matters to it.',
          ja: '[却下] では、理由が設計ファイルに保存されます。関係する設計が変わると、再び提案されます。',
        },
      ],
    },
    { kind: 'keys', items: [{ keys: ['Alt+Digit1'], text: { en: 'Show the Advisor', ja: '提案を表示' } }] },
  ],
});
