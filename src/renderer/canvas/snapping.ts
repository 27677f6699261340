import type { Box, Point } from '../../model/design.js';

/**
 * Where a dragged box comes to rest: in line with edges and middles of others, at the same distance as others keep, or
 * else on the grid. The index is made once, when a drag begins; each move then looks up a few numbers.
 */

type Axis = 'x' | 'y';

/** A stroke along an axis: a guide where things are in line, or a distance that is measured. */
export interface Stroke {
  readonly along: Axis;
  /** Its place on the other axis. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snap {
  /** Added to the place of the box. */
  readonly by: Point;
  readonly lines: readonly Stroke[];
  readonly distances: readonly Stroke[];
}

export interface SnapIndex {
  readonly boxes: readonly Box[];
  readonly x: Lines;
  readonly y: Lines;
}

interface Line {
  readonly value: number;
  readonly box: Box;
}
interface Lines {
  readonly edges: readonly Line[];
  readonly middles: readonly Line[];
}

/** Boxes farther away than this are not looked at for equal distances. */
const spacingReach = 600;
const same = 0.5;

const start = (box: Box, axis: Axis): number => box[axis];
const length = (box: Box, axis: Axis): number => (axis === 'x' ? box.width : box.height);
const end = (box: Box, axis: Axis): number => start(box, axis) + length(box, axis);
const middle = (box: Box, axis: Axis): number => start(box, axis) + length(box, axis) / 2;
const other = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');

/** The lines of what stays where it is. */
export function snapIndexOf(boxes: readonly Box[]): SnapIndex {
  const sorted = (lines: readonly Line[]): readonly Line[] => [...lines].sort((a, b) => a.value - b.value);
  const linesOf = (axis: Axis): Lines => ({
    edges: sorted(
      boxes.flatMap((box) => [
        { value: start(box, axis), box },
        { value: end(box, axis), box },
      ]),
    ),
    middles: sorted(boxes.map((box) => ({ value: middle(box, axis), box }))),
  });
  return { boxes, x: linesOf('x'), y: linesOf('y') };
}

/** Snaps a box to lines within the tolerance, and to the grid on an axis that has none near. */
export function snapBox(index: SnapIndex, box: Box, tolerance: number, grid: number): Snap {
  const x = snapAxis(index, box, 'x', tolerance);
  const y = snapAxis(index, box, 'y', tolerance);
  const by = { x: x?.by ?? toGrid(box.x, grid), y: y?.by ?? toGrid(box.y, grid) };
  const at: Box = { ...box, x: box.x + by.x, y: box.y + by.y };
  const lines: Stroke[] = [];
  const distances: Stroke[] = [];
  for (const [axis, found] of [
    ['x', x],
    ['y', y],
  ] as const) {
    if (found === undefined) continue;
    const gaps = found.gaps?.(at) ?? [];
    distances.push(...gaps);
    if (found.line === undefined) continue;
    const guide = guideOf(index, at, axis, found.line + found.by);
    if (guide === undefined) continue;
    lines.push(guide.line);
    if (gaps.length === 0) distances.push(...guide.distances);
  }
  return { by, lines, distances: distinct(distances) };
}

const distinct = (strokes: readonly Stroke[]): readonly Stroke[] => [
  ...new Map(strokes.map((stroke) => [`${stroke.along} ${String(stroke.from)} ${String(stroke.to)}`, stroke])).values(),
];

/** How far a value is from the grid. */
export const toGrid = (value: number, grid: number): number => Math.round(value / grid) * grid - value;

interface Found {
  readonly by: number;
  /** The line of the box, before the move, that met another. */
  readonly line?: number;
  readonly gaps?: (box: Box) => readonly Stroke[];
}

function snapAxis(index: SnapIndex, box: Box, axis: Axis, tolerance: number): Found | undefined {
  const { edges, middles } = index[axis];
  let best: Found | undefined;
  const offer = (found: Found): void => {
    if (Math.abs(found.by) > tolerance) return;
    if (best === undefined || Math.abs(found.by) < Math.abs(best.by) - 0.01) best = found;
  };
  const meet = (value: number, lines: readonly Line[]): void => {
    const near = nearest(lines, value);
    if (near !== undefined) offer({ by: near - value, line: value });
  };
  // Middles first: of equal boxes all three lines meet, and one guide says it.
  meet(middle(box, axis), middles);
  meet(start(box, axis), edges);
  meet(end(box, axis), edges);
  for (const spacing of spacings(index.boxes, box, axis)) offer(spacing);
  return best;
}

