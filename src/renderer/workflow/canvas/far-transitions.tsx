import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { headPath, linePath } from '../../../layout/path.js';
import { useNearView } from '../../canvas/near-view.js';
import type { LineData, LineEdge } from './types.js';

/** Below this zoom a line is too thin to be taken hold of. */
const farZoom = 0.35;
/** Drawings of no more lines than this are drawn as they are, at any zoom. */
const fewLines = 150;

const none: LineEdge[] = [];

/** The transitions that React Flow draws, each an element of its own; of a large workflow seen from afar there are none. */
export function useNearTransitions(edges: LineEdge[]): { readonly near: LineEdge[]; readonly isFar: boolean } {
  const isLarge = edges.length > fewLines;
  const isFar = useNearView(false, isLarge ? farZoom : 0) === undefined;
  return useMemo(() => ({ near: isFar ? none : edges, isFar }), [edges, isFar]);
}

/** All transitions of a large workflow seen from afar, as a few paths: those that look alike together. */
export const FarTransitions = memo(function FarTransitions({ edges }: { readonly edges: readonly LineEdge[] }) {
  const kinds = new Map<string, LineData[]>();
  for (const { data } of edges) {
    if (data === undefined) continue;
    const key = `${data.kind} ${String(data.isLit)}`;
    kinds.set(key, [...(kinds.get(key) ?? []), data]);
  }
  return (
    <ViewportPortal>
      <svg className="far-lines far-transitions" aria-hidden="true">
        {[...kinds].map(([key, lines]) => (
          <g key={key} className="line transition" data-kind={lines[0]?.kind} data-lit={lines[0]?.isLit}>
            <path className="line-path" d={lines.map(({ points }) => linePath(points)).join('')} />
            <path className="line-head" d={lines.map(({ points }) => headPath(points)).join('')} />
          </g>
        ))}
      </svg>
    </ViewportPortal>
  );
});
