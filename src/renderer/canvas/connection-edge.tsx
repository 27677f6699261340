import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { headPath, linePath } from '../../layout/path.js';
import type { ConnectionEdge } from './types.js';

/** A connection: an orthogonal line, solid for synchronous and dashed for asynchronous. Its words are among the pills. */
export const ConnectionLine = memo(function ConnectionLine({ data, selected }: EdgeProps<ConnectionEdge>) {
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
    </>
  );
});
