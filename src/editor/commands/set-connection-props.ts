import { connectionId } from '../../model/design.js';
import { updateConnection } from '../../model/graph.js';
import { defineCommand } from '../define.js';
import { withProps, type PropChanges } from './set-node-props.js';

/** Changes props of a drawn connection. Typing in one field is one step. */
export const setConnectionProps = defineCommand<{ readonly connection: string; readonly props: PropChanges }>({
  id: 'set-connection-props',
  label: { en: 'Change the connection', ja: '接続を変更' },
  enabled: () => true,
  run: ({ design, selection }, { connection: id, props }) => ({
    state: {
      design: updateConnection(design, connectionId(id), (connection) => {
        const changed = withProps(connection.props, props);
        return changed === connection.props ? connection : { ...connection, props: changed };
      }),
      selection,
    },
    undo: 'merge',
    gesture: `connection:${id}:${Object.keys(props).join(',')}`,
  }),
});
