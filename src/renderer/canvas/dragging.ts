import { centreOf, containsPoint, nodeBox, overlaps, union } from '../../layout/geometry.js';
import { shownOf } from '../../layout/shown.js';
import { gridStep } from '../../layout/define.js';
import { entries, lookup, type Box, type Design, type Point } from '../../model/design.js';
import { snapBox, snapIndexOf, toGrid, type SnapIndex, type Stroke } from './snapping.js';
import { areaNodeId, contextOf, isNodeId, noteNodeId, noteOf } from './types.js';

/** Dragging: positions stay with the canvas until the drop, which is one step of the history. */

export type Moved = ReadonlyMap<string, Point>;
export const nothingMoved: Moved = new Map();

/** A drag that has begun: what moves with it, and what it can come in line with. */
export interface Drag {
  /** Where everything was that moves; an area takes its members along. */
  readonly starts: Moved;
  /** Around all of it. */
  readonly box: Box;
  readonly index: SnapIndex;
}

/** Snapping looks for lines within so many pixels of the screen. */
const tolerancePixels = 6;

/**
 * Begins to drag things of the canvas; undefined: nothing of it can be moved. `view` is the part that is visible. Copies
 * can come in line with what they are copies of.
 */
export function beginDrag(design: Design, ids: readonly string[], view: Box, isCopying = false): Drag | undefined {
  const boxes = new Map<string, Box>();
  for (const id of ids) {
    const box = isLocked(design, id) && !isCopying ? undefined : boxOf(design, id);
    if (box === undefined) continue;
    boxes.set(id, box);
    const context = contextOf(id);
    for (const member of context === undefined ? [] : membersIn(design, context)) {
      const inside = isLocked(design, member) ? undefined : boxOf(design, member);
      if (inside !== undefined) boxes.set(member, inside);
    }
  }
  if (boxes.size === 0) return undefined;
  const isOfAreas = ids.some((id) => contextOf(id) !== undefined);
  const others = [...(isOfAreas ? areaBoxes(design) : cardBoxes(design))].flatMap(([id, box]) =>
    (boxes.has(id) && !isCopying) || !overlaps(box, view) ? [] : [box],
  );
  return {
    starts: new Map([...boxes].map(([id, { x, y }]) => [id, { x, y }])),
    box: union([...boxes.values()]),
    index: snapIndexOf(others),
  };
}

export interface DragOptions {
  readonly zoom: number;
  /** Off: the drag follows the pointer to the grid alone. */
  readonly snaps: boolean;
  /** Keeps to the axis along which it went farther. */
  readonly straight: boolean;
}

export interface Dragged {
  readonly moved: Moved;
  readonly by: Point;
  readonly lines: readonly Stroke[];
  readonly distances: readonly Stroke[];
}

/** Where everything is after the pointer went so far. */
export function dragBy(drag: Drag, way: Point, { zoom, snaps, straight }: DragOptions): Dragged {
  const isAcross = Math.abs(way.x) >= Math.abs(way.y);
  const wanted = straight ? (isAcross ? { x: way.x, y: 0 } : { x: 0, y: way.y }) : way;
  const at: Box = { ...drag.box, x: drag.box.x + wanted.x, y: drag.box.y + wanted.y };
  const snap = snaps
    ? snapBox(drag.index, at, tolerancePixels / zoom, gridStep)
    : { by: { x: toGrid(at.x, gridStep), y: toGrid(at.y, gridStep) }, lines: [], distances: [] };
  const by = {
    x: straight && !isAcross ? 0 : wanted.x + snap.by.x,
    y: straight && isAcross ? 0 : wanted.y + snap.by.y,
  };
  return {
    moved: new Map([...drag.starts].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }])),
    by,
    lines: snap.lines,
    distances: snap.distances,
  };
}

/** Whether something of the canvas stays where it is. */
export function isLocked({ layout }: Design, id: string): boolean {
  const [context, note] = [contextOf(id), noteOf(id)];
  const place =
    context !== undefined
      ? lookup(layout.contexts, context)
      : note !== undefined
        ? lookup(layout.notes, note)
        : lookup(layout.nodes, id);
  return place?.pinned === true;
}

/** The box of something on the canvas. */
export function boxOf(design: Design, id: string): Box | undefined {
  const context = contextOf(id);
  if (context !== undefined) return shownOf(design).areas.get(context);
  const note = noteOf(id);
  return note === undefined ? nodeBox(design, id) : lookup(design.layout.notes, note);
}

const areaBoxes = (design: Design): Iterable<readonly [string, Box]> =>
  [...shownOf(design).areas].map(([id, box]) => [areaNodeId(id), box] as const);

const cardBoxes = (design: Design): Iterable<readonly [string, Box]> => [
  ...shownOf(design).nodes,
  ...Object.entries(design.layout.notes).map(([id, box]) => [noteNodeId(id), box] as const),
];

/** Nodes and notes of a context, by their ids on the canvas. */
function membersIn(design: Design, context: string): readonly string[] {
  const inside = (thing: { readonly context?: string }): boolean => thing.context === context;
  return [
    ...entries(design.nodes).flatMap(([id, node]) => (inside(node) ? [id] : [])),
    ...entries(design.notes).flatMap(([id, note]) => (inside(note) ? [noteNodeId(id)] : [])),
  ];
}

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
  const { areas } = shownOf(design);
  return [...moved].flatMap(([id, at]) => {
    const node = lookup(design.nodes, id);
    const box = nodeBox(design, id);
    if (node === undefined || box === undefined) return [];
    const middle = centreOf({ ...box, ...at });
    const own = node.context === undefined ? undefined : areas.get(node.context);
    if (own !== undefined && containsPoint(own, middle)) return [];
    const to = entries(design.contexts)
      .map(([context]) => context as string)
      .filter((context) => {
        const area = areas.get(context);
        return area !== undefined && containsPoint(area, middle);
      })
      .at(-1);
    return to === node.context ? [] : [{ id, to }];
  });
}
