import { defineCommand } from '../define.js';
import { moveOutOfContext } from './move-out-of-context.js';

/** Takes the selected nodes out of their contexts. */
export const removeFromContext = defineCommand({
  id: 'remove-from-context',
  label: { en: 'Remove from context', ja: 'コンテキストから除外' },
  inPalette: true,
  enabled: ({ design, selection }) =>
    Object.entries(design.nodes).some(([id, node]) => node.context !== undefined && selection.nodes.has(id)),
  run: (state) => moveOutOfContext.run(state, { nodes: [...state.selection.nodes] }),
});
