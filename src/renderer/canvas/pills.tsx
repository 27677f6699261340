import { ViewportPortal } from '@xyflow/react';
import { memo, useState } from 'react';
import { useStore } from 'zustand';
import type { Point } from '../../model/design.js';
import { studio, useStudio } from '../studio/studio.js';
import { drawnLines } from './drawing-feed.js';
import { useNearView } from './near-view.js';
import type { ConnectionData } from './types.js';

/** Below this zoom pills are not drawn: nobody could read them. */
const readableZoom = 0.6;
/** Of more pills than this only those are rendered that are near the view. */
const wholeLimit = 250;
/** Connections that an unfolded bundle lists. */
const listed = 8;

/** The words of all connections, above the lines and below the cards. */
export function Pills() {
  const edges = useStore(drawnLines, (state) => state.edges);
  const near = useNearView(edges.length > wholeLimit, readableZoom);
  if (near === undefined) return null;
  return (
    <ViewportPortal>
      {edges.map(({ id, data, selected = false }) =>
        data?.pill === undefined || data.label === '' || !near.hasPoint(data.pill) ? null : (
          <Pill key={id} data={data} at={data.pill} selected={selected} />
        ),
      )}
    </ViewportPortal>
  );
}

interface PillProps {
  readonly data: ConnectionData;
  readonly at: Point;
  readonly selected: boolean;
}

const Pill = memo(function Pill({ data, at, selected }: PillProps) {
  const [isOver, setIsOver] = useState(false);
  const ids = data.ids.split('\n');
  const isUnfolded = ids.length > 1 && (isOver || selected);
  return (
    <div
      className="pill nodrag nopan"
      data-lit={data.isLit}
      data-ghost={data.ghost}
      data-problem={data.hasProblem}
      data-unfolded={isUnfolded}
      data-connections={data.ids}
      style={{
        transform: `translate(-50%, -50%) translate(${String(at.x)}px, ${String(at.y)}px)`,
        minWidth: data.pillWidth,
        ...(data.isShortened ? { maxWidth: data.pillWidth } : {}),
      }}
      title={isUnfolded ? undefined : data.label}
      onPointerEnter={() => {
        setIsOver(true);
      }}
      onPointerLeave={() => {
        setIsOver(false);
      }}
      onClick={(event) => {
        select(ids, event.shiftKey || event.metaKey || event.ctrlKey);
      }}
    >
      <span className="pill-words">{data.label}</span>
      {isUnfolded ? <PillList ids={ids} labels={data.labels.split('\n')} /> : null}
    </div>
  );
});

/** What a bundle holds; each connection can be selected by itself. */
function PillList({ ids, labels }: { readonly ids: readonly string[]; readonly labels: readonly string[] }) {
  const selected = useStudio(({ selection }) => selection.connections);
  return (
    <span className="pill-list nowheel">
      {ids.slice(0, listed).map((id, index) => (
        <button
          key={id}
          type="button"
          className="pill-item"
          aria-pressed={selected.has(id)}
          onClick={(event) => {
            event.stopPropagation();
            select([id], event.shiftKey || event.metaKey || event.ctrlKey);
          }}
        >
          {labels[index]}
        </button>
      ))}
      {ids.length > listed ? <span className="pill-more">{`+${String(ids.length - listed)}`}</span> : null}
    </span>
  );
}

function select(ids: readonly string[], isAdding: boolean): void {
  const { editor } = studio.getState();
  const { selection } = editor.getState();
  const connections = new Set(ids);
  editor.select(
    isAdding ? { ...selection, connections: new Set([...selection.connections, ...connections]) } : { connections },
  );
}
