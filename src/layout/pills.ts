import type { Box, Point } from '../model/design.js';
import { overlaps } from './geometry.js';
import type { Occupancy } from './occupancy.js';
import { pillBox, pillHeight } from './pill-box.js';
import { crossesBox, isVertical, lengthOf, segmentsOf, type Segment } from './segments.js';
import { textWidth } from './text-width.js';

/** Labels of connections: pills on their lines. */

export { pillBox, pillHeight } from './pill-box.js';

const pillPadding = 8;
/** Longer words end in an ellipsis. */
export const pillMaxWidth = 168;
/** Between two pills. */
const pillGap = 4;
/** A pill leaves the arrowhead free. */
const headroom = 12;
/** A pill that finds no room is shortened: to two thirds, then to this. */
const leastWidth = 40;

/** Width of a pill with these words. */
export function pillWidthOf(words: string): number {
  return words === '' ? 0 : Math.min(pillMaxWidth, Math.ceil(textWidth(words, 11)) + 2 * pillPadding + 2);
}

interface PillRequest {
  readonly id: string;
  readonly width: number;
  readonly points: readonly Point[];
}

export interface PlacedPill {
  readonly point: Point;
  readonly width: number;
}

/**
 * Places for the pills of lines that are in the occupancy: on the longest piece where there is room, never on a node, a
 * title or another pill. One that finds no place makes others of these lines step aside, then becomes shorter, and is
 * left away at last. It pauses after each.
 */
export function* placePills(
  requests: readonly PillRequest[],
  occupancy: Occupancy,
): Generator<undefined, ReadonlyMap<string, PlacedPill>> {
  const placed = new Map<string, PlacedPill>();
  const own = new Map(requests.map((request) => [request.id, request]));
  const put = (id: string, pill: PlacedPill): void => {
    placed.set(id, pill);
    occupancy.addPill(id, { pill: pill.point, pillWidth: pill.width });
  };
  const take = (id: string): void => {
    placed.delete(id);
    occupancy.removePill(id);
  };
  const homeless: PillRequest[] = [];
  for (const request of requests) {
    if (request.width === 0) continue;
    const spot = bestSpot(request, request.width, occupancy);
    if (spot === undefined) homeless.push(request);
    else put(request.id, spot);
    yield;
  }
  for (const request of homeless) {
    yield;
    if (makeRoom(request)) continue;
    const shorter = [Math.round((request.width * 2) / 3), leastWidth].filter(
      (width) => width < request.width && width >= leastWidth,
    );
    for (const width of shorter) {
      const spot = bestSpot(request, width, occupancy);
      if (spot === undefined) continue;
      put(request.id, spot);
      break;
    }
  }
  return placed;

  /** Takes a place if every pill in the way finds another one. */
  function makeRoom(request: PillRequest): boolean {
    for (const spot of spotsOf(request, request.width, occupancy)) {
      const inWay = occupancy.pillsAt(grown(pillBox(spot.point, spot.width)));
      const before = inWay.flatMap((id) => {
        const [other, pill] = [own.get(id), placed.get(id)];
        return other === undefined || pill === undefined ? [] : [{ other, pill }];
      });
      if (before.length < inWay.length || before.length > 3) continue;
      for (const { other } of before) take(other.id);
      put(request.id, spot);
      const after = before.map(({ other }) => {
        const next = bestSpot(other, other.width, occupancy);
        if (next !== undefined) put(other.id, next);
        return next;
      });
      if (!after.includes(undefined)) return true;
      for (const { other } of before) take(other.id);
      take(request.id);
      for (const { other, pill } of before) put(other.id, pill);
    }
    return false;
  }
}

const grown = ({ x, y, width, height }: Box): Box => ({
  x: x - pillGap,
  y: y - pillGap,
  width: width + 2 * pillGap,
  height: height + 2 * pillGap,
});

/** So far from the middle of a piece a pill is looked for. */
const reach = 480;
/** Far down the list places are all poor: looking through them costs more than they are worth. */
const spotLimit = 240;

/** The best place of a pill that lies on nothing. */
function bestSpot(request: PillRequest, width: number, occupancy: Occupancy): PlacedPill | undefined {
  let best: { pill: PlacedPill; cost: number } | undefined;
  for (const { point, width: own, cost } of spotsOf(request, width, occupancy)) {
    if (best !== undefined && cost >= best.cost) break;
    const box = pillBox(point, own);
    if (occupancy.pills(grown(box)).some((pill) => overlaps(pill, box, pillGap))) continue;
    const crossed = crossings(request, box, occupancy) * 60;
    if (best === undefined || cost + crossed < best.cost) best = { pill: { point, width: own }, cost: cost + crossed };
  }
  return best?.pill;
}

/** Pieces of other lines that run under a pill. */
const crossings = ({ points }: PillRequest, box: Box, occupancy: Occupancy): number => {
  const own = segmentsOf(points);
  return occupancy.used(box).filter((segment) => crossesBox(segment, box) && !own.some((piece) => same(piece, segment)))
    .length;
};

const same = (a: Segment, b: Segment): boolean =>
  a.from.x === b.from.x && a.from.y === b.from.y && a.to.x === b.to.x && a.to.y === b.to.y;

/** Places along a line that lie on no node and no title, the best first. */
function* spotsOf(
  { points }: PillRequest,
  width: number,
  occupancy: Occupancy,
): Generator<PlacedPill & { readonly cost: number }> {
  const sorted = [...spots(segmentsOf(points), width)].sort((a, b) => a.cost - b.cost);
  for (const { point, cost } of sorted.slice(0, spotLimit)) {
    const box = pillBox(point, width);
    const near = grown(box);
    if (occupancy.obstacles(near).some((other) => overlaps(box, other.box, 2))) continue;
    if (occupancy.titles(near).some((title) => overlaps(box, title, 2))) continue;
    yield { point, width, cost };
  }
}

/** Places along the pieces of a line, dearer away from the middle of the longest one. */
function* spots(segments: readonly Segment[], width: number): Generator<{ point: Point; cost: number }> {
  const longest = Math.max(0, ...segments.map(lengthOf));
  for (const segment of segments) {
    const length = lengthOf(segment);
    const own = isVertical(segment) ? pillHeight : width;
    const slack = length / 2 - own / 2 - (segment === segments.at(-1) ? headroom : 4);
    const behind = (longest - length) / 2;
    for (let offset = 0; offset === 0 || offset <= Math.min(slack, reach); offset += 4)
      for (const sign of offset === 0 ? [1] : [1, -1]) {
        const along = 0.5 + (sign * offset) / Math.max(length, 1);
        yield {
          point: {
            x: Math.round(segment.from.x + (segment.to.x - segment.from.x) * along),
            y: Math.round(segment.from.y + (segment.to.y - segment.from.y) * along),
          },
          cost: behind + offset + (slack < 0 ? 40 - slack : 0),
        };
      }
  }
}
