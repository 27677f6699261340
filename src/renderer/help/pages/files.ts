import { definePage } from '../define.js';

export const files = definePage({
  id: 'files',
  title: { en: 'Files and recovery', ja: 'ファイルと復元' },
  keywords: ['YAML', 'save', 'autosave', 'journal', '保存', '自動保存'],
  blocks: [
    {
      kind: 'text',
      text: {
        en: 'A design is one YAML file that reads well in a pull request. The same design always gives the same text.',
        ja: '設計は 1 つの YAML ファイルです。同じ設計は常に同じテキストになるため、プルリクエストで差分を確認できます。',
      },
    },
    {
      kind: 'list',
      items: [
        {
          en: 'Unsaved work is written to a journal within two seconds and is offered after a crash.',
          ja: '未保存の変更は 2 秒以内に記録され、異常終了の後に復元できます。',
        },
        {
          en: 'A file that was changed on disk is never overwritten without asking.',
          ja: 'ディスク上で変更されたファイルが、確認なしに上書きされることはありません。',
        },
        {
          en: 'Autosave is a setting. It saves a file some seconds after the last change.',
          ja: '設定で自動保存をオンにすると、最後の変更の数秒後に保存されます。',
        },
      ],
    },
    {
      kind: 'keys',
      items: [
        { keys: ['Mod+S'], text: { en: 'Save', ja: '保存' } },
        { keys: ['Mod+O'], text: { en: 'Open', ja: '開く' } },
        { keys: ['Mod+,'], text: { en: 'Settings', ja: '設定' } },
      ],
    },
  ],
});
