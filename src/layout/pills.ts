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

/** Middles of pills: on the longest piece where there is room, never on a node or a title; none where there is no room. */
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
  const taken: Box[] = [...fixed.values()].flatMap(({ pill }) => (pill === undefined ? [] : [pillBox(pill, 80)]));
  const placed = new Map<string, Point>();
  for (const { id, width, points } of requests) {
    if (width === 0) continue;
    const others = lines.filter((line) => line.id !== id).flatMap(({ segments }) => segments);
    let best: { point: Point; cost: number } | undefined;
    for (const { point, cost: offCentre } of spots(segmentsOf(points), width)) {
      const box = pillBox(point, width);
      if (nodes.some((node) => overlaps(box, node, 2)) || titles.some((title) => overlaps(box, title, 2))) continue;
      const covered = taken.filter((other) => overlaps(box, other, pillGap)).length;
      const crossed = others.filter((segment) => crossesBox(segment, box)).length;
      const cost = offCentre + covered * 10_000 + crossed * 60;
      if (best === undefined || cost < best.cost) best = { point, cost };
    }
    if (best === undefined || best.cost >= 10_000) continue;
    placed.set(id, best.point);
    taken.push(pillBox(best.point, width));
  }
  return placed;
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
