import type { CommandDefinition, PaletteArgs } from '../../../editor/define.js';
import { paletteCommands } from '../../../editor/commands/palette.js';
import { canCopy } from '../../../editor/copy.js';
import { copyToClipboard, cutToClipboard, pasteFromClipboard } from '../clipboard.js';
import { report } from '../files.js';
import { studio, type StudioState } from '../studio.js';
import { inEditor, inSystem, type StudioCommand } from './define.js';

const canCopyHere = (state: StudioState): boolean => inSystem(state) && canCopy(state.editor.getState());

/** The history and the clipboard. */
export const editCommands = {
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
  cut: {
    id: 'cut',
    section: 'edit',
    label: { en: 'Cut', ja: '切り取り' },
    keys: ['Mod+X'],
    hasSystemKeys: true,
    enabled: canCopyHere,
    run: () => {
      report(cutToClipboard());
    },
  },
  copy: {
    id: 'copy',
    section: 'edit',
    label: { en: 'Copy', ja: 'コピー' },
    keys: ['Mod+C'],
    hasSystemKeys: true,
    enabled: canCopyHere,
    run: () => {
      report(copyToClipboard());
    },
  },
  paste: {
    id: 'paste',
    section: 'edit',
    label: { en: 'Paste', ja: '貼り付け' },
    keys: ['Mod+V'],
    hasSystemKeys: true,
    enabled: (state) => inSystem(state) && state.preview === undefined,
    run: () => {
      report(pasteFromClipboard(studio.getState().view?.asked?.()));
    },
  },
} as const satisfies Readonly<Record<string, StudioCommand>>;

/** A command of the editor, as the rest of the app runs commands. */
const ofEditor = (command: CommandDefinition<PaletteArgs | undefined>): StudioCommand => ({
  id: command.id,
  section: 'edit',
  label: command.label,
  ...(command.keys === undefined ? {} : { keys: command.keys }),
  enabled: (state) => inSystem(state) && command.enabled(state.editor.getState()),
  run: () => {
    const { editor, language } = studio.getState();
    editor.run(command, { language });
  },
});

/** Commands of the editor that need no arguments. */
export const editorCommands: readonly StudioCommand[] = paletteCommands.map(ofEditor);
