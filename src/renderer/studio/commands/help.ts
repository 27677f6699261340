import { studio } from '../studio.js';
import { always, type StudioCommand } from './define.js';

/** Finding what there is to do. */
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
