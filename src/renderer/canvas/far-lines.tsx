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
/** Lines that are drawn as one path. */
const perPath = 64;

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
  const all = edges.flatMap(({ data }) => data ?? []);
  const lit = edges.flatMap(({ data, selected }) =>
    data?.isLit === true ? [{ data, style: selected === true ? 'selected' : 'lit' }] : [],
  );
  return (
    <ViewportPortal>
      <svg className="far-lines" aria-hidden="true">
        {[...bundled(all, ({ delivery, isReference, ghost }) => [delivery, isReference, ghost].join(' '))].map(
          ([key, lines]) => (
            <FarPath key={key} lines={lines} isLit={false} isSelected={false} />
          ),
        )}
        {[...bundled(lit, ({ style }) => style)].map(([key, lines]) => (
          <FarPath key={key} lines={lines.map(({ data }) => data)} isLit isSelected={key.startsWith('selected')} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

/** Lines that look alike, so many at a time: a change of one draws its bundle alone. */
function bundled<Item>(items: readonly Item[], styleOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const bundles = new Map<string, Item[]>();
  const counts = new Map<string, number>();
  for (const item of items) {
    const style = styleOf(item);
    const count = counts.get(style) ?? 0;
    counts.set(style, count + 1);
    const key = `${style} ${String(Math.floor(count / perPath))}`;
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, [item]);
    else bundle.push(item);
  }
  return bundles;
}

interface FarPathProps {
  readonly lines: readonly ConnectionData[];
  readonly isLit: boolean;
  readonly isSelected: boolean;
}

const FarPath = memo(
  function FarPath({ lines, isLit, isSelected }: FarPathProps) {
    const [first] = lines;
    if (first === undefined) return null;
    return (
      <g
        className="line"
        data-lit={isLit}
        data-selected={isSelected}
        data-delivery={first.delivery}
        data-reference={first.isReference}
        data-ghost={first.ghost}
      >
        <path className="line-path" d={lines.map(({ points }) => linePath(points)).join('')} />
        <path className="line-head" d={lines.map(({ points }) => headPath(points)).join('')} />
      </g>
    );
  },
  (before, after) =>
    before.lines.length === after.lines.length &&
    before.lines.every(({ points }, index) => points === after.lines[index]?.points),
);
