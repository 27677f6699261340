import { canCopy } from '../copy.js';
import { contentsOf } from '../move.js';
import { defineCommand, emptySelection } from '../define.js';
import { selectedLabels, withoutSelection } from './delete-selection.js';
import { nameOf } from './selection.js';

/** Removes what a copy took: of a context its members too. The text for the clipboard is made before. */
export const cut = defineCommand({
  id: 'cut',
  label: { en: 'Cut', ja: '切り取り' },
  enabled: canCopy,
  run: ({ design, selection }) => {
    const inside = contentsOf(design, selection.contexts);
    const name = nameOf(selectedLabels(design, { ...selection, connections: new Set() }));
    const taken = {
      ...selection,
      connections: new Set<string>(),
      nodes: new Set([...selection.nodes, ...inside.nodes]),
      notes: new Set([...selection.notes, ...inside.notes]),
    };
    return {
      state: { design: withoutSelection(design, taken), selection: emptySelection },
      undo: 'step',
      name: { en: `Cut ${name.en}`, ja: `${name.ja}を切り取り` },
    };
  },
});
