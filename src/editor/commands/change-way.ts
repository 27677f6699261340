import { connectionId, lookup } from '../../model/design.js';
import { translate } from '../../model/localized.js';
import { removeConnections } from '../../model/graph.js';
import { resolveSystem } from '../../system/resolve.js';
import { applyWay, waysToConnect } from '../../system/ways.js';
import { defineCommand, emptySelection } from '../define.js';
import { placeNew } from '../place-new.js';

export interface ChangeWayArgs {
  /** A drawn one. */
  readonly connection: string;
  /** Id of one of the ways between its ends. */
  readonly way: string;
}

/** Connects the same two nodes in another way. */
export const changeWay = defineCommand<ChangeWayArgs>({
  id: 'change-way',
  label: { en: 'Change the way to connect', ja: '接続方法を変更' },
  enabled: () => true,
  run: (state, { connection, way: wanted }) => {
    const drawn = lookup(state.design.connections, connection);
    if (drawn === undefined) return { state, undo: 'none' };
    const rest = removeConnections(state.design, new Set([connectionId(connection)]));
    const way = waysToConnect(resolveSystem(rest), drawn.from, drawn.to).ways.find(({ id }) => id === wanted);
    if (way === undefined) return { state, undo: 'none' };
    const { design, connection: made, added } = applyWay(rest, drawn.from, drawn.to, way);
    if (made === undefined) return { state, undo: 'none' };
    return {
      state: {
        design: placeNew(state.design, design),
        selection:
          added.length > 0
            ? { ...emptySelection, nodes: new Set(added) }
            : { ...emptySelection, connections: new Set([made]) },
      },
      undo: 'step',
      name: {
        en: `Change the way to connect: ${translate(way.title, 'en')}`,
        ja: `接続方法を「${way.title.ja}」に変更`,
      },
    };
  },
});
