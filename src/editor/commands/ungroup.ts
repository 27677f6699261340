import { lookup } from '../../model/design.js';
import { removeContexts } from '../../model/graph.js';
import { defineCommand, emptySelection } from '../define.js';
import { contentsOf } from '../move.js';
import { labelsOf, nameOf } from './selection.js';

/** Dissolves the selected contexts. The members stay in place, selected. */
export const ungroup = defineCommand({
  id: 'ungroup',
  label: { en: 'Ungroup', ja: 'グループ化を解除' },
  keys: ['Mod+Shift+G'],
  inPalette: true,
  enabled: ({ design, selection }) => [...selection.contexts].some((id) => Object.hasOwn(design.contexts, id)),
  run: ({ design, selection }) => {
    const gone = new Set([...selection.contexts].filter((id) => lookup(design.contexts, id) !== undefined));
    const members = contentsOf(design, gone);
    const name = nameOf(labelsOf(design, { contexts: gone }));
    return {
      state: {
        design: removeContexts(design, gone),
        selection: { ...emptySelection, nodes: new Set(members.nodes), notes: new Set(members.notes) },
      },
      undo: 'step',
      name: { en: `Ungroup ${name.en}`, ja: `${name.ja}のグループ化を解除` },
    };
  },
});
