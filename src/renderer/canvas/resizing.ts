import { resize } from '../../editor/commands/resize.js';
import { gridStep } from '../../layout/define.js';
import { contextBox, isBus, nodeBox } from '../../layout/geometry.js';
import { lookup, type Box, type Design, type Point } from '../../model/design.js';
import type { Selection } from '../../editor/define.js';
import { studio } from '../studio/studio.js';
import { isLocked } from './dragging.js';
import { toGrid } from './snapping.js';
import { areaNodeId, noteNodeId } from './types.js';

/** Resizing by edges and corners, each named by its direction. */
export type Handle = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';

export interface Resizable {
  readonly kind: 'nodes' | 'notes' | 'contexts';
  readonly id: string;
  readonly box: Box;
  readonly handles: readonly Handle[];
}

const all: readonly Handle[] = ['n', 'e', 's', 'w', 'ne', 'se', 'sw', 'nw'];

/** What is selected, where it is a single thing that has a size of its own. */
export function resizableOf(design: Design, { nodes, contexts, notes, connections }: Selection): Resizable | undefined {
  if (nodes.size + contexts.size + notes.size !== 1 || connections.size > 0) return undefined;
  const [node] = nodes;
  const [context] = contexts;
  const [note] = notes;
  if (node !== undefined) {
    const found = lookup(design.nodes, node);
    const box = nodeBox(design, node);
    return found === undefined || box === undefined || !isBus(found) || isLocked(design, node)
      ? undefined
      : { kind: 'nodes', id: node, box, handles: ['e', 'w'] };
  }
  if (context !== undefined) {
    const box = contextBox(design, context);
    const isClosed = lookup(design.layout.contexts, context)?.collapsed === true;
    return box === undefined || isClosed || isLocked(design, areaNodeId(context))
      ? undefined
      : { kind: 'contexts', id: context, box, handles: all };
  }
  const box = note === undefined ? undefined : lookup(design.layout.notes, note);
  return note === undefined || box === undefined || isLocked(design, noteNodeId(note))
    ? undefined
    : { kind: 'notes', id: note, box, handles: ['ne', 'se', 'sw', 'nw'] };
}

/** The box after its handle went so far: the opposite side stays, and no side goes past it. */
export function resized({ x, y, width, height }: Box, handle: Handle, by: Point, least: number): Box {
  const [right, bottom] = [x + width, y + height];
  const onGrid = (value: number): number => value + toGrid(value, gridStep);
  const west = handle.includes('w') ? Math.min(onGrid(x + by.x), right - least) : x;
  const east = handle.includes('e') ? Math.max(onGrid(right + by.x), x + least) : right;
  const north = handle.includes('n') ? Math.min(onGrid(y + by.y), bottom - least) : y;
  const south = handle.includes('s') ? Math.max(onGrid(bottom + by.y), y + least) : bottom;
  return { x: west, y: north, width: east - west, height: south - north };
}

/** Gives a thing another size; sizes of one gesture are one step. */
export function resizeTo({ kind, id }: Pick<Resizable, 'kind' | 'id'>, box: Box, gesture: string): void {
  studio.getState().editor.run(resize, { [kind]: { [id]: box }, gesture });
}
