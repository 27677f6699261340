import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { headPath, linePath } from '../../../layout/path.js';
import { useWorkflowCanvas } from './canvas-state.js';
import type { LineEdge } from './types.js';

/** A transition: solid, dashed where a state failed. Its words are among the pills. */
export const TransitionLine = memo(function TransitionLine({ id, data, selected }: EdgeProps<LineEdge>) {
  const isDrop = useWorkflowCanvas(({ drop }) => drop?.id === id);
  if (data === undefined) return null;
  const line = linePath(data.points);
  return (
    <>
      <path className="line-hit" d={line} />
      <g
        className="line transition"
        data-kind={data.kind}
        data-loop={data.isLoop}
        data-lit={data.isLit}
        data-selected={selected}
        data-drop={isDrop}
      >
        <path className="line-path" d={line} />
        <path className="line-head" d={headPath(data.points)} />
      </g>
    </>
  );
});
