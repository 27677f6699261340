import { definePage } from '../define.js';

export const drawing = definePage({
  id: 'drawing',
  title: { en: 'Drawing and arranging', ja: '描画と配置' },
  keywords: ['canvas', 'zoom', 'context', 'キャンバス', 'コンテキスト'],
  blocks: [
    {
      kind: 'list',
      items: [
        {
          en: 'Drag a service from the palette, or double-click empty canvas and type a name.',
          ja: 'パレットからサービスをドラッグするか、キャンバスの空いた場所をダブルクリックして名前を入力します。',
        },
        {
          en: 'The patterns tab holds pieces that have proved themselves: a storage-first API, a queue with its dead-letter queue, fan-out and more.',
          ja: '[パターン] タブには、ストレージファースト API、デッドレターキュー付きのキュー、ファンアウトなどの定番の構成があります。',
        },
        {
          en: 'The outline lists everything that is drawn, down to the states of state machines and the texts of notes.',
          ja: '[アウトライン] タブには、ステートマシンのステートやメモの文章まで、描いたものがすべて並びます。',
        },
      ],
    },
    { kind: 'heading', text: { en: 'Bounded contexts', ja: '境界づけられたコンテキスト' } },
    {
      kind: 'text',
      text: {
        en: 'A context is the area of one team. Nodes dragged into it belong to it, and each context becomes a stack of the export.',
        ja: 'コンテキストは、1 つのチームが受け持つ領域です。ノードをドラッグして入れると、そのコンテキストに属します。エクスポートでは、コンテキストごとにスタックが作成されます。',
      },
    },
    { kind: 'heading', text: { en: 'Moving about', ja: '表示の移動' } },
    {
      kind: 'keys',
      items: [
        { keys: ['Space'], text: { en: 'Hold and drag: pan', ja: '押しながらドラッグ: 表示位置の移動' } },
        { keys: ['Shift+Digit1'], text: { en: 'Zoom to fit', ja: '全体を表示' } },
        { keys: ['+', '-'], text: { en: 'Zoom in and out', ja: '拡大と縮小' } },
        { keys: ['Shift+L'], text: { en: 'Auto layout', ja: '自動レイアウト' } },
        {
          keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
          text: { en: 'Move what is selected', ja: '選択したものの移動' },
        },
        { keys: ['F'], text: { en: 'Focus mode: the drawing alone', ja: 'フォーカスモード (図だけを表示)' } },
      ],
    },
  ],
});
