import { openFind, stepFind, findState } from '../../find/find-state.js';
import { showPaletteTab } from '../../palette/palette-view.js';
import { preferences } from '../preferences.js';
import { studio, type StudioState } from '../studio.js';
import { always, inEditor, type StudioCommand } from './define.js';

/** The page of the help on what is selected: its service or its kind of connection. */
function pageOf({ screen, selection, system }: StudioState): string | undefined {
  if (screen !== 'editor') return undefined;
  const node = [...system.nodes.values()].find(({ id }) => selection.nodes.has(id));
  if (node !== undefined) return `service-${node.service.type}`;
  const connection = [...system.connections.values()].find(({ id }) => selection.connections.has(id));
  return connection === undefined ? undefined : `connection-${connection.kind}`;
}

/** Finding what there is to do, and what is there. */
export const helpCommands = {
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
  help: {
    id: 'help',
    section: 'help',
    label: { en: 'Help', ja: 'ヘルプ' },
    keys: ['F1'],
    enabled: always,
    run: () => {
      studio.setState((state) => ({ dialog: { kind: 'help', page: pageOf(state) } }));
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
  tour: {
    id: 'tour',
    section: 'help',
    label: { en: 'Take the tour', ja: 'ツアーを開始' },
    enabled: always,
    run: () => {
      void import('../../tour/tour-state.js').then(({ startTour }) => {
        startTour();
      });
    },
  },
  settings: {
    id: 'settings',
    section: 'file',
    label: { en: 'Settings…', ja: '設定…' },
    keys: ['Mod+,'],
    enabled: always,
    run: () => {
      studio.setState({ dialog: { kind: 'settings' } });
    },
  },
  find: {
    id: 'find',
    section: 'edit',
    label: { en: 'Find', ja: '検索' },
    keys: ['Mod+F'],
    enabled: inEditor,
    run: () => {
      openFind(false);
    },
  },
  replace: {
    id: 'find-and-replace',
    section: 'edit',
    label: { en: 'Find and replace', ja: '検索と置換' },
    keys: ['Mod+H', 'Mod+Alt+F'],
    enabled: inEditor,
    run: () => {
      openFind(true);
    },
  },
  findNext: {
    id: 'find-next',
    section: 'edit',
    label: { en: 'Next match', ja: '次の一致' },
    keys: ['F3'],
    enabled: (state) => inEditor(state) && findState.getState().open,
    run: () => {
      stepFind(1);
    },
  },
  findPrevious: {
    id: 'find-previous',
    section: 'edit',
    label: { en: 'Previous match', ja: '前の一致' },
    keys: ['Shift+F3'],
    enabled: (state) => inEditor(state) && findState.getState().open,
    run: () => {
      stepFind(-1);
    },
  },
  outline: {
    id: 'outline',
    section: 'view',
    label: { en: 'Show the outline', ja: 'アウトラインを表示' },
    keys: ['Mod+Shift+O'],
    enabled: inEditor,
    run: () => {
      preferences.setState({ paletteOpen: true });
      studio.setState({ focusMode: false });
      showPaletteTab('outline');
    },
  },
  palette: {
    id: 'toggle-palette',
    section: 'view',
    label: { en: 'Show or hide the palette', ja: 'パレットの表示切り替え' },
    keys: ['Mod+B'],
    enabled: (state) => inEditor(state) && !state.focusMode,
    run: () => {
      preferences.setState(({ paletteOpen }) => ({ paletteOpen: !paletteOpen }));
    },
  },
  inspector: {
    id: 'toggle-inspector',
    section: 'view',
    label: { en: 'Show or hide the inspector', ja: 'インスペクターの表示切り替え' },
    keys: ['Mod+Alt+B'],
    enabled: (state) => inEditor(state) && !state.focusMode,
    run: () => {
      preferences.setState(({ inspectorOpen }) => ({ inspectorOpen: !inspectorOpen }));
    },
  },
} as const satisfies Readonly<Record<string, StudioCommand>>;
