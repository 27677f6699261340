import type { Box, Point } from '../model/design.js';
import { overlaps } from './geometry.js';
import { textWidth } from './text-width.js';
import type { Route } from './routes.js';
import { crossesBox, isVertical, lengthOf, segmentsOf, type Segment } from './segments.js';

/** Labels of connections: pills on their lines. */

export const pillHeight = 20;
const pillPadding = 8;
/** Longer words end in an ellipsis. */
export const pillMaxWidth = 168;
/** Between two pills. */
const pillGap = 4;
/** A pill leaves the arrowhead free. */
const headroom = 12;

/** Width of a pill with these words. */
export function pillWidthOf(words: string): number {
  return words === '' ? 0 : Math.min(pillMaxWidth, Math.ceil(textWidth(words, 11)) + 2 * pillPadding + 2);
}

interface PillRequest {
  readonly id: string;
  readonly width: number;
  readonly points: readonly Point[];
}

/**
 * Middles of pills: on the longest piece where there is room, never on a node, a title or another pill; none where there
 * is no room. A pill that would find none makes others step aside.
 */
export function placePills(
  requests: readonly PillRequest[],
  nodes: readonly Box[],
  titles: readonly Box[],
  fixed: ReadonlyMap<string, Route>,
): ReadonlyMap<string, Point> {
  const lines = [
    ...requests.map(({ id, points }) => ({ id, segments: segmentsOf(points) })),
    ...[...fixed].map(([id, { points }]) => ({ id, segments: segmentsOf(points) })),
  ];
  const standing = [...fixed.values()].flatMap(({ pill }) => (pill === undefined ? [] : [pillBox(pill, 80)]));
  const shown = requests.filter(({ width }) => width > 0);
  const placed = new Map<string, Spot>();
  const spotsOf = new Map(
    shown.map((request) => [request.id, freeSpots(request, [...nodes, ...titles], standing, lines)]),
  );
  const best = (id: string): Spot | undefined =>
    spotsOf.get(id)?.find(({ box }) => ![...placed].some(([other, spot]) => other !== id && clash(spot.box, box)));
  for (const { id } of shown) {
    const spot = best(id);
    if (spot !== undefined) placed.set(id, spot);
  }
  for (const { id } of shown.filter((request) => !placed.has(request.id)))
    for (const spot of spotsOf.get(id) ?? []) if (makeRoom(id, spot, placed, best)) break;
  return new Map([...placed].map(([id, { point }]) => [id, point]));
}

interface Spot {
  readonly point: Point;
  readonly box: Box;
  readonly cost: number;
}

const clash = (a: Box, b: Box): boolean => overlaps(a, b, pillGap);

/** Takes a spot if every pill in the way finds another one. */
function makeRoom(id: string, spot: Spot, placed: Map<string, Spot>, best: (id: string) => Spot | undefined): boolean {
  const before = [...placed].filter(([, other]) => clash(other.box, spot.box));
  for (const [other] of before) placed.delete(other);
  placed.set(id, spot);
  for (const [other] of before) {
    const next = best(other);
    if (next !== undefined) placed.set(other, next);
  }
  if (before.every(([other]) => placed.has(other))) return true;
  placed.delete(id);
  for (const [other, old] of before) placed.set(other, old);
  return false;
}

/** The places of a pill that lie on nothing, the best first. */
function freeSpots(
  { id, width, points }: PillRequest,
  taken: readonly Box[],
  standing: readonly Box[],
  lines: readonly { readonly id: string; readonly segments: readonly Segment[] }[],
): readonly Spot[] {
  const others = lines.filter((line) => line.id !== id).flatMap(({ segments }) => segments);
  return [...spots(segmentsOf(points), width)]
    .map(({ point, cost }) => ({ point, box: pillBox(point, width), cost }))
    .filter(({ box }) => !taken.some((other) => overlaps(box, other, 2)) && !standing.some((pill) => clash(pill, box)))
    .map((spot) => ({
      ...spot,
      cost: spot.cost + others.filter((segment) => crossesBox(segment, spot.box)).length * 60,
    }))
    .sort((a, b) => a.cost - b.cost);
}

/** The box of a pill around its middle. */
export const pillBox = ({ x, y }: Point, width: number): Box => ({
  x: x - width / 2,
  y: y - pillHeight / 2,
  width,
  height: pillHeight,
});

/** Places along the pieces of a line, dearer away from the middle of the longest one. */
function* spots(segments: readonly Segment[], width: number): Generator<{ point: Point; cost: number }> {
  const longest = Math.max(0, ...segments.map(lengthOf));
  for (const segment of segments) {
    const length = lengthOf(segment);
    const own = isVertical(segment) ? pillHeight : width;
    const slack = length / 2 - own / 2 - (segment === segments.at(-1) ? headroom : 4);
    const behind = (longest - length) / 2;
    for (let offset = 0; offset === 0 || offset <= slack; offset += 4)
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
