import { defineCommand, emptySelection } from '../define.js';

/** Selects every node and every note. */
export const selectAll = defineCommand({
  id: 'select-all',
  label: { en: 'Select all', ja: 'すべて選択' },
  keys: ['Mod+A'],
  inPalette: true,
  enabled: ({ design }) => Object.keys(design.nodes).length + Object.keys(design.notes).length > 0,
  run: ({ design }) => ({
    state: {
      design,
      selection: {
        ...emptySelection,
        nodes: new Set(Object.keys(design.nodes)),
        notes: new Set(Object.keys(design.notes)),
      },
    },
    undo: 'none',
  }),
});
