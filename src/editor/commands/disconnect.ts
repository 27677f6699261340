import { removeConnections } from '../../model/graph.js';
import { defineCommand, emptySelection } from '../define.js';
import { removeDerived } from '../derived.js';

/** Removes connections by their ids, whatever is selected. */
export const disconnect = defineCommand<{ readonly connections: readonly string[] }>({
  id: 'disconnect',
  label: { en: 'Disconnect', ja: '切断' },
  enabled: () => true,
  run: ({ design, selection }, { connections }) => {
    const ids = new Set(connections);
    const kept = new Set([...selection.connections].filter((id) => !ids.has(id)));
    return {
      state: {
        design: removeConnections(removeDerived(design, ids), ids),
        selection:
          kept.size === selection.connections.size ? selection : { ...emptySelection, ...selection, connections: kept },
      },
      undo: 'step',
    };
  },
});
