import type { Box, Point } from '../model/design.js';
import { centreOf } from './geometry.js';
import { isVertical, segmentsOf, simplified, type Segment } from './segments.js';

/**
 * Lines bent by hand. What a design keeps of one (`layout.bends`) are the corners between its two ends; the ends follow
 * the nodes, and the corner next to an end slides so that every piece stays horizontal or vertical.
 */

export { segmentsOf } from './segments.js';

/** The boxes that a line connects. */
export interface Ends {
  readonly from: Box;
  readonly to: Box;
}

/** Away from a card by so much before a line bends. */
const stub = 16;
/** A line keeps this far from the corners of its card. */
const inset = 12;

/** The corners of a route without its two ends: what `layout.bends` keeps. */
export const bendsOf = (points: readonly Point[]): readonly Point[] => simplified(points).slice(1, -1);

/** Where the handle of a piece stands: its middle. A piece is moved across its own direction alone. */
export function handleOf(segment: Segment): { readonly at: Point; readonly moves: 'x' | 'y' } {
  const { from, to } = segment;
  return { at: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, moves: isVertical(segment) ? 'x' : 'y' };
}

/**
 * The bends of a line after one of its pieces was moved. `points` is the route as drawn, `index` that of the piece in
 * `segmentsOf(points)`, `by` the way of the pointer since the drag began: only its part across the piece counts. The first
 * and the last piece slide along the side of their card; past its corner they leave it by a short piece of their own.
 */
export function moveSegment(points: readonly Point[], index: number, by: Point, ends: Ends): readonly Point[] {
  const path = simplified(points);
  const segments = segmentsOf(path);
  const segment = segments[index];
  if (segment === undefined) return bendsOf(path);
  const vertical = isVertical(segment);
  const shift = (point: Point): Point =>
    vertical ? { x: point.x + by.x, y: point.y } : { x: point.x, y: point.y + by.y };
  const [isFirst, isLast] = [index === 0, index === segments.length - 1];
  const [from, to] = [shift(segment.from), shift(segment.to)];
  const slidesFrom = isFirst && isWithin(ends.from, from, vertical);
  const slidesTo = isLast && isWithin(ends.to, to, vertical);
  const middle = shift({ x: (segment.from.x + segment.to.x) / 2, y: (segment.from.y + segment.to.y) / 2 });
  // A straight line keeps one point of itself: that is where it runs.
  if (slidesFrom && slidesTo) return [rounded(middle)];
  const before = isFirst ? (slidesFrom ? [] : jog(segment.from, segment.to, shift)) : [...path.slice(1, index), from];
  const after = isLast
    ? slidesTo
      ? []
      : [...jog(segment.to, segment.from, shift)].reverse()
    : [to, ...path.slice(index + 2, -1)];
  const bends = simplified([...before, ...after].map(rounded));
  return bends.length === 0 ? [rounded(middle)] : bends;
}

