import type { CommandDefinition, PaletteArgs } from '../../../editor/define.js';
import { paletteCommands } from '../../../editor/commands/index.js';
import { studio } from '../studio.js';
import { inEditor, type StudioCommand } from './define.js';

/** The history. */
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
} as const satisfies Readonly<Record<string, StudioCommand>>;

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

/** Commands of the editor that need no arguments. */
export const editorCommands: readonly StudioCommand[] = paletteCommands.map(ofEditor);
