import { connectionId, entries, type ConnectionId } from '../../model/design.js';
import { directWays } from '../../system/direct.js';
import { defineCommand, emptySelection, type EditorState } from '../define.js';
import { resolved, rewire } from '../rewire.js';

/** Turns the selected connection round, where the two can meet directly that way. */
export const reverseConnection = defineCommand({
  id: 'reverse-connection',
  label: { en: 'Reverse the direction', ja: '接続の向きを反転' },
  inPalette: true,
  enabled: (state) => reversible(state) !== undefined,
  run: (state) => {
    const id = reversible(state);
    const connection = id === undefined ? undefined : state.design.connections[id];
    const after =
      id === undefined || connection === undefined
        ? undefined
        : rewire(state.design, id, connection.to, connection.from);
    if (after === undefined) return { state, undo: 'none' };
    return {
      state: { design: after.design, selection: { ...emptySelection, connections: new Set([after.connection]) } },
      undo: 'step',
    };
  },
});

/** The one selected connection that has a direct way back. */
function reversible({ design, selection }: EditorState): ConnectionId | undefined {
  const [id, ...others] = selection.connections;
  if (id === undefined || others.length > 0) return undefined;
  const found = entries(design.connections).find(([one]) => one === id)?.[1];
  const [from, to] = [found && resolved(design, found.to), found && resolved(design, found.from)];
  return from !== undefined && to !== undefined && directWays(from, to).ways.length > 0 ? connectionId(id) : undefined;
}
