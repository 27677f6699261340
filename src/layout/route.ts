import type { Box, Point } from '../model/design.js';
import { centreOf, overlaps } from './geometry.js';
import { segmentBox, type Surroundings } from './occupancy.js';
import { pillBox, pillHeight } from './pill-box.js';
import type { RouteRequest } from './scene.js';
import {
  crosses,
  crossesBox,
  isVertical,
  lengthOf,
  middleOf,
  segmentsOf,
  sharedLength,
  simplified,
  type Side,
} from './segments.js';

/** The best route of one connection among simple candidates: straight, one bend, two, or round what is in the way. */

export interface Attachment {
  readonly from: Side;
  readonly to: Side;
}

export interface Anchor {
  readonly point: Point;
  readonly side: Side;
  readonly box: Box;
  /** May be entered anywhere along the side: a bus. */
  readonly isFree: boolean;
  /** Its place on the side is decided. */
  readonly isSettled: boolean;
}

/** A line leaves its card by so much before it bends, so that the arrowhead stands on a straight piece. */
const stub = 16;
/** Distances from a card at which a line may run along it. */
const lanes = [12, 8, 16, 24];
/** What may be in the way lies within this distance of the two ends. */
const reach = 160;
/** So many lanes of each direction are tried: those that lie best. */
const laneLimit = 40;

const price = {
  bend: 36,
  /** Runs through a card. */
  obstacle: 20_000,
  /** A bus may be passed behind, where the way round it is long. */
  behindBus: 500,
  title: 300,
  cross: 24,
  shared: 4,
  sharedOnce: 60,
  noPill: 320,
  border: 2,
  sideways: 40,

  turnBack: 50_000,
};

type Request = Pick<RouteRequest, 'from' | 'to' | 'pillWidth'>;
type Anchors = readonly [Anchor, Anchor];

export interface Priced {
  readonly points: readonly Point[];
  readonly cost: number;
}

