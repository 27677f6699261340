import { isAnySelected } from '../../../editor/commands/selection.js';
import type { Localized } from '../../../model/localized.js';
import { showBottomTab, studio, type BottomTab, type CanvasView, type StudioState, type Theme } from '../studio.js';
import { always, inEditor, inSystem, type StudioCommand } from './define.js';

const canvas = (
  id: string,
  label: Localized,
  keys: readonly string[],
  run: (view: CanvasView) => void,
  enabled: (state: StudioState) => boolean = always,
): StudioCommand => ({
  id,
  section: 'view',
  label,
  keys,
  enabled: (state) => state.view !== undefined && enabled(state),
  run: () => {
    const { view } = studio.getState();
    if (view !== undefined) run(view);
  },
});

const panel = (tab: BottomTab, label: Localized, keys: readonly string[]): StudioCommand => ({
  id: `show-${tab}`,
  section: 'view',
  label,
  keys,
  enabled: inEditor,
  run: () => {
    showBottomTab(tab);
  },
});

const theme = (value: Theme, label: Localized): StudioCommand => ({
  id: `theme-${value}`,
  section: 'view',
  label,
  enabled: (state) => state.theme !== value,
  run: () => {
    studio.setState({ theme: value });
  },
});

/** What is seen, and how. */
export const viewCommands: readonly StudioCommand[] = [
  canvas(
    'insert',
    { en: 'Add a service', ja: 'サービスを追加' },
    ['/'],
    (view) => {
      view.quickInsert();
    },
    inSystem,
  ),
  canvas(
    'connect',
    { en: 'Connect the selected node', ja: '選択中のノードを接続' },
    ['C'],
    (view) => {
      view.startConnecting();
    },
    (state) => inSystem(state) && state.selection.nodes.size === 1,
  ),
  canvas(
    'add-next',
    { en: 'Add what comes next…', ja: '次のサービスを追加…' },
    ['Shift+C'],
    (view) => {
      view.addNext();
    },
    (state) => inSystem(state) && state.preview === undefined && state.selection.nodes.size === 1,
  ),
  canvas('fit', { en: 'Zoom to fit', ja: '全体を表示' }, ['Shift+Digit1'], (view) => {
    view.fit();
  }),
  canvas(
    'zoom-to-selection',
    { en: 'Zoom to selection', ja: '選択範囲を表示' },
    ['Shift+Digit2'],
    (view) => {
      view.zoomToSelection();
    },
    ({ selection, workflow }) => (workflow === undefined ? isAnySelected(selection) : workflow.selected.size > 0),
  ),
  canvas('zoom-reset', { en: 'Zoom to 100 %', ja: '100 % で表示' }, ['Shift+Digit0'], (view) => {
    view.zoomReset();
  }),
  canvas('zoom-in', { en: 'Zoom in', ja: '拡大' }, ['+'], (view) => {
    view.zoomIn();
  }),
  canvas('zoom-out', { en: 'Zoom out', ja: '縮小' }, ['-'], (view) => {
    view.zoomOut();
  }),
  canvas('tidy', { en: 'Auto layout', ja: '自動レイアウト' }, ['Shift+L'], (view) => {
    view.tidy();
  }),
  canvas('minimap', { en: 'Show or hide the minimap', ja: 'ミニマップの表示切り替え' }, ['Shift+M'], (view) => {
    view.toggleMinimap();
  }),
  canvas(
    'rename',
    { en: 'Rename', ja: '名前を変更' },
    ['F2'],
    (view) => {
      view.rename();
    },
    (state) => {
      const { nodes, contexts, notes } = state.selection;
      return inSystem(state) && state.preview === undefined && nodes.size + contexts.size + notes.size === 1;
    },
  ),
  canvas(
    'add-note-here',
    { en: 'Add a note', ja: 'メモを追加' },
    ['N'],
    (view) => {
      view.addNote();
    },
    (state) => inSystem(state) && state.preview === undefined,
  ),
  canvas(
    'replace-by',
    { en: 'Replace by…', ja: '別のサービスに置き換え…' },
    ['R'],
    (view) => {
      view.replaceService();
    },
    (state) => inSystem(state) && state.preview === undefined && state.selection.nodes.size === 1,
  ),
  {
    id: 'selection-bar',
    section: 'view',
    label: { en: 'Go to the bar of the selection', ja: '選択範囲のバーに移動' },
    keys: ['Alt+F10'],
    enabled: (state) => inSystem(state) && state.view !== undefined && isAnySelected(state.selection),
    run: () => {
      document.querySelector<HTMLElement>('.selection-bar button')?.focus();
    },
  },
  canvas('menu', { en: 'Open the menu', ja: 'メニューを開く' }, ['Shift+F10', 'ContextMenu'], (view) => {
    view.openMenu();
  }),
  {
    id: 'focus-mode',
    section: 'view',
    label: { en: 'Focus mode', ja: 'フォーカスモード' },
    keys: ['F'],
    enabled: inEditor,
    run: () => {
      studio.setState(({ focusMode }) => ({ focusMode: !focusMode }));
    },
  },
  {
    id: 'end-preview',
    section: 'view',
    label: { en: 'End preview', ja: 'プレビューを終了' },
    keys: ['Escape'],
    enabled: ({ preview }) => preview !== undefined,
    run: () => {
      studio.setState({ preview: undefined });
    },
  },
  {
    id: 'leave-focus-mode',
    section: 'view',
    label: { en: 'Leave focus mode', ja: 'フォーカスモードを終了' },
    keys: ['Escape'],
    enabled: ({ focusMode }) => focusMode,
    run: () => {
      studio.setState({ focusMode: false });
    },
  },
  {
    id: 'snapping',
    section: 'view',
    label: { en: 'Snapping on or off', ja: 'スナップの切り替え' },
    keys: ['Shift+G'],
    enabled: inSystem,
    run: () => {
      studio.setState(({ snapping }) => ({ snapping: !snapping }));
    },
  },
  panel('advisor', { en: 'Show the Advisor', ja: '提案を表示' }, ['Alt+Digit1']),
  panel('code', { en: 'Show the code', ja: 'コードを表示' }, ['Alt+Digit2']),
  panel('problems', { en: 'Show the problems', ja: '問題を表示' }, ['Alt+Digit3']),
  {
    id: 'toggle-panel',
    section: 'view',
    label: { en: 'Show or hide the bottom panel', ja: '下部パネルの表示切り替え' },
    keys: ['Mod+J'],
    enabled: inEditor,
    run: () => {
      studio.setState(({ bottom }) => ({ bottom: { ...bottom, open: !bottom.open } }));
    },
  },
  theme('light', { en: 'Light theme', ja: 'ライトテーマ' }),
  theme('dark', { en: 'Dark theme', ja: 'ダークテーマ' }),
  theme('system', { en: 'System theme', ja: 'システムのテーマ' }),
  {
    id: 'language',
    section: 'view',
    // The name of the other language, in that language: whoever needs it can read it.
    label: { en: '日本語で表示', ja: 'Switch to English' },
    enabled: always,
    run: () => {
      studio.setState(({ language }) => ({ language: language === 'en' ? 'ja' : 'en' }));
    },
  },
];
