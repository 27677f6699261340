import { defineCommand } from '../define.js';
import { moveOutOfContext } from './move-out-of-context.js';

/** Takes the selected nodes and notes out of their contexts. */
export const removeFromContext = defineCommand({
  id: 'remove-from-context',
  label: { en: 'Remove from context', ja: 'コンテキストから除外' },
  inPalette: true,
  enabled: ({ design, selection }) =>
    Object.entries(design.nodes).some(([id, node]) => node.context !== undefined && selection.nodes.has(id)) ||
    Object.entries(design.notes).some(([id, note]) => note.context !== undefined && selection.notes.has(id)),
  run: (state) => moveOutOfContext.run(state, { nodes: [...state.selection.nodes], notes: [...state.selection.notes] }),
});