/** Where a line may run that goes round things: coordinates of vertical and of horizontal lanes. */
export interface Lanes {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The cheapest route, and what it costs; undefined: each costs more than the limit. */
export function bestRoute(
  [from, to]: Anchors,
  near: Surroundings,
  request: Request,
  lanesAround: () => Lanes,
  limit = Infinity,
): Priced | undefined {
  let best: Priced | undefined;
  const offer = (points: readonly Point[]): void => {
    const path = simplified(points);
    const most = best?.cost ?? limit;
    const cost = costOf(path, from, to, near, request, most);
    if (cost < most) best = { points: path, cost };
  };
  for (const [start, end] of aligned(from, to)) for (const points of simple(start, end)) offer(points);
  // Nothing in the way: what is simple is also best.
  if (best === undefined || best.cost >= price.obstacle || best.cost > lengthBetween(from, to) + 4 * price.bend)
    for (const points of around(from, to, lanesAround())) offer(points);
  return best;
}

/** The least that a line between two anchors can be long. */
export const lengthBetween = (from: Anchor, to: Anchor): number =>
  Math.abs(from.point.x - to.point.x) + Math.abs(from.point.y - to.point.y);

const isUpright = (side: Side): boolean => side === 'top' || side === 'bottom';

/** A point so far outside of the anchor's card. */
function outside({ point, side }: Anchor, by: number): Point {
  switch (side) {
    case 'top':
      return { x: point.x, y: point.y - by };
    case 'bottom':
      return { x: point.x, y: point.y + by };
    case 'left':
      return { x: point.x - by, y: point.y };
    default:
      return { x: point.x + by, y: point.y };
  }
}

const inset = 20;
const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** The anchor moved along its side to be in line with a coordinate, as far as the side goes. */
function shifted(anchor: Anchor, to: Point): Anchor {
  const { box, side, point } = anchor;
  return isUpright(side)
    ? { ...anchor, point: { x: within(to.x, box.x + inset, box.x + box.width - inset), y: point.y } }
    : { ...anchor, point: { x: point.x, y: within(to.y, box.y + inset, box.y + box.height - inset) } };
}

/** The anchors as they are, and in line with each other where a side leaves room for that. */
function aligned(from: Anchor, to: Anchor): Anchors[] {
  if (from.isFree && to.isFree) {
    const low = Math.max(from.box.x, to.box.x);
    const high = Math.min(from.box.x + from.box.width, to.box.x + to.box.width);
    const middle = { x: (low + high) / 2, y: 0 };
    return [[shifted(from, middle), shifted(to, middle)]];
  }
  if (to.isFree) return beside(from).map((anchor) => [anchor, shifted(to, anchor.point)]);
  if (from.isFree) return beside(to).map((anchor) => [shifted(from, anchor.point), anchor]);
  const pairs: Anchors[] = [[from, to]];
  if (isUpright(from.side) === isUpright(to.side))
    pairs.push([from, shifted(to, from.point)], [shifted(from, to.point), to]);
  return pairs;
}

/** The anchor, and others along its side: a straight line to a bus may pass beside a title. */
function beside(anchor: Anchor): Anchor[] {
  const { x, y } = anchor.point;
  if (!isUpright(anchor.side)) return [anchor];
  return [0, 24, -24, 48, -48, 64, -64].map((offset) => shifted(anchor, { x: x + offset, y }));
}

/** Routes without a detour: straight, one bend, or two with the middle piece half way. */
function* simple(from: Anchor, to: Anchor): Generator<readonly Point[]> {
  const [a, b] = [from.point, to.point];
  const [start, end] = [outside(from, stub), outside(to, stub)];
  if (isUpright(from.side) && isUpright(to.side)) {
    for (const y of [Math.round((a.y + b.y) / 2), start.y, end.y]) yield [a, { x: a.x, y }, { x: b.x, y }, b];
  } else if (!isUpright(from.side) && !isUpright(to.side)) {
    for (const x of [Math.round((a.x + b.x) / 2), start.x, end.x]) yield [a, { x, y: a.y }, { x, y: b.y }, b];
  } else if (isUpright(from.side)) yield [a, { x: a.x, y: b.y }, b];
  else yield [a, { x: b.x, y: a.y }, b];
}

/** The lanes beside what lies near two boxes, found when first asked for. `between` is the box that the line stays near. */
export function lanesNear(near: Surroundings, between: Box, from: Box, to: Box): () => Lanes {
  let found: Lanes | undefined;
  return () => {
    if (found !== undefined) return found;
    const region = {
      x: between.x - reach,
      y: between.y - reach,
      width: between.width + 2 * reach,
      height: between.height + 2 * reach,
    };
    const boxes = [...near.obstacles(region).map(({ box }) => box), ...near.titles(region)];
    const [a, b] = [centreOf(from), centreOf(to)];
    const lanesOf = (axis: 'x' | 'y', size: 'width' | 'height'): readonly number[] => {
      const [low, high] = [region[axis], region[axis] + region[size]];
      const all = new Set<number>();
      for (const box of boxes)
        for (const gap of lanes)
          for (const at of [box[axis] - gap, box[axis] + box[size] + gap]) if (at >= low && at <= high) all.add(at);
      return nearest([...all], a[axis], b[axis]);
    };
    found = { xs: lanesOf('x', 'width'), ys: lanesOf('y', 'height') };
    return found;
  };
}

/** Routes that leave both cards and run along lanes beside what is in the way. */
function* around(from: Anchor, to: Anchor, { xs, ys }: Lanes): Generator<readonly Point[]> {
  const freeEnd = to.isFree ? to : from.isFree ? from : undefined;
  if (freeEnd !== undefined) {
    // Along a lane straight into the bus.
    const other = freeEnd === to ? from : to;
    const start = outside(other, stub);
    for (const x of xs) {
      const entry = shifted(freeEnd, { x, y: 0 }).point;
      if (entry.x !== x) continue;
      const path = isUpright(other.side)
        ? [other.point, start, { x, y: start.y }, entry]
        : [other.point, { x, y: other.point.y }, entry];
      yield freeEnd === to ? path : [...path].reverse();
    }
    return;
  }
  const [a, b] = [from.point, to.point];
  const [start, end] = [outside(from, stub), outside(to, stub)];
  const [fromUp, toUp] = [isUpright(from.side), isUpright(to.side)];
  if (fromUp && toUp) for (const x of xs) yield [a, start, { x, y: start.y }, { x, y: end.y }, end, b];
  if (!fromUp && !toUp) for (const y of ys) yield [a, start, { x: start.x, y }, { x: end.x, y }, end, b];
  if (fromUp && toUp) for (const y of ys) yield [a, { x: a.x, y }, { x: b.x, y }, b];
  if (!fromUp && !toUp) for (const x of xs) yield [a, { x, y: a.y }, { x, y: b.y }, b];
  if (fromUp && !toUp) {
    for (const y of ys) yield [a, { x: a.x, y }, { x: end.x, y }, end, b];
    for (const x of xs) yield [a, start, { x, y: start.y }, { x, y: b.y }, b];
  }
  if (!fromUp && toUp) {
    for (const y of ys) yield [a, start, { x: start.x, y }, { x: b.x, y }, b];
    for (const x of xs) yield [a, { x, y: a.y }, { x, y: end.y }, end, b];
  }
}

/** The lanes with the least detour between two coordinates, those near either of them first. */
function nearest(all: readonly number[], a: number, b: number): readonly number[] {
  const detour = (at: number): number => {
    const [toA, toB] = [Math.abs(at - a), Math.abs(at - b)];
    return toA + toB + Math.min(toA, toB) / 4;
  };
  return [...all].sort((one, other) => detour(one) - detour(other)).slice(0, laneLimit);
}

const directions: Record<Side, Point> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** Whether a piece that touches an anchor goes straight away from its card, by at least a little. */
function leaves(anchor: Anchor, next: Point | undefined, least: number): boolean {
  if (next === undefined) return false;
  const { x, y } = directions[anchor.side];
  const [dx, dy] = [next.x - anchor.point.x, next.y - anchor.point.y];
  return x === 0 ? dy * y >= least && dx === 0 : dx * x >= least && dy === 0;
}

/** What a route costs; of one that costs more than the limit only that it does. */
function costOf(
  points: readonly Point[],
  from: Anchor,
  to: Anchor,
  near: Surroundings,
  request: Request,
  limit: number,
): number {
  // Most candidates are too long already.
  let cost = price.bend * (points.length - 2) + price.sideways * sidewaysEnds(from, to);
  for (let index = 1; index < points.length; index++) cost += stretch(points[index - 1], points[index]);
  if (cost >= limit) return cost;
  const segments = segmentsOf(points);
  const [start, end] = [anchorAt(from, points[0]), anchorAt(to, points.at(-1))];
  if (!leaves(start, points[1], 8) || !leaves(end, points.at(-2), 12)) cost += price.turnBack;
  // A settled place on a side is left only for a straight line.
  const isToBus = from.isFree || to.isFree;
  if (segments.length > 1 || isToBus) cost += moved(from, points[0], isToBus) + moved(to, points.at(-1), isToBus);
  for (const segment of segments) {
    if (cost >= limit) return cost;
    const area = segmentBox(segment, 8);
    for (const { id, box, isBus } of near.obstacles(area)) {
      const isEnd = id === request.from || id === request.to;
      if (crossesBox(segment, box, isEnd ? -1 : 5))
        cost += isBus && !isEnd && isVertical(segment) ? price.behindBus : price.obstacle;
    }
    if (cost >= limit) return cost;
    for (const border of near.borders(area)) cost += price.border * sharedLength(segment, border, 5);
    for (const title of near.titles(area)) if (crossesBox(segment, title)) cost += price.title;
    for (const used of near.used(area)) {
      const shared = sharedLength(segment, used, 7);
      if (shared > 1) cost += price.sharedOnce + price.shared * shared;
      else if (crosses(segment, used)) cost += price.cross;
    }
  }
  if (request.pillWidth === 0 || cost >= limit) return cost;
  const fits = segments.some((segment) => {
    if (lengthOf(segment) < (isVertical(segment) ? pillHeight + 16 : request.pillWidth + 24)) return false;
    const pill = pillBox(middleOf(segment), request.pillWidth);
    return !near.obstacles(pill).some(({ box }) => overlaps(pill, box));
  });
  return fits ? cost : cost + price.noPill;
}

const stretch = (a: Point | undefined, b: Point | undefined): number =>
  a === undefined || b === undefined ? 0 : Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** Ends at the sides of cards that lie one above the other: the rows of a layout are connected from below to above. */
function sidewaysEnds(from: Anchor, to: Anchor): number {
  const stacked = from.box.y + from.box.height <= to.box.y || to.box.y + to.box.height <= from.box.y;
  return stacked ? (isUpright(from.side) ? 0 : 1) + (isUpright(to.side) ? 0 : 1) : 0;
}

const anchorAt = (anchor: Anchor, point: Point | undefined): Anchor =>
  point === undefined ? anchor : { ...anchor, point };

const moved = (anchor: Anchor, point: Point | undefined, always: boolean): number =>
  anchor.isFree || !(anchor.isSettled || always) || point === undefined
    ? 0
    : Math.abs(anchor.point.x - point.x) + Math.abs(anchor.point.y - point.y);
