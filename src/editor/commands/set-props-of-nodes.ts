import { lookup, type DesignNode } from '../../model/design.js';
import { defineCommand } from '../define.js';
import { withProps, type PropChanges } from './set-node-props.js';

/** Changes props of several nodes alike, as one step. Typing in one field is one step. */
export const setPropsOfNodes = defineCommand<{ readonly nodes: readonly string[]; readonly props: PropChanges }>({
  id: 'set-props-of-nodes',
  label: { en: 'Change settings', ja: '設定を変更' },
  enabled: () => true,
  run: ({ design, selection }, { nodes, props }) => {
    const changed: Record<string, DesignNode> = {};
    for (const id of nodes) {
      const node = lookup(design.nodes, id);
      const after = node === undefined ? undefined : withProps(node.props, props);
      if (node !== undefined && after !== undefined && after !== node.props) changed[id] = { ...node, props: after };
    }
    const isSame = Object.keys(changed).length === 0;
    return {
      state: { design: isSame ? design : { ...design, nodes: { ...design.nodes, ...changed } }, selection },
      undo: 'merge',
      gesture: `nodes:${nodes.join(',')}:${Object.keys(props).join(',')}`,
      name: {
        en: `Change settings of ${String(nodes.length)} nodes`,
        ja: `ノード ${String(nodes.length)} 個の設定を変更`,
      },
    };
  },
});
