import { nodeId, type DesignNode } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import { defineCommand } from '../define.js';

type Settable = 'origin' | 'existing' | 'overrides' | 'stack' | 'comment';

/** Values to set; undefined takes an optional one away. */
export type NodeChanges = { readonly [Key in Settable]?: DesignNode[Key] | undefined };

/** Changes what a node has beside its props: whether it exists, its stack, raw properties, its comment. */
export const setNode = defineCommand<{ readonly node: string; readonly changes: NodeChanges }>({
  id: 'set-node',
  label: { en: 'Change settings', ja: '設定を変更' },
  enabled: () => true,
  run: ({ design, selection }, { node: id, changes }) => ({
    state: { design: updateNode(design, nodeId(id), (node) => changedNode(node, changes)), selection },
    undo: 'merge',
    gesture: `node:${id}:.${Object.keys(changes).join(',')}`,
  }),
});

function changedNode(node: DesignNode, changes: NodeChanges): DesignNode {
  const { origin = node.origin, ...optional } = changes;
  const entriesKept = Object.entries({ ...node, ...optional, origin }).filter(([, value]) => value !== undefined);
  const changed: DesignNode = { ...node, ...Object.fromEntries(entriesKept) };
  const gone = Object.entries(optional).filter(([, value]) => value === undefined);
  return gone.reduce<DesignNode>((result, [key]) => omit(result, key), changed);
}

function omit(node: DesignNode, key: string): DesignNode {
  const { existing, overrides, stack, comment, ...rest } = node;
  return {
    ...rest,
    ...(existing === undefined || key === 'existing' ? {} : { existing }),
    ...(overrides === undefined || key === 'overrides' ? {} : { overrides }),
    ...(stack === undefined || key === 'stack' ? {} : { stack }),
    ...(comment === undefined || key === 'comment' ? {} : { comment }),
  };
}
