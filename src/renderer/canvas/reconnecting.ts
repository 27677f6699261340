import { reconnect } from '../../editor/commands/reconnect.js';
import type { End } from '../../editor/reconnection.js';
import { nodeId, type NodeId } from '../../model/design.js';
import { waysToConnect, type LegalEnd } from '../../system/ways.js';
import { studio } from '../studio/studio.js';
import { canvasState } from './canvas-state.js';
import { legalEndsFrom, type Ends } from './connecting.js';

/** Moving one end of a connection to another node. */

/** Lights up where the end can go. */
export function beginReconnecting(line: string, end: End): void {
  const connection = studio.getState().system.connections.get(line);
  if (connection === undefined) return;
  const fixed = end === 'to' ? connection.from : connection.to;
  const ends = end === 'to' ? legalEndsFrom(fixed) : legalStartsTo(fixed);
  canvasState.setState({ connecting: { from: fixed, ends, over: undefined } });
}

/** For each other node: in how many ways a connection from it can end here, or why it cannot. */
function legalStartsTo(to: NodeId): Ends {
  const { system } = studio.getState();
  const starts = new Map<NodeId, LegalEnd>();
  for (const from of system.nodes.keys()) {
    if (from === to) continue;
    const { ways, refusal } = waysToConnect(system, from, to);
    if (ways.length > 0) starts.set(from, { ways: ways.length, direct: ways.some(({ kind }) => kind === 'direct') });
    else if (refusal !== undefined) starts.set(from, { refusal });
  }
  return starts;
}

/** Puts the end onto a node; elsewhere, or where it cannot end, everything stays. */
export function endReconnecting(line: string, end: End, over: string | undefined): void {
  const { connecting } = canvasState.getState();
  canvasState.setState({ connecting: undefined });
  const legal = over === undefined ? undefined : connecting?.ends.get(nodeId(over));
  if (over === undefined || legal === undefined || 'refusal' in legal) return;
  studio.getState().editor.run(reconnect, { connection: line, end, node: over });
}
