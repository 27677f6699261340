import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import { useNearView } from '../../canvas/near-view.js';
import { workflowCanvas } from './canvas-state.js';
import type { LineData, LineEdge } from './types.js';

/** Below this zoom words on lines are not drawn: nobody could read them. */
const readableZoom = 0.5;
const wholeLimit = 200;

/** The words of all transitions, above the lines. */
export const TransitionPills = memo(function TransitionPills({ edges }: { readonly edges: readonly LineEdge[] }) {
  const near = useNearView(edges.length > wholeLimit, readableZoom);
  if (near === undefined) return null;
  return (
    <ViewportPortal>
      {edges.map(({ id, data }) =>
        data?.at === undefined || data.label === '' || !near.hasPoint(data.at) ? null : (
          <Pill key={id} id={id} data={data} />
        ),
      )}
    </ViewportPortal>
  );
});

const Pill = memo(function Pill({ id, data }: { readonly id: string; readonly data: LineData }) {
  const { at, label, labelWidth, kind, isLit } = data;
  return (
    <div
      className="pill transition-pill nodrag nopan"
      data-line={id}
      data-kind={kind}
      data-lit={isLit}
      title={label}
      style={{
        transform: `translate(-50%, -50%) translate(${String(at?.x ?? 0)}px, ${String(at?.y ?? 0)}px)`,
        maxWidth: labelWidth,
      }}
      onClick={() => {
        workflowCanvas.setState({ line: id });
      }}
    >
      <span className="pill-words">{label}</span>
    </div>
  );
});
