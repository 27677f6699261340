import type { Box, Point } from '../../model/design.js';
import { simplified } from '../segments.js';

const stub = 16;

/** A route by its two ends alone, in at most five pieces: downwards, or round the side when its end lies above. */
export function plainFlowRoute(
  from: Box,
  to: Box,
  isCatch: boolean,
  isLoop: boolean,
): { readonly points: readonly Point[]; readonly middle: Point } {
  const points = simplified(routeOf(from, to, isCatch, isLoop));
  return { points, middle: middleOf(points) };
}

function routeOf(from: Box, to: Box, isCatch: boolean, isLoop: boolean): readonly Point[] {
  const right = (box: Box): Point => ({ x: box.x + box.width, y: box.y + box.height / 2 });
  const left = (box: Box): Point => ({ x: box.x, y: box.y + box.height / 2 });
  const top: Point = { x: to.x + to.width / 2, y: to.y };
  if (isLoop || to.y + to.height <= from.y) {
    const x = Math.max(from.x + from.width, to.x + to.width) + 1.5 * stub;
    const [start, end] = [right(from), right(to)];
    const shift = from === to ? from.height / 4 : 0;
    return [
      { x: start.x, y: start.y + shift },
      { x, y: start.y + shift },
      { x, y: end.y - shift },
      { x: end.x, y: end.y - shift },
    ];
  }
  const isBelow = to.y >= from.y + from.height + stub;
  if (isCatch && isBelow && (top.x < from.x - stub || top.x > from.x + from.width + stub)) {
    const start = top.x < from.x ? left(from) : right(from);
    return [start, { x: top.x, y: start.y }, top];
  }
  if (isBelow) {
    const start: Point = { x: from.x + from.width / 2, y: from.y + from.height };
    const y = Math.max(start.y + stub / 2, to.y - stub);
    return [start, { x: start.x, y }, { x: top.x, y }, top];
  }
  const isRight = to.x + to.width / 2 >= from.x + from.width / 2;
  const [start, end] = isRight ? [right(from), left(to)] : [left(from), right(to)];
  const x = (start.x + end.x) / 2;
  return [start, { x, y: start.y }, { x, y: end.y }, end];
}

/** The middle of the longest piece. */
function middleOf(points: readonly Point[]): Point {
  let best: { readonly at: Point; readonly length: number } | undefined;
  let before: Point | undefined;
  for (const to of points) {
    if (before !== undefined) {
      const length = Math.abs(to.x - before.x) + Math.abs(to.y - before.y);
      if (best === undefined || length > best.length)
        best = { at: { x: (before.x + to.x) / 2, y: (before.y + to.y) / 2 }, length };
    }
    before = to;
  }
  return best?.at ?? { x: 0, y: 0 };
}
