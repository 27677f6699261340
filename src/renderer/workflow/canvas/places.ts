import type { Place } from '../../../asl/edit/place.js';
import type { FlowKey } from '../../../asl/flow-key.js';
import type { WorkflowMachine } from '../../../asl/flow.js';
import type { WorkflowLayout } from '../../../layout/workflow/define.js';
import { containsPoint } from '../../../layout/geometry.js';
import type { Point } from '../../../model/design.js';
import { indexOf } from './graph-index.js';
import { frameId } from './types.js';

/** Where something that is dragged would go: the line or frame that lights up, and the place that it stands for. */
export interface FoundPlace {
  readonly id: string;
  readonly place: Place;
}

/** A line takes what is dropped so near to it. */
const nearness = 28;

/**
 * The place under a point: the nearest transition, else the inside of a container. `dragged` are the states that are
 * moved, whose own transitions and insides are no places for them. Undefined: none.
 */
export function placeAt(
  point: Point,
  graph: WorkflowMachine,
  layout: WorkflowLayout,
  dragged: ReadonlySet<FlowKey> = new Set(),
): FoundPlace | undefined {
  const { lines, machines, states } = indexOf(graph);
  const isOwn = (key: FlowKey | undefined): boolean => {
    for (let at = key; at !== undefined; at = states.get(at)?.parent) if (dragged.has(at)) return true;
    return false;
  };
  let best: { readonly found: FoundPlace; readonly distance: number } | undefined;
  for (const { id, ref, from, to } of lines.values()) {
    const line = layout.lines.get(id);
    // The end of a Succeed state is not a place: it leads nowhere.
    if (line === undefined || isOwn(from) || isOwn(to) || states.get(from)?.state.type === 'Succeed') continue;
    const distance = distanceTo(point, line.points);
    if (distance <= nearness && (best === undefined || distance < best.distance))
      best = { found: { id, place: ref }, distance };
  }
  if (best !== undefined) return best.found;
  let inside: { readonly found: FoundPlace; readonly depth: number } | undefined;
  for (const [key, { path, depth, parent }] of machines) {
    const box = layout.frames.get(key);
    if (box === undefined || !containsPoint(box, point) || isOwn(parent)) continue;
    if (inside === undefined || depth > inside.depth)
      inside = { found: { id: frameId(key), place: { kind: 'end', machine: path } }, depth };
  }
  return inside?.found;
}

/** How far a point is from a line of horizontal and vertical pieces. */
export function distanceTo(point: Point, points: readonly Point[]): number {
  let least = Infinity;
  let from: Point | undefined;
  for (const to of points) {
    if (from !== undefined) {
      const x = Math.min(Math.max(point.x, Math.min(from.x, to.x)), Math.max(from.x, to.x));
      const y = Math.min(Math.max(point.y, Math.min(from.y, to.y)), Math.max(from.y, to.y));
      least = Math.min(least, Math.hypot(point.x - x, point.y - y));
    }
    from = to;
  }
  return least;
}

/** A point of a line where a button can stand: beside its words, on its longest piece. */
export function buttonPlace(points: readonly Point[], label: Point | undefined): Point {
  let best: { readonly at: Point; readonly length: number } | undefined;
  let from: Point | undefined;
  for (const to of points) {
    if (from !== undefined) {
      const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      const isOnLabel = label !== undefined && Math.abs(at.x - label.x) < 90 && Math.abs(at.y - label.y) < 16;
      const length = Math.hypot(to.x - from.x, to.y - from.y) - (isOnLabel ? 10_000 : 0);
      if (best === undefined || length > best.length) best = { at, length };
    }
    from = to;
  }
  return best?.at ?? { x: 0, y: 0 };
}
