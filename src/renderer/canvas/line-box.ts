import type { Box, Point } from '../../model/design.js';

/** Drawings of no more lines than this are drawn as they are, at any zoom. */
const fewLines = 150;

/** Whether only those lines have elements of their own that are near the view. */
export const isLargeDrawing = (lines: readonly unknown[]): boolean => lines.length > fewLines;

const boxes = new WeakMap<readonly Point[], Box>();

/** The box around a line. */
export function boxOfLine(points: readonly Point[]): Box {
  const known = boxes.get(points);
  if (known !== undefined) return known;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  boxes.set(points, box);
  return box;
}
