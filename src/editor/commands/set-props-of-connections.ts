import { lookup, type Connection } from '../../model/design.js';
import { defineCommand } from '../define.js';
import { withProps, type PropChanges } from './set-node-props.js';

export interface SetPropsOfConnectionsArgs {
  /** Drawn ones. */
  readonly connections: readonly string[];
  readonly props: PropChanges;
}

/** Changes props of several connections alike, as one step. Typing in one field is one step. */
export const setPropsOfConnections = defineCommand<SetPropsOfConnectionsArgs>({
  id: 'set-props-of-connections',
  label: { en: 'Change the connections', ja: '接続を変更' },
  enabled: () => true,
  run: ({ design, selection }, { connections, props }) => {
    const changed: Record<string, Connection> = {};
    for (const id of connections) {
      const connection = lookup(design.connections, id);
      const after = connection === undefined ? undefined : withProps(connection.props, props);
      if (connection !== undefined && after !== undefined && after !== connection.props)
        changed[id] = { ...connection, props: after };
    }
    const isSame = Object.keys(changed).length === 0;
    return {
      state: { design: isSame ? design : { ...design, connections: { ...design.connections, ...changed } }, selection },
      undo: 'merge',
      gesture: `connections:${connections.join(',')}:${Object.keys(props).join(',')}`,
      name: {
        en: `Change ${String(connections.length)} connections`,
        ja: `接続 ${String(connections.length)} 本を変更`,
      },
    };
  },
});
