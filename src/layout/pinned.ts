import { entries, lookup, type Box, type Design, type NodeLayout, type Point } from '../model/design.js';
import { columnGap, snap, type LayoutResult } from './define.js';
import { areaAround, overlaps, sizeOf, union } from './geometry.js';

/** Locked nodes in a layout: they stay, and everything else is arranged around them. */

/** Kept between an area and what lies outside of it. */
const areaDistance = columnGap;
/** So many things around a place are looked at when another one has to be found. */
const lookedAt = 24;

type Place = Pick<NodeLayout, 'x' | 'y' | 'width'>;

/**
 * The layout with locked nodes (and the members of locked contexts) where they were. The whole moves along with them; a
 * context with a locked member gathers the others around it; whatever would lie on something then, goes to the nearest
 * free place.
 */
export function keepingPinned(design: Design, result: LayoutResult): LayoutResult {
  const pinned = pinnedPlaces(design);
  if (pinned.size === 0) return result;
  const by = meanShift([...pinned.keys()], pinned, result);
  const canvas = new PinnedCanvas(design, pinned, shiftedBy(result, by));
  return canvas.arranged();
}

/** Locked nodes and members of locked contexts that have a place. */
function pinnedPlaces(design: Design): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [id, { context }] of entries(design.nodes)) {
    const at = lookup(design.layout.nodes, id);
    const area = context === undefined ? undefined : lookup(design.layout.contexts, context);
    if (at !== undefined && (at.pinned === true || area?.pinned === true)) places.set(id, at);
  }
  return places;
}

/** How far nodes stand from where the layout would put them, on average. */
function meanShift(ids: readonly string[], pinned: ReadonlyMap<string, Place>, { nodes }: LayoutResult): Point {
  const shifts = ids.flatMap((id): Point[] => {
    const [stays, computed] = [pinned.get(id), lookup(nodes, id)];
    return stays === undefined || computed === undefined ? [] : [{ x: stays.x - computed.x, y: stays.y - computed.y }];
  });
  if (shifts.length === 0) return { x: 0, y: 0 };
  const sum = shifts.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: snap(sum.x / shifts.length), y: snap(sum.y / shifts.length) };
}

function shiftedBy({ nodes, contexts }: LayoutResult, by: Point): LayoutResult {
  const shift = <At extends Point>(record: Readonly<Record<string, At>>): Record<string, At> =>
    Object.fromEntries(Object.entries(record).map(([id, at]) => [id, { ...at, x: at.x + by.x, y: at.y + by.y }]));
  return { nodes: shift(nodes), contexts: shift(contexts) };
}

/** What is placed so far, and what still has to find its place. */
class PinnedCanvas {
  readonly #design: Design;
  readonly #pinned: ReadonlyMap<string, Place>;
  readonly #wanted: LayoutResult;
  readonly #nodes: Record<string, NodeLayout> = {};
  readonly #contexts: Record<string, Box> = {};
  readonly #taken: Box[] = [];

  constructor(design: Design, pinned: ReadonlyMap<string, Place>, wanted: LayoutResult) {
    this.#design = design;
    this.#pinned = pinned;
    this.#wanted = wanted;
  }

