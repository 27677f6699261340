import type { Point } from '../model/design.js';
import { simplified } from './segments.js';

/** SVG of routes: lines with rounded corners and filled arrowheads. */

const cornerRadius = 8;
const headLength = 8;
/** An arrowhead ends so far from its card. */
const headGap = 2;

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** The line of a route, up to the base of its arrowhead. */
export function linePath(points: readonly Point[]): string {
  const path = simplified(shortened(points, headGap + headLength - 1));
  const [first] = path;
  if (first === undefined) return '';
  let d = `M${round(first.x)} ${round(first.y)}`;
  path.slice(1).forEach((point, index) => {
    const next = path[index + 2];
    const before = path[index] ?? first;
    if (next === undefined) {
      d += `L${round(point.x)} ${round(point.y)}`;
      return;
    }
    const radius = Math.min(cornerRadius, distance(before, point) / 2, distance(point, next) / 2);
    const enter = towards(point, before, radius);
    const leave = towards(point, next, radius);
    d += `L${round(enter.x)} ${round(enter.y)}Q${round(point.x)} ${round(point.y)} ${round(leave.x)} ${round(leave.y)}`;
  });
  return d;
}

/** The arrowhead of a route: a triangle of 8 by 8 px. */
export function headPath(points: readonly Point[]): string {
  const path = simplified(points);
  const [before, end] = [path.at(-2), path.at(-1)];
  if (before === undefined || end === undefined) return '';
  const tip = towards(end, before, headGap);
  const base = towards(end, before, headGap + headLength);
  const along = distance(before, end) || 1;
  const [nx, ny] = [(-(end.y - before.y) / along) * 4, ((end.x - before.x) / along) * 4];
  const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;
  return `M${at(tip.x, tip.y)}L${at(base.x + nx, base.y + ny)}L${at(base.x - nx, base.y - ny)}Z`;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

function shortened(points: readonly Point[], by: number): readonly Point[] {
  const [before, end] = [points.at(-2), points.at(-1)];
  if (before === undefined || end === undefined || distance(before, end) <= by) return points;
  return [...points.slice(0, -1), towards(end, before, by)];
}