/** From an end that stays: straight out, then across to where the moved piece begins. */
function jog(end: Point, towards: Point, shift: (point: Point) => Point): readonly Point[] {
  const length = Math.abs(end.x - towards.x) + Math.abs(end.y - towards.y);
  const out = Math.min(stub, length / 3);
  const corner = {
    x: end.x + Math.sign(towards.x - end.x) * out,
    y: end.y + Math.sign(towards.y - end.y) * out,
  };
  return [corner, shift(corner)];
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** Whether a vertical (or horizontal) piece can meet a box at a point's x (or y). */
function isWithin(box: Box, { x, y }: Point, vertical: boolean): boolean {
  const [low, high] = range(box, vertical ? 'x' : 'y');
  const at = vertical ? x : y;
  return at >= low && at <= high;
}

type Axis = 'x' | 'y';

/** Where along an axis a line may meet a box: clear of its corners. */
function range(box: Box, axis: Axis): readonly [number, number] {
  const [start, length] = axis === 'x' ? [box.x, box.width] : [box.y, box.height];
  const margin = Math.min(inset, length / 4);
  return [start + margin, start + length - margin];
}

const clamp = (value: number, [low, high]: readonly [number, number]): number => Math.min(Math.max(value, low), high);
const spans = (box: Box, axis: Axis, value: number): boolean => {
  const [start, length] = axis === 'x' ? [box.x, box.width] : [box.y, box.height];
  return value > start && value < start + length;
};
const nearSide = (box: Box, axis: Axis, value: number): number => {
  const [start, length] = axis === 'x' ? [box.x, box.width] : [box.y, box.height];
  return value < start + length / 2 ? start : start + length;
};

/** The route through bends: orthogonal whatever the bends and wherever the nodes went; from border to border. */
export function throughBends({ from, to }: Ends, bends: readonly Point[]): readonly Point[] | undefined {
  const corners = orthogonal(bends);
  const [first, second] = corners;
  if (first === undefined) return undefined;
  if (second === undefined) return throughOne(from, to, first);
  const head = leaving(from, first, second);
  const reversed = [...corners].reverse();
  const tail = leaving(to, reversed[0] ?? first, reversed[1] ?? first);
  return simplified([...head, ...corners.slice(1, -1), ...[...tail].reverse()]);
}

/** Bends in which each step is horizontal or vertical: hand-written ones may be anything. */
function orthogonal(bends: readonly Point[]): readonly Point[] {
  return simplified(
    bends.flatMap((bend, index) => {
      const before = bends[index - 1];
      return before === undefined || before.x === bend.x || before.y === bend.y
        ? [bend]
        : [{ x: before.x, y: bend.y }, bend];
    }),
  );
}

/** The end on a card's border and the corner after it, which slides along the piece that it begins. */
function leaving(box: Box, corner: Point, next: Point): readonly Point[] {
  const along: Axis = corner.x === next.x ? 'y' : 'x';
  const across: Axis = along === 'x' ? 'y' : 'x';
  // In line with the piece: it begins at the card itself.
  const level = corner[across];
  if (spans(box, across, level))
    return [at(along, nearSide(box, along, next[along]), clamp(level, range(box, across))), ...slid(level)];
  const place = clamp(corner[along], range(box, along));
  return [at(along, place, nearSide(box, across, level)), at(along, place, level)];

  function slid(value: number): readonly Point[] {
    const inside = clamp(value, range(box, across));
    if (inside === value) return [];
    // Too near to the corner of the card: a little jog.
    const side = nearSide(box, along, next[along]);
    const out = side + Math.sign(next[along] - side || 1) * Math.min(stub, Math.abs(next[along] - side) / 2);
    return [at(along, out, inside), at(along, out, value)];
  }
}

const at = (axis: Axis, along: number, across: number): Point =>
  axis === 'x' ? { x: along, y: across } : { x: across, y: along };

/** Through a single point: straight, one corner or two, whichever leaves the point least. */
function throughOne(from: Box, to: Box, point: Point): readonly Point[] {
  const routes: { readonly points: readonly Point[]; readonly cost: number }[] = [];
  for (const axis of ['x', 'y'] as const) {
    const across: Axis = axis === 'x' ? 'y' : 'x';
    const level = point[across];
    const [a, b] = [clamp(point[axis], range(from, axis)), clamp(point[axis], range(to, axis))];
    const drift = Math.abs(a - point[axis]) + Math.abs(b - point[axis]);
    if (!spans(from, across, level) && !spans(to, across, level))
      routes.push({
        points: [
          at(axis, a, nearSide(from, across, level)),
          at(axis, a, level),
          at(axis, b, level),
          at(axis, b, nearSide(to, across, level)),
        ],
        cost: drift,
      });
    const side = clamp(level, range(to, across));
    if (!spans(to, axis, a) && !spans(from, across, side))
      routes.push({
        points: [at(axis, a, nearSide(from, across, side)), at(axis, a, side), at(axis, nearSide(to, axis, a), side)],
        cost: Math.abs(a - point[axis]) + Math.abs(side - level) + 1,
      });
  }
  const best = routes.reduce<(typeof routes)[number] | undefined>(
    (found, route) => (found === undefined || route.cost < found.cost ? route : found),
    undefined,
  );
  const [a, b] = [centreOf(from), centreOf(to)];
  return simplified(best?.points ?? [a, { x: a.x, y: b.y }, b]);
}