  arranged(): LayoutResult {
    const members = new Map<string, string[]>(Object.keys(this.#wanted.contexts).map((id) => [id, []]));
    const loose: string[] = [];
    for (const [id, { context }] of entries(this.#design.nodes))
      ((context === undefined ? undefined : members.get(context)) ?? loose).push(id);
    const isHeld = (ids: readonly string[]): boolean => ids.some((id) => this.#pinned.has(id));
    for (const [id, ids] of members) if (isHeld(ids)) this.#gather(id, ids);
    for (const id of loose) if (this.#pinned.has(id)) this.#taken.push(this.#put(id, this.#pinned.get(id)));
    // What lies free stays; then the rest, the largest first.
    const others = [
      ...[...members].filter(([, ids]) => !isHeld(ids)).map(([id, ids]) => this.#groupOf(id, ids)),
      ...loose.filter((id) => !this.#pinned.has(id)).flatMap((id) => this.#single(id)),
    ].sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
    const held = [...this.#taken];
    const isFree = ({ box }: Group): boolean => !held.some((other) => overlaps(box, other, areaDistance));
    const free = others.filter(isFree);
    for (const group of free) this.#settle(group, group.box);
    for (const group of others)
      if (!free.includes(group)) this.#settle(group, freePlace(group.box, this.#taken, areaDistance));
    return { nodes: this.#nodes, contexts: this.#contexts };
  }

  #boxAt(id: string, at: Place): Box {
    const service = lookup(this.#design.nodes, id)?.service ?? '';
    return { x: at.x, y: at.y, ...sizeOf(service, at.width) };
  }

  #put(id: string, at: Place | undefined): Box {
    const place = at ?? { x: 0, y: 0 };
    this.#nodes[id] = place;
    return this.#boxAt(id, place);
  }

  /** A context with a locked member: the others come along as they stand to it, and give way to what is locked. */
  #gather(context: string, ids: readonly string[]): void {
    const held = ids.filter((id) => this.#pinned.has(id));
    const by = meanShift(held, this.#pinned, this.#wanted);
    const boxes = held.map((id) => this.#put(id, this.#pinned.get(id)));
    const inWay = [...this.#pinned].map(([id, at]) => this.#boxAt(id, at));
    for (const id of ids) {
      const wanted = lookup(this.#wanted.nodes, id);
      if (this.#pinned.has(id) || wanted === undefined) continue;
      const at = { ...wanted, x: wanted.x + by.x, y: wanted.y + by.y };
      const box = freePlace(this.#boxAt(id, at), [...boxes, ...inWay, ...this.#taken], columnGap);
      boxes.push(this.#put(id, { ...at, x: box.x, y: box.y }));
    }
    const stored = lookup(this.#design.layout.contexts, context);
    const area = areaAround(boxes);
    const box = stored?.pinned === true && stored.width > 0 ? union([boxOf(stored), area]) : area;
    this.#contexts[context] = box;
    this.#taken.push(box);
  }

  #groupOf(context: string, ids: readonly string[]): Group {
    return { context, ids, box: lookup(this.#wanted.contexts, context) ?? { x: 0, y: 0, width: 0, height: 0 } };
  }

  #single(id: string): Group[] {
    const at = lookup(this.#wanted.nodes, id);
    return at === undefined ? [] : [{ context: undefined, ids: [id], box: this.#boxAt(id, at) }];
  }

  #settle({ context, ids, box }: Group, at: Box): void {
    const by = { x: at.x - box.x, y: at.y - box.y };
    for (const id of ids) {
      const wanted = lookup(this.#wanted.nodes, id);
      if (wanted !== undefined) this.#nodes[id] = { ...wanted, x: wanted.x + by.x, y: wanted.y + by.y };
    }
    if (context !== undefined) this.#contexts[context] = at;
    this.#taken.push(at);
  }
}

/** What moves as one: a context with its members, or a node of none. */
interface Group {
  readonly context: string | undefined;
  readonly ids: readonly string[];
  readonly box: Box;
}

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

/** The free place nearest to where a box is: beside one of the things around it, at last below everything. */
function freePlace(box: Box, taken: readonly Box[], gap: number): Box {
  const isFree = (at: Box): boolean => !taken.some((other) => overlaps(at, other, gap));
  if (isFree(box)) return box;
  const away = (at: Box): number => Math.abs(at.x - box.x) + Math.abs(at.y - box.y);
  const around = [...taken].sort((a, b) => away(a) - away(b)).slice(0, lookedAt);
  const xs = [box.x, ...around.flatMap((other) => [other.x + other.width + gap, other.x - gap - box.width])];
  const ys = [box.y, ...around.flatMap((other) => [other.y + other.height + gap, other.y - gap - box.height])];
  const places = xs
    .flatMap((x) => ys.map((y) => ({ ...box, x: snapAway(x, box.x), y: snapAway(y, box.y) })))
    .sort((a, b) => away(a) - away(b));
  const lowest = Math.max(...taken.map((other) => other.y + other.height));
  return places.find(isFree) ?? { ...box, y: snapAway(lowest + gap, box.y) };
}

/** On the grid, not nearer to where it comes from. */
const snapAway = (value: number, from: number): number =>
  value >= from ? Math.ceil(value / 4) * 4 : Math.floor(value / 4) * 4;
