import { definePage } from '../define.js';

export const finding = definePage({
  id: 'finding',
  title: { en: 'Find and replace', ja: '検索と置換' },
  keywords: ['search', '検索'],
  blocks: [
    {
      kind: 'text',
      text: {
        en: 'Finds names, comments, notes, settings and the text of state machines. Width of letters and kind of kana make no difference.',
        ja: '名前、コメント、メモ、設定、ステートマシンのテキストを検索します。全角と半角、ひらがなとカタカナは区別しません。',
      },
    },
    {
      kind: 'keys',
      items: [
        { keys: ['Mod+F'], text: { en: 'Find', ja: '検索' } },
        { keys: ['Mod+H', 'Mod+Alt+F'], text: { en: 'Replace', ja: '置換' } },
        { keys: ['Enter', 'F3'], text: { en: 'Next match', ja: '次の一致' } },
        { keys: ['Shift+Enter', 'Shift+F3'], text: { en: 'Match before', ja: '前の一致' } },
      ],
    },
  ],
});
