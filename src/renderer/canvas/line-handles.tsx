import { useStore } from '@xyflow/react';
import { useState, type PointerEvent } from 'react';
import { handleOf, segmentsOf } from '../../layout/bends.js';
import type { End } from '../../editor/reconnection.js';
import { linePath } from '../../layout/path.js';
import { lengthOf, simplified } from '../../layout/segments.js';
import type { Point } from '../../model/design.js';
import { useStudio, useTranslate, studio } from '../studio/studio.js';
import { beginBending, bendBy, cancelBending, resetLine } from './bending.js';
import { canvasState, endDragging, useCanvas } from './canvas-state.js';
import { connectingOver } from './connecting.js';
import { nodeUnder } from './hit.js';
import { beginReconnecting, endReconnecting } from './reconnecting.js';
import { Overlay } from './overlay.js';
import { texts } from './texts.js';
import { trackPointer } from './track-pointer.js';
import type { ConnectionEdge } from './types.js';

/** Pieces shorter than this on the screen have no handle of their own. */
const shortest = 28;

/** What one takes hold of on the selected line: its pieces, to move them, and its ends, to put them elsewhere. */
export function LineHandles() {
  const selected = useStudio(({ selection }) => selection.connections);
  const isPreview = useStudio((state) => state.preview !== undefined);
  const isEditing = useCanvas((state) => state.isDragging && state.copies.length === 0 && state.guides !== undefined);
  const edge = useStore((state) => {
    if (selected.size === 0) return undefined;
    for (const id of selected) {
      const found = state.edgeLookup.get(id);
      if (found === undefined) continue;
      const ids = typeof found.data?.['ids'] === 'string' ? found.data['ids'].split('\n') : [];
      return ids.length === selected.size && ids.every((one) => selected.has(one))
        ? // The lookup knows edges in general; the canvas has connections only.
          (found as ConnectionEdge)
        : undefined;
    }
    return undefined;
  });
  const zoom = useStore((state) => state.transform[2]);
  if (edge?.data === undefined || isPreview || isEditing || zoom < 0.35) return null;
  return <Handles key={edge.id} line={edge.id} points={edge.data.points} zoom={zoom} />;
}

interface HandlesProps {
  readonly line: string;
  readonly points: readonly Point[];
  readonly zoom: number;
}

function Handles({ line, points, zoom }: HandlesProps) {
  const t = useTranslate();
  const canReconnect = useStudio(({ system }) => system.connections.get(line)?.origin === 'drawn');
  /** Where the end that is being moved is. */
  const [loose, setLoose] = useState<readonly [Point, Point] | undefined>();
  const path = simplified(points);
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined) return null;

  const bend = (event: PointerEvent, index: number): void => {
    const bending = beginBending(line, points, index);
    if (bending === undefined) return;
    trackPointer(event, {
      move: (by) => {
        canvasState.setState({ isDragging: true });
        bendBy(bending, { x: by.x / zoom, y: by.y / zoom });
      },
      end: endDragging,
      cancel: () => {
        endDragging();
        cancelBending(bending);
      },
    });
  };
  const reconnect = (event: PointerEvent, end: End): void => {
    const [fixed, moving] = end === 'to' ? [first, last] : [last, first];
    trackPointer(event, {
      move: (by, { clientX, clientY }) => {
        if (canvasState.getState().connecting === undefined) beginReconnecting(line, end);
        setLoose([fixed, { x: moving.x + by.x / zoom, y: moving.y + by.y / zoom }]);
        connectingOver(nodeUnder({ x: clientX, y: clientY }));
      },
      end: ({ clientX, clientY }) => {
        setLoose(undefined);
        endReconnecting(line, end, nodeUnder({ x: clientX, y: clientY }));
      },
      cancel: () => {
        setLoose(undefined);
        canvasState.setState({ connecting: undefined });
      },
    });
  };
  const scale = `scale(${String(1 / zoom)})`;
  return (
    <Overlay>
      {loose === undefined ? null : (
        <svg className="guides loose-line" aria-hidden="true">
          <path d={linePath(loose)} />
        </svg>
      )}
      {segmentsOf(path).map((segment, index) => {
        if (lengthOf(segment) * zoom < shortest) return null;
        const { at, moves } = handleOf(segment);
        return (
          <span
            key={index}
            className="bend-handle nodrag nopan"
            data-moves={moves}
            title={t(texts.bend)}
            style={{ transform: `translate(${String(at.x)}px, ${String(at.y)}px) ${scale}` }}
            onPointerDown={(event) => {
              bend(event, index);
            }}
            onDoubleClick={(event) => {
              event.stopPropagation();
              resetLine(line);
              studio.getState().editor.endGesture();
            }}
          />
        );
      })}
      {canReconnect
        ? (['from', 'to'] as const).map((end) => {
            const at = end === 'from' ? first : last;
            return (
              <span
                key={end}
                className="end-handle nodrag nopan"
                data-end={end}
                title={t(texts.reconnect)}
                style={{ transform: `translate(${String(at.x)}px, ${String(at.y)}px) ${scale}` }}
                onPointerDown={(event) => {
                  reconnect(event, end);
                }}
              />
            );
          })
        : null}
    </Overlay>
  );
}
