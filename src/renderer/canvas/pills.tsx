import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, useState } from 'react';
import type { Point } from '../../model/design.js';
import { studio, useStudio } from '../studio/studio.js';
import type { ConnectionData, ConnectionEdge } from './types.js';

/** Below this zoom pills are not drawn: nobody could read them. */
const readableZoom = 0.6;
/** Of more pills than this only those are rendered that are near the view. */
const wholeLimit = 250;
/** The view is looked at in steps of this size, so that a pan seldom renders anything. */
const cell = 600;
/** Connections that an unfolded bundle lists. */
const listed = 8;

/** The words of all connections, above the lines and below the cards. */
export const Pills = memo(function Pills({ edges }: { readonly edges: readonly ConnectionEdge[] }) {
  const near = useNearView(edges.length > wholeLimit);
  if (near === undefined) return null;
  return (
    <ViewportPortal>
      {edges.map(({ id, data, selected = false }) =>
        data?.pill === undefined || data.label === '' || !near(data.pill) ? null : (
          <Pill key={id} data={data} at={data.pill} selected={selected} />
        ),
      )}
    </ViewportPortal>
  );
});

/** Tells what lies near the view; undefined: too far out for words. */
function useNearView(isCulled: boolean): ((at: Point) => boolean) | undefined {
  const key = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (zoom < readableZoom) return '';
    if (!isCulled) return 'all';
    const [left, top] = [Math.floor(-x / zoom / cell), Math.floor(-y / zoom / cell)];
    const [right, bottom] = [Math.ceil((width - x) / zoom / cell), Math.ceil((height - y) / zoom / cell)];
    return `${String(left)} ${String(top)} ${String(right)} ${String(bottom)}`;
  });
  if (key === '') return undefined;
  if (key === 'all') return () => true;
  const [left = 0, top = 0, right = 0, bottom = 0] = key.split(' ').map((part) => Number(part) * cell);
  return ({ x, y }) => x > left - cell / 2 && x < right + cell / 2 && y > top - cell / 2 && y < bottom + cell / 2;
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
