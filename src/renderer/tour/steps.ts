import type { Localized } from '../../model/localized.js';

export interface TourStep {
  /** What it points at; without one on screen the step stands in the middle of the canvas. */
  readonly target: string;
  readonly side: 'right' | 'left' | 'below' | 'above';
  readonly title: Localized;
  readonly text: Localized;
  readonly keys?: readonly string[];
}

/** The steps of the tour, each about something that is really there. */
export const steps: readonly TourStep[] = [
  {
    target: '[data-panel="palette"]',
    side: 'right',
    title: { en: 'Services to draw with', ja: '描くためのサービス' },
    text: {
      en: 'Drag a service onto the canvas. Patterns hold several at once; the outline lists what is drawn.',
      ja: 'サービスをキャンバスにドラッグします。パターンでは複数をまとめて追加でき、アウトラインには描いたものが並びます。',
    },
  },
  {
    target: '[data-panel="canvas"]',
    side: 'right',
    title: { en: 'By keyboard', ja: 'キーボードで追加' },
    text: {
      en: 'Press / and type a name to add a service here. The search at the top finds every command.',
      ja: '/ キーを押して名前を入力すると、サービスを追加できます。上部の検索では、すべてのコマンドを探せます。',
    },
    keys: ['/', 'Mod+K'],
  },
  {
    target: '.react-flow__node-card .node-card',
    side: 'below',
    title: { en: 'Connect', ja: '接続' },
    text: {
      en: 'Point at a node and drag from one of its ports. What can be connected lights up; where there are several ways, they are ranked.',
      ja: 'ノードにポインターを合わせ、ポートからドラッグします。接続できるノードが強調され、方法が複数ある場合は順位付きで表示されます。',
    },
    keys: ['C'],
  },
  {
    target: '#bottom-tab-advisor',
    side: 'above',
    title: { en: 'Suggestions', ja: '提案' },
    text: {
      en: 'The Advisor finds functions that only pass data on, and says what can take their place and at what cost. A badge marks each node.',
      ja: 'データを転送するだけの関数を見つけ、置き換えの方法とトレードオフを提案します。該当するノードにはバッジが付きます。',
    },
    keys: ['Alt+Digit1'],
  },
  {
    target: '.title-bar button:has(.lucide-undo2, .lucide-undo-2)',
    side: 'below',
    title: { en: 'Everything can be undone', ja: 'すべての操作の取り消し' },
    text: {
      en: 'Each change is one step with a name, suggestions and fixes too. Nothing is lost by trying.',
      ja: '変更は名前付きの手順として記録されます。提案や修正の適用も元に戻せるため、安心して試せます。',
    },
    keys: ['Mod+Z', 'Mod+Shift+Z'],
  },
  {
    target: '.title-bar .button[data-variant="primary"]',
    side: 'below',
    title: { en: 'Export', ja: 'エクスポート' },
    text: {
      en: 'The design becomes an AWS CDK project that is yours. Press F1 for help at any time.',
      ja: '設計を AWS CDK プロジェクトとしてエクスポートできます。ヘルプは、いつでも F1 キーで開けます。',
    },
    keys: ['Mod+E', 'F1'],
  },
];
