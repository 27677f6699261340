import { defineCommand, emptySelection } from '../define.js';
import { isAnySelected } from './selection.js';

/** Selects nothing, also where the keyboard focus is on nothing. */
export const selectNone = defineCommand({
  id: 'select-none',
  label: { en: 'Select nothing', ja: '選択を解除' },
  keys: ['Escape'],
  inPalette: true,
  enabled: ({ selection }) => isAnySelected(selection),
  run: ({ design }) => ({ state: { design, selection: emptySelection }, undo: 'none' }),
});
