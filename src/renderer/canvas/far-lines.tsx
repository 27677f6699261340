import { ViewportPortal } from '@xyflow/react';
import { memo, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { headPath, linePath } from '../../layout/path.js';
import type { Point } from '../../model/design.js';
import { drawnLines, type DrawingFeed } from './drawing-feed.js';
import { boxOfLine, isLargeDrawing } from './line-box.js';
import { useNearView } from './near-view.js';
import type { ConnectionData } from './types.js';

/** Below this zoom a line is too thin to be taken hold of. */
const farZoom = 0.35;
/** Side of the parts of a drawing whose lines are drawn as one path. */
const part = 1600;

/**
 * Lines that React Flow draws are elements of their own, which have a focus and can be taken hold of. In a large drawing these
 * are the ones near the view; from far away there are none, and all of them are drawn as a few paths.
 */
export function LinesFromAfar({ feed }: { readonly feed: DrawingFeed }) {
  const isLarge = useStore(drawnLines, ({ edges }) => isLargeDrawing(edges));
  const view = useNearView(isLarge, isLarge ? farZoom : 0);
  useLayoutEffect(() => {
    feed.look(view);
  }, [feed, view]);
  return isLarge && view === undefined ? <FarLines /> : null;
}

/** All lines of a large drawing seen from far away, and above them the ones that are selected or touch what is selected. */
function FarLines() {
  const edges = useStore(drawnLines, (state) => state.edges);
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
}

/** Lines that look alike and lie in one part of the drawing: a change of one draws that part alone. */
function bundled(lines: readonly ConnectionData[]): ReadonlyMap<string, readonly ConnectionData[]> {
  const bundles = new Map<string, ConnectionData[]>();
  for (const line of lines) {
    const key = bundleOf(line);
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, [line]);
    else bundle.push(line);
  }
  return bundles;
}

const bundleKeys = new WeakMap<ConnectionData, string>();

function bundleOf(line: ConnectionData): string {
  const known = bundleKeys.get(line);
  if (known !== undefined) return known;
  const { x, y, width, height } = boxOfLine(line.points);
  const isLong = width > part || height > part;
  const at = isLong ? 'long' : `${String(Math.floor(x / part))} ${String(Math.floor(y / part))}`;
  const key = [line.delivery, line.isReference, line.ghost, at].join(' ');
  bundleKeys.set(line, key);
  return key;
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
