import type { NodeChange } from '@xyflow/react';
import { centreOf, containsPoint, contextBox, nodeBox } from '../../layout/geometry.js';
import { entries, lookup, type Design, type Point } from '../../model/design.js';
import { membersOf } from '../../model/graph.js';
import { contextOf, isNodeId, type CanvasNode } from './types.js';

/** Dragging: positions stay with the canvas until the drop, which is one step of the history. */

export type Moved = ReadonlyMap<string, Point>;
export const nothingMoved: Moved = new Map();

/** Where things are while they are dragged. An area takes its members along. */
export function movedBy(changes: readonly NodeChange<CanvasNode>[], before: Moved, design: Design): Moved {
  let moved: Map<string, Point> | undefined;
  for (const change of changes) {
    if (change.type !== 'position' || change.position === undefined) continue;
    moved ??= new Map(before);
    moved.set(change.id, change.position);
    const context = contextOf(change.id);
    const area = context === undefined ? undefined : contextBox(design, context);
    if (context === undefined || area === undefined) continue;
    const by = { x: change.position.x - area.x, y: change.position.y - area.y };
    for (const id of membersIn(design, context)) {
      const box = nodeBox(design, id);
      if (box !== undefined) moved.set(id, { x: box.x + by.x, y: box.y + by.y });
    }
  }
  return moved ?? before;
}

const membersIn = (design: Design, context: string): readonly string[] =>
  entries(design.contexts)
    .filter(([id]) => id === context)
    .flatMap(([id]) => membersOf(design, id));

/** The area into which the dragged nodes would fall, if it is another one than theirs. */
export function dropAreaOf(design: Design, moved: Moved): string | undefined {
  const targets = contextChanges(design, moved).map(({ to }) => to);
  const [first] = targets;
  return first !== undefined && targets.every((target) => target === first) ? first : undefined;
}

/** Nodes whose middle now lies in another area, or in none. */
export function contextChanges(
  design: Design,
  moved: Moved,
): { readonly id: string; readonly to: string | undefined }[] {
  if ([...moved.keys()].some((id) => !isNodeId(id))) return [];
  return [...moved].flatMap(([id, at]) => {
    const node = lookup(design.nodes, id);
    const box = nodeBox(design, id);
    if (node === undefined || box === undefined) return [];
    const middle = centreOf({ ...box, ...at });
    const own = node.context === undefined ? undefined : contextBox(design, node.context);
    if (own !== undefined && containsPoint(own, middle)) return [];
    const to = entries(design.contexts)
      .map(([context]) => context as string)
      .filter((context) => {
        const area = contextBox(design, context);
        return area !== undefined && containsPoint(area, middle);
      })
      .at(-1);
    return to === node.context ? [] : [{ id, to }];
  });
}
