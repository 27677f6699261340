import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { headPath, linePath } from '../../layout/path.js';
import type { Box, Point } from '../../model/design.js';
import { useNearView } from './near-view.js';
import type { ConnectionData, ConnectionEdge } from './types.js';

/** Below this zoom a line is too thin to be taken hold of. */
const farZoom = 0.35;
/** Drawings of no more lines than this are drawn as they are, at any zoom. */
const fewLines = 150;
/** Side of the parts of a drawing whose lines are drawn as one path. */
const part = 1600;

/**
 * The lines that React Flow draws, each an element of its own that has a focus and can be taken hold of. In a large drawing
 * these are the ones near the view; from far away there are none, and `FarLines` draws all of them as a few paths.
 */
export function useNearLines(edges: ConnectionEdge[]): { readonly near: ConnectionEdge[]; readonly isFar: boolean } {
  const isLarge = edges.length > fewLines;
  const view = useNearView(isLarge, isLarge ? farZoom : 0);
  return useMemo(() => {
    if (!isLarge) return { near: edges, isFar: false };
    if (view === undefined) return { near: none, isFar: true };
    const near = edges.filter(
      ({ data, selected }) => selected === true || (data !== undefined && view.hasBox(boxOf(data.points))),
    );
    return { near, isFar: false };
  }, [edges, isLarge, view]);
}

const none: ConnectionEdge[] = [];
const boxes = new WeakMap<readonly Point[], Box>();

function boxOf(points: readonly Point[]): Box {
  const known = boxes.get(points);
  if (known !== undefined) return known;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  boxes.set(points, box);
  return box;
}

/** All lines of a large drawing seen from far away, and above them the ones that are selected or touch what is selected. */
export const FarLines = memo(function FarLines({ edges }: { readonly edges: readonly ConnectionEdge[] }) {
  const plain: ConnectionData[] = [];
  const lit: ConnectionData[] = [];
  const selected: ConnectionData[] = [];
  for (const { data, selected: isSelected } of edges)
    if (data !== undefined) (isSelected === true ? selected : data.isLit ? lit : plain).push(data);
  return (
    <ViewportPortal>
      <svg className="far-lines" aria-hidden="true">
        {[...bundled(plain)].map(([key, lines]) => (
          <FarPath key={key} lines={lines} />
        ))}
        <FarPath lines={lit} />
        <FarPath lines={selected} isSelected />
      </svg>
    </ViewportPortal>
  );
});

/** Lines that look alike and lie in one part of the drawing: a change of one draws that part alone. */
function bundled(lines: readonly ConnectionData[]): ReadonlyMap<string, readonly ConnectionData[]> {
  const bundles = new Map<string, ConnectionData[]>();
  for (const line of lines) {
    const { x, y, width, height } = boxOf(line.points);
    const isLong = width > part || height > part;
    const at = isLong ? 'long' : `${String(Math.floor(x / part))} ${String(Math.floor(y / part))}`;
    const key = [line.delivery, line.isReference, line.ghost, at].join(' ');
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, [line]);
    else bundle.push(line);
  }
  return bundles;
}

interface Paths {
  readonly line: string;
  readonly head: string;
}

/** One line of a part changes at a time: the others are not written anew. */
const paths = new WeakMap<readonly Point[], Paths>();

function pathsOf(points: readonly Point[]): Paths {
  const known = paths.get(points) ?? { line: linePath(points), head: headPath(points) };
  paths.set(points, known);
  return known;
}

interface FarPathProps {
  readonly lines: readonly ConnectionData[];
  readonly isSelected?: boolean;
}

const FarPath = memo(
  function FarPath({ lines, isSelected = false }: FarPathProps) {
    const [first] = lines;
    if (first === undefined) return null;
    return (
      <g
        className="line"
        data-lit={first.isLit}
        data-selected={isSelected}
        data-delivery={first.delivery}
        data-reference={first.isReference}
        data-ghost={first.ghost}
      >
        <path className="line-path" d={lines.map(({ points }) => pathsOf(points).line).join('')} />
        <path className="line-head" d={lines.map(({ points }) => pathsOf(points).head).join('')} />
      </g>
    );
  },
  (before, after) =>
    before.lines.length === after.lines.length &&
    before.lines.every(({ points }, index) => points === after.lines[index]?.points),
);
