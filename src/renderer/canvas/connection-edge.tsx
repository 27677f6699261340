import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { headPath, linePath } from '../../layout/path.js';
import { studio } from '../studio/studio.js';
import type { ConnectionEdge } from './types.js';

/** A connection: an orthogonal line, solid for synchronous and dashed for asynchronous, with its words on a pill. */
export const ConnectionLine = memo(function ConnectionLine({ id, data, selected }: EdgeProps<ConnectionEdge>) {
  if (data === undefined) return null;
  const line = linePath(data.points);
  return (
    <>
      <path className="line-hit" d={line} />
      <g
        className="line"
        data-lit={data.isLit}
        data-selected={selected}
        data-delivery={data.delivery}
        data-reference={data.isReference}
        data-ghost={data.ghost}
      >
        <path className="line-path" d={line} />
        <path className="line-head" d={headPath(data.points)} />
      </g>
      {data.pill === undefined || data.label === '' ? null : (
        <EdgeLabelRenderer>
          <div
            className="pill nodrag nopan"
            data-lit={data.isLit}
            data-ghost={data.ghost}
            data-problem={data.hasProblem}
            style={{
              transform: `translate(-50%, -50%) translate(${String(data.pill.x)}px, ${String(data.pill.y)}px)`,
              minWidth: data.pillWidth,
            }}
            title={data.label}
            onClick={(event) => {
              selectLine(id, data.ids, event.shiftKey || event.metaKey || event.ctrlKey);
            }}
          >
            <span className="pill-words">{data.label}</span>
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

/** Selects all connections of a line. */
export function selectLine(_id: string, ids: string, isAdding: boolean): void {
  const { editor } = studio.getState();
  const { selection } = editor.getState();
  const connections = new Set(ids.split('\n'));
  editor.select(
    isAdding ? { ...selection, connections: new Set([...selection.connections, ...connections]) } : { connections },
  );
}
