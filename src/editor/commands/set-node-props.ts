import { nodeId, type Json } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import { defineCommand } from '../define.js';

/** Values to set; undefined takes a prop away, so that the default holds again. */
export type PropChanges = Readonly<Record<string, Json | undefined>>;

/** Changes props of a node. Typing in one field is one step. */
export const setNodeProps = defineCommand<{ readonly node: string; readonly props: PropChanges }>({
  id: 'set-node-props',
  label: { en: 'Change settings', ja: '設定を変更' },
  enabled: () => true,
  run: ({ design, selection }, { node: id, props }) => ({
    state: {
      design: updateNode(design, nodeId(id), (node) => {
        const changed = withProps(node.props, props);
        return changed === node.props ? node : { ...node, props: changed };
      }),
      selection,
    },
    undo: 'merge',
    gesture: `node:${id}:${Object.keys(props).join(',')}`,
  }),
});

/** Props with changes made; the same object where nothing differs. */
export function withProps(props: Readonly<Record<string, Json>>, changes: PropChanges): Readonly<Record<string, Json>> {
  const same = Object.entries(changes).every(([key, value]) =>
    value === undefined
      ? !Object.hasOwn(props, key)
      : Object.hasOwn(props, key) && JSON.stringify(props[key]) === JSON.stringify(value),
  );
  if (same) return props;
  const gone = Object.keys(changes).filter((key) => changes[key] === undefined);
  const kept = Object.entries({ ...props, ...changes }).filter(([key]) => !gone.includes(key));
  return Object.fromEntries(kept.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