/** The value of the nearest line. */
function nearest(lines: readonly Line[], value: number): number | undefined {
  const at = firstFrom(lines, value);
  const [below, above] = [lines[at - 1]?.value, lines[at]?.value];
  if (below === undefined || above === undefined) return below ?? above;
  return value - below < above - value ? below : above;
}

/** The index of the first line at or after a value. */
function firstFrom(lines: readonly Line[], value: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((lines[half]?.value ?? Infinity) < value) low = half + 1;
    else high = half;
  }
  return low;
}

/** The guide through the box and the nearest box on each side that has this line too, with the distances to them. */
function guideOf(
  index: SnapIndex,
  box: Box,
  axis: Axis,
  value: number,
): { readonly line: Stroke; readonly distances: readonly Stroke[] } | undefined {
  const along = other(axis);
  let before: Box | undefined;
  let after: Box | undefined;
  let beside: Box | undefined;
  for (const lines of [index[axis].middles, index[axis].edges])
    for (let at = firstFrom(lines, value - same); at < lines.length; at++) {
      const line = lines[at];
      if (line === undefined || line.value > value + same) break;
      const found = line.box;
      if (end(found, along) <= start(box, along)) {
        if (before === undefined || end(found, along) > end(before, along)) before = found;
      } else if (start(found, along) >= end(box, along)) {
        if (after === undefined || start(found, along) < start(after, along)) after = found;
      } else beside = found;
    }
  const met = [before, after, before === undefined && after === undefined ? beside : undefined].filter(
    (found) => found !== undefined,
  );
  if (met.length === 0) return undefined;
  const all = [box, ...met];
  const distances: Stroke[] = [];
  const at = middle(box, axis);
  if (before !== undefined) distances.push({ along, at, from: end(before, along), to: start(box, along) });
  if (after !== undefined) distances.push({ along, at, from: end(box, along), to: start(after, along) });
  return {
    line: {
      along,
      at: value,
      from: Math.min(...all.map((found) => start(found, along))),
      to: Math.max(...all.map((found) => end(found, along))),
    },
    distances: distances.filter(({ from, to }) => to - from > same),
  };
}

/** Places at which the distances to the neighbours in a row are equal, or equal to the next distance of the row. */
function spacings(boxes: readonly Box[], box: Box, axis: Axis): readonly Found[] {
  const across = other(axis);
  const row = boxes.filter((found) => isInRow(found, box, axis));
  const before = closest(row, box, axis, 'before');
  const after = closest(row, box, axis, 'after');
  const found: Found[] = [];
  const stroke = (of: Box, from: number, to: number): Stroke => ({ along: axis, at: middle(of, across), from, to });
  if (before !== undefined && after !== undefined) {
    const room = start(after, axis) - end(before, axis) - length(box, axis);
    if (room > 0)
      found.push({
        by: end(before, axis) + room / 2 - start(box, axis),
        gaps: (at) => [stroke(at, end(before, axis), start(at, axis)), stroke(at, end(at, axis), start(after, axis))],
      });
  }
  const second = before === undefined ? undefined : closest(row, before, axis, 'before');
  if (before !== undefined && second !== undefined) {
    const gap = start(before, axis) - end(second, axis);
    found.push({
      by: end(before, axis) + gap - start(box, axis),
      gaps: (at) => [
        stroke(before, end(second, axis), start(before, axis)),
        stroke(at, end(before, axis), start(at, axis)),
      ],
    });
  }
  const next = after === undefined ? undefined : closest(row, after, axis, 'after');
  if (after !== undefined && next !== undefined) {
    const gap = start(next, axis) - end(after, axis);
    found.push({
      by: start(after, axis) - gap - end(box, axis),
      gaps: (at) => [stroke(at, end(at, axis), start(after, axis)), stroke(after, end(after, axis), start(next, axis))],
    });
  }
  return found;
}

/** Whether two boxes stand side by side along an axis, near enough to be one row. */
function isInRow(found: Box, box: Box, axis: Axis): boolean {
  const across = other(axis);
  return (
    start(found, across) < end(box, across) &&
    end(found, across) > start(box, across) &&
    start(found, axis) < end(box, axis) + spacingReach &&
    end(found, axis) > start(box, axis) - spacingReach
  );
}

function closest(row: readonly Box[], box: Box, axis: Axis, side: 'before' | 'after'): Box | undefined {
  let best: Box | undefined;
  for (const found of row) {
    if (side === 'before' ? end(found, axis) > start(box, axis) : start(found, axis) < end(box, axis)) continue;
    if (found === box) continue;
    if (
      best === undefined ||
      (side === 'before' ? end(found, axis) > end(best, axis) : start(found, axis) < start(best, axis))
    )
      best = found;
  }
  return best;
}
