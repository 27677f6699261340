import { connectionId, lookup, nodeId, type Design } from '../../model/design.js';
import { removeConnections } from '../../model/graph.js';
import { systemOf } from '../../system/resolve.js';
import { applyWay } from '../../system/ways.js';
import { defineCommand, emptySelection, type EditorState } from '../define.js';
import { placeNew } from '../place-new.js';
import { reconnection, type End } from '../reconnection.js';
import { rewire } from '../rewire.js';

export interface ReconnectArgs {
  /** A drawn one. */
  readonly connection: string;
  /** Which of its ends is moved. */
  readonly end: End;
  readonly node: string;
}

/**
 * Puts one end of a connection on another node: by the same kind where that fits, else by the best way. Nothing happens
 * where there is none; `reconnection` says why.
 */
export const reconnect = defineCommand<ReconnectArgs>({
  id: 'reconnect',
  label: { en: 'Reconnect', ja: '接続を変更' },
  enabled: () => true,
  run: (state, { connection, end, node }) => {
    const { design } = state;
    const plan = reconnection(systemOf(design), connection, end, nodeId(node));
    if ('refusal' in plan) return { state, undo: 'none' };
    const { from, to, through } = plan;
    const id = connectionId(connection);
    const after =
      through === undefined
        ? rewire(design, id, from, to)
        : applyWay(removeConnections(design, new Set([connection])), from, to, through);
    if (after?.connection === undefined) return { state, undo: 'none' };
    const label = lookup(design.nodes, node)?.label ?? node;
    return {
      state: selected(placeNew(design, after.design), after.connection),
      undo: 'step',
      name: { en: `Reconnect to "${label}"`, ja: `接続を「${label}」に変更` },
    };
  },
});

const selected = (design: Design, connection: string): EditorState => ({
  design,
  selection: { ...emptySelection, connections: new Set([connection]) },
});
