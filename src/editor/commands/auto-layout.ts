import {
  lookup,
  type ContextLayout,
  type Design,
  type Layout,
  type NodeLayout,
  type Point,
} from '../../model/design.js';
import { defineCommand } from '../define.js';
import type { LayoutResult } from '../../layout/define.js';

/**
 * Puts everything where a layout computed it, as one step. Ids that are gone by then are left out, and what is locked
 * stays where it is. Lines find their own way again, except between two nodes that stayed.
 */
export const autoLayout = defineCommand<LayoutResult>({
  id: 'auto-layout',
  label: { en: 'Auto layout', ja: '自動レイアウト' },
  enabled: ({ design }) => Object.keys(design.nodes).length > 0,
  run: ({ design, selection }, { nodes, contexts }) => {
    const { layout } = design;
    return {
      state: {
        design: {
          ...design,
          layout: {
            ...layout,
            nodes: placed<NodeLayout>(layout.nodes, nodes, design.nodes),
            contexts: placed<ContextLayout>(layout.contexts, contexts, design.contexts),
            bends: bendsBetweenLocked(design),
          },
        },
        selection,
      },
      undo: 'step',
    };
  },
});

/** Places with those computed; what is kept beside a place (lock, collapse) is kept. */
function placed<Place extends Point & { readonly pinned?: boolean }>(
  before: Readonly<Record<string, Place>>,
  computed: Readonly<Record<string, Place>>,
  present: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Place>> {
  const result: Record<string, Place> = { ...before };
  for (const [id, place] of Object.entries(computed)) {
    const old = lookup(before, id);
    if (Object.hasOwn(present, id) && old?.pinned !== true) result[id] = { ...old, ...place };
  }
  return result;
}

function bendsBetweenLocked({ connections, layout }: Design): Layout['bends'] {
  const isLocked = (id: string): boolean => lookup(layout.nodes, id)?.pinned === true;
  return Object.fromEntries(
    Object.entries(layout.bends).filter(([id]) => {
      const connection = lookup(connections, id);
      return connection !== undefined && isLocked(connection.from) && isLocked(connection.to);
    }),
  );
}
