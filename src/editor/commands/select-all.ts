import { defineCommand, emptySelection } from '../define.js';

/** Selects every node. */
export const selectAll = defineCommand({
  id: 'select-all',
  label: { en: 'Select all', ja: 'すべて選択' },
  keys: ['Mod+A'],
  inPalette: true,
  enabled: ({ design }) => Object.keys(design.nodes).length > 0,
  run: ({ design }) => ({
    state: { design, selection: { ...emptySelection, nodes: new Set(Object.keys(design.nodes)) } },
    undo: 'none',
  }),
});
