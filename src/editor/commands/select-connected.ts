import { systemOf } from '../../system/resolve.js';
import { defineCommand, type EditorState } from '../define.js';

/**
 * Grows the selection along connections, by one each time: from nodes to what they are connected to, from connections to
 * their ends.
 */
export const selectConnected = defineCommand({
  id: 'select-connected',
  label: { en: 'Select what is connected', ja: '接続先を選択' },
  keys: ['Mod+Shift+A'],
  inPalette: true,
  enabled: ({ selection }) => selection.nodes.size + selection.connections.size > 0,
  run: (state) => ({ state: { design: state.design, selection: grown(state) }, undo: 'none' }),
});

function grown({ design, selection }: EditorState): EditorState['selection'] {
  const nodes = new Set(selection.nodes);
  const connections = new Set(selection.connections);
  for (const [id, { from, to }] of systemOf(design).connections) {
    const isSelected = selection.connections.has(id);
    if (!isSelected && !selection.nodes.has(from) && !selection.nodes.has(to)) continue;
    nodes.add(from);
    nodes.add(to);
    if (selection.nodes.size > 0) connections.add(id);
  }
  return { ...selection, nodes, connections };
}
