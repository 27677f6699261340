import type { Box, Point } from '../model/design.js';

export type Side = 'top' | 'right' | 'bottom' | 'left';
export const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** A horizontal or vertical piece of a route. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

export const isVertical = ({ from, to }: Segment): boolean => from.x === to.x;
export const lengthOf = ({ from, to }: Segment): number => Math.abs(from.x - to.x) + Math.abs(from.y - to.y);

export const middleOf = ({ from, to }: Segment): Point => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });

export function segmentsOf(points: readonly Point[]): Segment[] {
  const segments: Segment[] = [];
  let from: Point | undefined;
  for (const to of points) {
    if (from !== undefined && (from.x !== to.x || from.y !== to.y)) segments.push({ from, to });
    from = to;
  }
  return segments;
}

/** Without repeated points and without points in the middle of a straight piece. */
export function simplified(points: readonly Point[]): Point[] {
  const result: Point[] = [];
  for (const point of points) {
    const last = result.at(-1);
    const before = result.at(-2);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    if (
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    )
      result.pop();
    result.push(point);
  }
  return result;
}

/** Whether a segment runs through the inside of a box. */
export function crossesBox({ from, to }: Segment, box: Box, margin = 0): boolean {
  return (
    Math.max(from.x, to.x) > box.x - margin &&
    Math.min(from.x, to.x) < box.x + box.width + margin &&
    Math.max(from.y, to.y) > box.y - margin &&
    Math.min(from.y, to.y) < box.y + box.height + margin
  );
}

/** How far two segments run along each other, closer than `near`. */
export function sharedLength(a: Segment, b: Segment, near: number): number {
  const vertical = isVertical(a);
  if (vertical !== isVertical(b)) return 0;
  const [across, along] = vertical ? (['x', 'y'] as const) : (['y', 'x'] as const);
  if (Math.abs(a.from[across] - b.from[across]) >= near) return 0;
  const low = Math.max(Math.min(a.from[along], a.to[along]), Math.min(b.from[along], b.to[along]));
  const high = Math.min(Math.max(a.from[along], a.to[along]), Math.max(b.from[along], b.to[along]));
  return Math.max(0, high - low);
}

/** Whether two segments cross at right angles. */
export function crosses(a: Segment, b: Segment): boolean {
  if (isVertical(a) === isVertical(b)) return false;
  const [v, h] = isVertical(a) ? [a, b] : [b, a];
  return (
    v.from.x > Math.min(h.from.x, h.to.x) &&
    v.from.x < Math.max(h.from.x, h.to.x) &&
    h.from.y > Math.min(v.from.y, v.to.y) &&
    h.from.y < Math.max(v.from.y, v.to.y)
  );
}

/** The four edges of a box. */
export function bordersOf({ x, y, width, height }: Box): readonly Segment[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { from: { x, y }, to: { x: right, y } },
    { from: { x: right, y }, to: { x: right, y: bottom } },
    { from: { x: right, y: bottom }, to: { x, y: bottom } },
    { from: { x, y: bottom }, to: { x, y } },
  ];
}
