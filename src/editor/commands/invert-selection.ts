import { defineCommand, emptySelection } from '../define.js';

/** Selects the nodes and notes that are not selected. */
export const invertSelection = defineCommand({
  id: 'invert-selection',
  label: { en: 'Invert the selection', ja: '選択範囲を反転' },
  inPalette: true,
  enabled: ({ design }) => Object.keys(design.nodes).length + Object.keys(design.notes).length > 0,
  run: ({ design, selection }) => {
    const others = (record: Readonly<Record<string, unknown>>, ids: ReadonlySet<string>): ReadonlySet<string> =>
      new Set(Object.keys(record).filter((id) => !ids.has(id)));
    return {
      state: {
        design,
        selection: {
          ...emptySelection,
          nodes: others(design.nodes, selection.nodes),
          notes: others(design.notes, selection.notes),
        },
      },
      undo: 'none',
    };
  },
});
