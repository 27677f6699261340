import { resetRoute } from '../../editor/commands/reset-route.js';
import { setBends } from '../../editor/commands/set-bends.js';
import { moveSegment, segmentsOf } from '../../layout/bends.js';
import { gridStep } from '../../layout/define.js';
import { nodeBox } from '../../layout/geometry.js';
import { isVertical, lengthOf, simplified, type Segment } from '../../layout/segments.js';
import { lookup, type Point } from '../../model/design.js';
import { studio } from '../studio/studio.js';
import { lineOf } from './drawing.js';
import { toGrid } from './snapping.js';

/** A line whose pieces are being moved. */
export interface Bending {
  readonly line: string;
  readonly points: readonly Point[];
  readonly index: number;
  readonly segment: Segment;
  /** The bends of before, for when it is cancelled. */
  readonly before: readonly Point[];
  readonly gesture: string;
}

let gestures = 0;

/** Begins to move a piece of a line. */
export function beginBending(line: string, points: readonly Point[], index: number): Bending | undefined {
  const path = simplified(points);
  const segment = segmentsOf(path)[index];
  if (segment === undefined) return undefined;
  const before = lookup(studio.getState().design.layout.bends, line) ?? [];
  gestures += 1;
  return { line, points: path, index, segment, before, gesture: `bend:${line}:${String(gestures)}` };
}

/** Moves the piece by so far from where it was, to the grid. */
export function bendBy({ line, points, index, segment, gesture }: Bending, by: Point): void {
  const { editor, system, design } = studio.getState();
  const connection = system.connections.get(line);
  if (connection === undefined) return;
  const [from, to] = [nodeBox(design, connection.from), nodeBox(design, connection.to)];
  if (from === undefined || to === undefined) return;
  const onGrid = isVertical(segment)
    ? { x: by.x + toGrid(segment.from.x + by.x, gridStep), y: 0 }
    : { x: 0, y: by.y + toGrid(segment.from.y + by.y, gridStep) };
  editor.run(setBends, { connection: line, bends: moveSegment(points, index, onGrid, { from, to }), gesture });
}

export function cancelBending({ line, before, gesture }: Bending): void {
  studio.getState().editor.run(setBends, { connection: line, bends: before, gesture });
}

/** Lets a line find its own way again. */
export function resetLine(line: string): void {
  const { editor } = studio.getState();
  if (editor.getState().selection.connections.has(line)) editor.run(resetRoute);
  else editor.run(setBends, { connection: line, bends: [] });
}

/** Moves the middle piece of a line, by keyboard: the one nearest to the middle that lies across the arrow. */
export function bendByKey(line: string, by: Point): void {
  const data = lineOf(line);
  if (data === undefined) return;
  const segments = segmentsOf(simplified(data.points));
  const wanted = segments.flatMap((segment, index) =>
    isVertical(segment) === (by.x !== 0) ? [{ segment, index }] : [],
  );
  const middle = (segments.length - 1) / 2;
  const [piece] = wanted.sort(
    (a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle) || lengthOf(b.segment) - lengthOf(a.segment),
  );
  const bending = piece === undefined ? undefined : beginBending(line, data.points, piece.index);
  if (bending !== undefined) bendBy({ ...bending, gesture: `bend-by-key:${line}` }, by);
}
