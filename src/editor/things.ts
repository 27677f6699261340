import { contextBox, nodeBox } from '../layout/geometry.js';
import { lookup, type Box, type Design, type Point } from '../model/design.js';
import type { Selection } from './define.js';
import { contentsOf, moveInLayout } from './move.js';

/** One box that can be arranged: a node, a note, or a context with everything in it. */
export interface Thing {
  readonly kind: 'node' | 'note' | 'context';
  readonly id: string;
  readonly box: Box;
  readonly isLocked: boolean;
}

/** What is selected, each once: what lies in a selected context belongs to that. */
export function thingsOf(design: Design, selection: Selection): readonly Thing[] {
  const { layout } = design;
  const isInside = ({ context }: { readonly context?: string }): boolean =>
    context !== undefined && selection.contexts.has(context);
  const things: Thing[] = [];
  for (const id of selection.contexts) {
    const box = contextBox(design, id);
    if (box !== undefined)
      things.push({ kind: 'context', id, box, isLocked: lookup(layout.contexts, id)?.pinned === true });
  }
  for (const id of selection.nodes) {
    const node = lookup(design.nodes, id);
    const box = nodeBox(design, id);
    if (node !== undefined && box !== undefined && !isInside(node))
      things.push({ kind: 'node', id, box, isLocked: lookup(layout.nodes, id)?.pinned === true });
  }
  for (const id of selection.notes) {
    const note = lookup(design.notes, id);
    const at = lookup(layout.notes, id);
    if (note !== undefined && at !== undefined && !isInside(note))
      things.push({ kind: 'note', id, box: at, isLocked: at.pinned === true });
  }
  return things;
}

/** The design with things moved, each to where its box begins. What is locked stays. */
export function placeThings(design: Design, places: ReadonlyMap<Thing, Point>): Design {
  const nodes: Record<string, Point> = {};
  const notes: Record<string, Point> = {};
  const contexts: Record<string, Partial<Box>> = {};
  for (const [{ kind, id, box, isLocked }, { x, y }] of places) {
    if (isLocked) continue;
    const by = { x: Math.round(x - box.x), y: Math.round(y - box.y) };
    if (kind === 'node') shift(design.layout.nodes, id, by, nodes);
    else if (kind === 'note') shift(design.layout.notes, id, by, notes);
    else {
      const inside = contentsOf(design, new Set([id]));
      for (const member of inside.nodes) shift(design.layout.nodes, member, by, nodes);
      for (const note of inside.notes) shift(design.layout.notes, note, by, notes);
      shift(design.layout.contexts, id, by, contexts);
    }
  }
  return moveInLayout(design, { nodes, notes, contexts });
}

function shift(
  places: Readonly<Record<string, Point>>,
  id: string,
  by: Point,
  into: Record<string, Point | Partial<Box>>,
): void {
  const at = lookup(places, id);
  if (at !== undefined) into[id] = { x: at.x + by.x, y: at.y + by.y };
}
