import { useStore } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { useState, type PointerEvent } from 'react';
import { linePath } from '../../../layout/path.js';
import type { Point } from '../../../model/design.js';
import { Overlay } from '../../canvas/overlay.js';
import { trackPointer } from '../../canvas/track-pointer.js';
import { useTranslate } from '../../studio/studio.js';
import { useWorkflowCanvas, workflowCanvas } from './canvas-state.js';
import { stateUnder } from './dragging.js';
import { reconnect } from './edits.js';
import { indexOf } from './graph-index.js';
import { buttonPlace } from './places.js';
import { texts } from './texts.js';

/** On the transition under the pointer and on the selected one: a place to add a state, and its end to lead elsewhere. */
export function LineTools() {
  const selected = useWorkflowCanvas((state) => state.line);
  const hovered = useWorkflowCanvas((state) => state.hovered);
  const isBusy = useWorkflowCanvas((state) => state.drop !== undefined || state.drawing !== undefined);
  const zoom = useStore((state) => state.transform[2]);
  if (isBusy || zoom < 0.35) return null;
  return (
    <Overlay>
      {selected === undefined ? null : <EndHandle key={selected} line={selected} zoom={zoom} />}
      {[...new Set([selected, hovered])].map((line) =>
        line === undefined ? null : <AddButton key={line} line={line} zoom={zoom} />,
      )}
    </Overlay>
  );
}

interface ToolProps {
  readonly line: string;
  readonly zoom: number;
}

function useLine(line: string) {
  const graph = useWorkflowCanvas((state) => state.graph);
  const layout = useWorkflowCanvas((state) => state.layout);
  const found = graph === undefined ? undefined : indexOf(graph).lines.get(line);
  const way = layout?.lines.get(line);
  return found === undefined || way === undefined ? undefined : { found, way };
}

function AddButton({ line, zoom }: ToolProps) {
  const t = useTranslate();
  const one = useLine(line);
  if (one === undefined) return null;
  const at = buttonPlace(one.way.points, one.way.label);
  return (
    <button
      type="button"
      className="line-add nodrag nopan"
      data-line={line}
      tabIndex={-1}
      aria-label={t(texts.insertHere)}
      title={t(texts.insertHere)}
      style={{
        transform: `translate(${String(at.x)}px, ${String(at.y)}px) scale(${String(1 / Math.max(zoom, 0.6))})`,
      }}
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        workflowCanvas.setState({ insert: { place: one.found.ref, screen: { x: left, y: bottom + 4 } } });
      }}
    >
      <Plus size={12} />
    </button>
  );
}

function EndHandle({ line, zoom }: ToolProps) {
  const t = useTranslate();
  const one = useLine(line);
  const [loose, setLoose] = useState<Point>();
  const [first, last] = [one?.way.points[0], one?.way.points.at(-1)];
  if (one === undefined || first === undefined || last === undefined) return null;
  const { ref, from } = one.found;
  const at = loose ?? last;
  const under = (by: Point) => {
    const { graph, layout } = workflowCanvas.getState();
    return graph === undefined || layout === undefined
      ? undefined
      : stateUnder({ x: last.x + by.x / zoom, y: last.y + by.y / zoom }, graph, layout);
  };
  const move = (event: PointerEvent): void => {
    let over: string | undefined;
    trackPointer(event, {
      move: (by) => {
        over = under(by);
        setLoose({ x: last.x + by.x / zoom, y: last.y + by.y / zoom });
        workflowCanvas.setState({ over, drawing: { from, kind: ref.kind === 'catch' ? 'catch' : 'way' } });
      },
      end: () => {
        setLoose(undefined);
        workflowCanvas.setState({ over: undefined, drawing: undefined });
        if (over !== undefined && over !== one.found.to) reconnect(ref, over);
      },
      cancel: () => {
        setLoose(undefined);
        workflowCanvas.setState({ over: undefined, drawing: undefined });
      },
    });
  };
  return (
    <>
      {loose === undefined ? null : (
        <svg className="guides loose-line" aria-hidden="true">
          <path d={linePath([first, loose])} />
        </svg>
      )}
      <span
        className="end-handle nodrag nopan"
        data-end="to"
        title={t(texts.moveEnd)}
        style={{ transform: `translate(${String(at.x)}px, ${String(at.y)}px) scale(${String(1 / zoom)})` }}
        onPointerDown={move}
      />
    </>
  );
}
