import type { Localized } from '../../model/localized.js';
import type { sections } from '../studio/commands/index.js';

/** What hands do on the canvas without a command of its own: for the list of shortcuts. */
export interface Gesture {
  readonly section: keyof typeof sections;
  /** Keys to hold or press; what the mouse does is said in the label. */
  readonly keys: readonly string[];
  readonly label: Localized;
}

export const gestures: readonly Gesture[] = [
  {
    section: 'edit',
    keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
    label: { en: 'Move what is selected', ja: '選択したものの移動' },
  },
  { section: 'edit', keys: ['Shift+ArrowRight'], label: { en: 'Move by a larger step', ja: '大きく移動' } },
  { section: 'edit', keys: ['Shift'], label: { en: 'Click: add to the selection', ja: 'クリック: 選択に追加' } },
  { section: 'edit', keys: ['Alt'], label: { en: 'Drag: duplicate', ja: 'ドラッグ: 複製' } },
  { section: 'edit', keys: ['Tab'], label: { en: 'From node to node', ja: 'ノード間の移動' } },
  { section: 'edit', keys: ['Enter'], label: { en: 'Select what has the focus', ja: 'フォーカスのある項目を選択' } },
  {
    section: 'edit',
    keys: ['Escape'],
    label: { en: 'Cancel, close', ja: 'キャンセル、閉じる' },
  },
  { section: 'view', keys: ['Space'], label: { en: 'Drag: pan', ja: 'ドラッグ: 表示位置の移動' } },
  { section: 'view', keys: ['Mod'], label: { en: 'Wheel: zoom', ja: 'ホイール: 拡大と縮小' } },
  {
    section: 'help',
    keys: ['Mod+.'],
    label: { en: 'Fixes of the problem with the focus', ja: 'フォーカスのある問題の修正' },
  },
  { section: 'help', keys: ['F3', 'Shift+F3'], label: { en: 'Next and previous match', ja: '次の一致、前の一致' } },
];
