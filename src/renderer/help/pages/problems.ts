import { definePage } from '../define.js';

export const problems = definePage({
  id: 'problems',
  title: { en: 'Problems and fixes', ja: '問題と修正' },
  keywords: ['error', 'warning', 'quick fix', 'エラー', '警告'],
  blocks: [
    {
      kind: 'text',
      text: {
        en: 'Everything wrong or missing is listed below the canvas, by place or by kind. Choosing a problem goes to its field, its state or its node.',
        ja: '誤りや不足は、キャンバスの下に場所別または種類別に表示されます。問題を選択すると、該当する項目、ステート、ノードに移動します。',
      },
    },
    {
      kind: 'text',
      text: {
        en: 'Where the right thing is known, Fix offers it. A fix is one step that can be undone, and is tried before it is offered.',
        ja: '解決方法がわかっている問題には [修正] が表示されます。修正は事前に検証され、1 回の操作で元に戻せます。',
      },
    },
    {
      kind: 'keys',
      items: [
        { keys: ['Alt+Digit3'], text: { en: 'Show the problems', ja: '問題を表示' } },
        { keys: ['ArrowUp', 'ArrowDown'], text: { en: 'From problem to problem', ja: '問題の間の移動' } },
        { keys: ['Enter'], text: { en: 'Go to the place', ja: '該当箇所に移動' } },
        { keys: ['Mod+.'], text: { en: 'Open the fixes', ja: '修正の一覧を開く' } },
      ],
    },
  ],
});
