import { lookup, nodeId, type Design } from '../../model/design.js';
import { systemOf } from '../../system/resolve.js';
import { applyWay, waysToConnect } from '../../system/ways.js';
import { defineCommand, emptySelection, type Selection } from '../define.js';
import { placeNew } from '../place-new.js';

export interface ConnectArgs {
  readonly from: string;
  readonly to: string;
  /** Id of one of the ways; undefined: the best one. */
  readonly way?: string;
}

/** Connects two nodes; a way through a service puts that between them. Nothing happens where no way is legal. */
export const connect = defineCommand<ConnectArgs>({
  id: 'connect',
  label: { en: 'Connect', ja: '接続' },
  enabled: () => true,
  run: ({ design, selection }, { from, to, way: wanted }) => {
    const [fromId, toId] = [nodeId(from), nodeId(to)];
    const { ways } = waysToConnect(systemOf(design), fromId, toId);
    const way = wanted === undefined ? ways[0] : ways.find(({ id }) => id === wanted);
    if (way === undefined) return { state: { design, selection }, undo: 'none' };
    const { design: connected, connection, added } = applyWay(design, fromId, toId, way);
    const label = (id: string): string => lookup(design.nodes, id)?.label ?? id;
    return {
      state: { design: placeNew(design, connected), selection: selectionAfter(connected, connection, added) },
      undo: 'step',
      name: {
        en: `Connect "${label(from)}" to "${label(to)}"`,
        ja: `「${label(from)}」を「${label(to)}」に接続`,
      },
    };
  },
});

/** What was made is selected, so that its form is at hand. */
function selectionAfter(design: Design, connection: string | undefined, added: readonly string[]): Selection {
  if (added.length > 0) return { ...emptySelection, nodes: new Set(added) };
  return connection === undefined || !Object.hasOwn(design.connections, connection)
    ? emptySelection
    : { ...emptySelection, connections: new Set([connection]) };
}
