import { areaPadding, areaTitleHeight, columnGap, gridStep, rowGap, snap } from '../layout/define.js';
import { centreOf, contextBoxes, nodeBoxes, sizeOf, union } from '../layout/geometry.js';
import {
  entries,
  lookup,
  type Box,
  type Design,
  type DesignNode,
  type Layout,
  type NodeLayout,
  type NoteLayout,
  type Point,
} from '../model/design.js';
import { noteHeight, noteWidth } from './commands/add-note.js';

/**
 * Where a part is put. `at`: its middle, into the context there (`null`: into none). `by`: so far from where it is written
 * to be. Neither: where it is written to be, or a little beside whatever is there already.
 */
export type PartPlace =
  { readonly at: Point; readonly context: string | null } | { readonly by: Point } | Readonly<Record<string, never>>;

/** Copies that would lie upon others are put so far beside. */
const offset = 6 * gridStep;
const maxOffsets = 1000;
/** What a hand-written text puts further out is put elsewhere. */
const maxCoordinate = 1_000_000;

/** A part in which everything has a place, and how far to move it. */
export function placedAt(
  design: Design,
  part: Design,
  place: PartPlace,
): { readonly part: Design; readonly by: Point } {
  const placed = withPlaces(part);
  if ('by' in place) return { part: placed, by: place.by };
  let base: Point = { x: 0, y: 0 };
  if ('at' in place) {
    const middle = centreOf(union([...boxesOf(placed)]));
    base = { x: snap(place.at.x - middle.x), y: snap(place.at.y - middle.y) };
  }
  return { part: placed, by: clearOf(design, placed, base) };
}

/** Everything of a layout moved by the same way; nothing of it is locked, so that copies can be put where they belong. */
export function shiftedBy(layout: Layout, { x, y }: Point): Layout {
  const shifted = <Place extends Lockable>(places: Readonly<Record<string, Place>>) =>
    Object.fromEntries(
      Object.entries(places).map(([id, { pinned: _pinned, ...place }]) => [
        id,
        { ...place, x: place.x + x, y: place.y + y },
      ]),
    );
  return {
    nodes: shifted(layout.nodes),
    contexts: shifted(layout.contexts),
    notes: shifted(layout.notes),
    states: layout.states,
    bends: Object.fromEntries(
      Object.entries(layout.bends).map(([id, points]) => [
        id,
        points.map((point) => ({ x: point.x + x, y: point.y + y })),
      ]),
    ),
  };
}

type Lockable = Point & { readonly pinned?: boolean };

function* boxesOf(part: Design): Generator<Box> {
  yield* nodeBoxes(part).values();
  yield* contextBoxes(part).values();
  for (const [id] of entries(part.notes)) {
    const at = lookup(part.layout.notes, id);
    if (at !== undefined) yield at;
  }
}

/** The way, lengthened until no node or note comes to lie exactly upon another one. */
function clearOf(design: Design, part: Design, base: Point): Point {
  const key = ({ x, y }: Point): string => `${String(Math.round(x / gridStep))},${String(Math.round(y / gridStep))}`;
  const places = ({ nodes, notes }: Layout): Point[] => [...Object.values(nodes), ...Object.values(notes)];
  const taken = new Set(places(design.layout).map(key));
  const added = places(part.layout);
  for (let count = 0; count < maxOffsets; count++) {
    const by = { x: base.x + count * offset, y: base.y + count * offset };
    if (!added.some(({ x, y }) => taken.has(key({ x: x + by.x, y: y + by.y })))) return by;
  }
  return base;
}

/** The part with a place for everything in it; what has none, or none that can be drawn, stands in rows below the rest. */
function withPlaces(part: Design): Design {
  const isSane = (box: Partial<Box>): boolean => Object.values(box).every((value) => isSaneValue(value));
  const sane = <Place extends Partial<Box>>(
    places: Readonly<Record<string, Place>>,
    of: Readonly<Record<string, unknown>>,
  ): Record<string, Place> =>
    Object.fromEntries(Object.entries(places).filter(([id, place]) => Object.hasOwn(of, id) && isSane(place)));
  const layout: Layout = {
    nodes: sane(part.layout.nodes, part.nodes),
    contexts: sane(part.layout.contexts, part.contexts),
    notes: sane(part.layout.notes, part.notes),
    states: part.layout.states,
    bends: Object.fromEntries(Object.entries(part.layout.bends).filter(([, points]) => points.every(isSane))),
  };
  const known = { ...part, layout };
  const whole = union([...boxesOf(known)]);
  const hasBoxes = whole.width > 0 || whole.height > 0;
  const rows = new Rows({ x: whole.x, y: hasBoxes ? whole.y + whole.height + rowGap : whole.y });
  const nodes: Record<string, NodeLayout> = { ...layout.nodes };
  const groups = new Map<string | undefined, [string, DesignNode][]>();
  for (const [id, node] of entries(part.nodes))
    if (!Object.hasOwn(layout.nodes, id)) {
      const group = groups.get(node.context) ?? [];
      group.push([id, node]);
      groups.set(node.context, group);
    }
  for (const [context, members] of groups) {
    if (context !== undefined) rows.skip(areaTitleHeight);
    const columns = Math.ceil(Math.sqrt(members.length));
    for (const [id, { service }] of members) nodes[id] = rows.next(sizeOf(service), columns);
    rows.end(context === undefined ? 0 : areaPadding);
  }
  const notes: Record<string, NoteLayout> = { ...layout.notes };
  const size = { width: noteWidth, height: noteHeight };
  for (const [id] of entries(part.notes)) if (!Object.hasOwn(notes, id)) notes[id] = { ...rows.next(size, 4), ...size };
  return { ...known, layout: { ...layout, nodes, notes } };
}

const isSaneValue = (value: unknown): boolean => typeof value !== 'number' || Math.abs(value) <= maxCoordinate;

/** Hands out places from left to right, row by row. */
class Rows {
  private x: number;
  private y: number;
  private count = 0;
  private height = 0;

  constructor(private readonly start: Point) {
    this.x = start.x;
    this.y = start.y;
  }

  next({ width, height }: { readonly width: number; readonly height: number }, columns: number): Point {
    if (this.count >= columns) this.end(0);
    const place = { x: this.x, y: this.y };
    this.x += width + columnGap;
    this.height = Math.max(this.height, height);
    this.count++;
    return place;
  }

  skip(height: number): void {
    this.y += height;
  }

  /** Ends the row, with more room below it. */
  end(room: number): void {
    if (this.count > 0) this.y += this.height + rowGap + room;
    this.x = this.start.x;
    this.count = 0;
    this.height = 0;
  }
}
