import { contextId, entries, lookup, type Design, type DesignNode, type Point } from '../../model/design.js';
import { defineCommand } from '../define.js';
import { inContext } from '../membership.js';
import { moveInLayout } from './move-nodes.js';
import { nameOf } from './selection.js';

export interface MoveIntoContextArgs {
  readonly nodes: readonly string[];
  readonly context: string;
  /** Where they were dropped: the move and the change of context are one step. */
  readonly positions?: Readonly<Record<string, Point>>;
}

/** Makes nodes members of a context. */
export const moveIntoContext = defineCommand<MoveIntoContextArgs>({
  id: 'move-into-context',
  label: { en: 'Move into a context', ja: 'コンテキストに移動' },
  enabled: () => true,
  run: ({ design, selection }, { nodes, context, positions = {} }) => {
    const target = lookup(design.contexts, context);
    if (target === undefined) return { state: { design, selection }, undo: 'none' };
    const members = withMembership(design, nodes, context);
    const name = nameOf(nodes.map((id) => lookup(design.nodes, id)?.label ?? id));
    return {
      state: { design: moveInLayout(members, positions), selection },
      undo: 'step',
      name: { en: `Move ${name.en} into "${target.label}"`, ja: `${name.ja}を「${target.label}」に移動` },
    };
  },
});

/** The design with nodes as members of a context, or of none. */
export function withMembership(design: Design, nodes: readonly string[], context: string | undefined): Design {
  const ids = new Set(nodes);
  const target = context === undefined ? undefined : contextId(context);
  const changed: Record<string, DesignNode> = {};
  for (const [id, node] of entries(design.nodes)) {
    if (!ids.has(id)) continue;
    const member = inContext(node, target);
    if (member !== node) changed[id] = member;
  }
  return Object.keys(changed).length === 0 ? design : { ...design, nodes: { ...design.nodes, ...changed } };
}
