import type { CommandDefinition, PaletteArgs } from '../../editor/define.js';
import { paletteCommands } from '../../editor/commands/index.js';
import { newDesign, openFile, report, save, saveAs } from './files.js';
import type { Localized } from '../../model/localized.js';
import { showBottomTab, studio, type BottomTab, type CanvasView, type StudioState, type Theme } from './studio.js';

/** Something to do, whichever way it is asked for: button, key, command palette. */
export interface StudioCommand {
  readonly id: string;
  readonly section: keyof typeof sections;
  readonly label: Localized;
  /** As in CommandDefinition of the editor; the first one is shown. */
  readonly keys?: readonly string[];
  readonly enabled: (state: StudioState) => boolean;
  readonly run: () => void;
}

export const sections = {
  file: { en: 'File', ja: 'ファイル' },
  edit: { en: 'Edit', ja: '編集' },
  view: { en: 'View', ja: '表示' },
  help: { en: 'Help', ja: 'ヘルプ' },
} as const satisfies Record<string, Localized>;

const always = (): boolean => true;
const inEditor = ({ screen }: StudioState): boolean => screen === 'editor';

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

export const appCommands = {
  newDesign: {
    id: 'new',
    section: 'file',
    label: { en: 'New design', ja: '新しい設計' },
    keys: ['Mod+N', 'Mod+Alt+N'],
    enabled: always,
    run: () => {
      report(newDesign());
    },
  },
  open: {
    id: 'open',
    section: 'file',
    label: { en: 'Open…', ja: '開く…' },
    keys: ['Mod+O'],
    enabled: always,
    run: () => {
      report(openFile());
    },
  },
  template: {
    id: 'open-template',
    section: 'file',
    label: { en: 'Open a template…', ja: 'テンプレートを開く…' },
    enabled: always,
    run: () => {
      studio.setState({ dialog: { kind: 'templates' } });
    },
  },
  save: {
    id: 'save',
    section: 'file',
    label: { en: 'Save', ja: '保存' },
    keys: ['Mod+S'],
    enabled: inEditor,
    run: () => {
      report(save());
    },
  },
  saveAs: {
    id: 'save-as',
    section: 'file',
    label: { en: 'Save as…', ja: '名前を付けて保存…' },
    keys: ['Mod+Shift+S'],
    enabled: inEditor,
    run: () => {
      report(saveAs());
    },
  },
  export: {
    id: 'export',
    section: 'file',
    label: { en: 'Export CDK project…', ja: 'CDK プロジェクトをエクスポート…' },
    keys: ['Mod+E'],
    enabled: inEditor,
    run: () => {
      studio.setState({ dialog: { kind: 'export' } });
    },
  },
  undo: {
    id: 'undo',
    section: 'edit',
    label: { en: 'Undo', ja: '元に戻す' },
    keys: ['Mod+Z'],
    enabled: (state) => inEditor(state) && state.history.undo !== undefined,
    run: () => {
      studio.getState().editor.undo();
    },
  },
  redo: {
    id: 'redo',
    section: 'edit',
    label: { en: 'Redo', ja: 'やり直し' },
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: (state) => inEditor(state) && state.history.redo !== undefined,
    run: () => {
      studio.getState().editor.redo();
    },
  },
  commands: {
    id: 'commands',
    section: 'help',
    label: { en: 'Search or run a command', ja: '検索またはコマンドの実行' },
    keys: ['Mod+K'],
    enabled: always,
    run: () => {
      studio.setState({ dialog: { kind: 'commands' } });
    },
  },
  shortcuts: {
    id: 'shortcuts',
    section: 'help',
    label: { en: 'Keyboard shortcuts', ja: 'キーボードショートカット' },
    keys: ['?'],
    enabled: always,
    run: () => {
      studio.setState({ dialog: { kind: 'shortcuts' } });
    },
  },
} as const satisfies Readonly<Record<string, StudioCommand>>;

const views: readonly StudioCommand[] = [
  canvas('insert', { en: 'Add a service', ja: 'サービスを追加' }, ['/'], (view) => {
    view.quickInsert();
  }),
  canvas(
    'connect',
    { en: 'Connect the selected node', ja: '選択中のノードを接続' },
    ['C'],
    (view) => {
      view.startConnecting();
    },
    ({ selection }) => selection.nodes.size === 1,
  ),
  canvas('fit', { en: 'Zoom to fit', ja: '全体を表示' }, ['Shift+Digit1'], (view) => {
    view.fit();
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

/** A command of the editor, as the rest of the app runs commands. */
const ofEditor = (command: CommandDefinition<PaletteArgs | undefined>): StudioCommand => ({
  id: command.id,
  section: 'edit',
  label: command.label,
  ...(command.keys === undefined ? {} : { keys: command.keys }),
  enabled: (state) => inEditor(state) && command.enabled(state.editor.getState()),
  run: () => {
    const { editor, language } = studio.getState();
    editor.run(command, { language });
  },
});

/** Every command that needs no arguments, in the order of the palette. */
export const allCommands: readonly StudioCommand[] = [
  ...Object.values<StudioCommand>(appCommands),
  ...paletteCommands.map(ofEditor),
  ...views,
];
