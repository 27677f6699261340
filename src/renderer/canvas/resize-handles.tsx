import { useStore } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { studio, useStudio, useTranslate } from '../studio/studio.js';
import { canvasState, endDragging, useCanvas } from './canvas-state.js';
import { resizableOf, resized, resizeTo, type Handle } from './resizing.js';
import { Overlay } from './overlay.js';
import { texts } from './texts.js';
import { trackPointer } from './track-pointer.js';
import { noteNodeId } from './types.js';

/** Smallest sizes; the commands know what their own things need. */
const least = { nodes: 176, notes: 80, contexts: 80 } as const;
let gestures = 0;

/** Edges and corners of the selected note, area or bus, to take hold of. */
export function ResizeHandles() {
  const t = useTranslate();
  const design = useStudio((state) => state.design);
  const selection = useStudio((state) => state.selection);
  const isPreview = useStudio((state) => state.preview !== undefined);
  const isMoving = useCanvas((state) => state.guides !== undefined);
  const editing = useCanvas((state) => state.editing);
  const zoom = useStore((state) => state.transform[2]);
  const thing = isPreview || isMoving ? undefined : resizableOf(design, selection);
  if (thing === undefined || editing === noteNodeId(thing.id)) return null;
  const { kind, box, handles } = thing;
  const begin = (event: PointerEvent, handle: Handle): void => {
    gestures += 1;
    const gesture = `resize:${thing.id}:${String(gestures)}`;
    trackPointer(event, {
      move: (by) => {
        canvasState.setState({ isDragging: true });
        resizeTo(thing, resized(box, handle, { x: by.x / zoom, y: by.y / zoom }, least[kind]), gesture);
      },
      end: () => {
        endDragging();
        studio.getState().editor.endGesture();
      },
      cancel: () => {
        endDragging();
        resizeTo(thing, box, gesture);
      },
    });
  };
  return (
    <Overlay>
      {handles.map((handle) => {
        const x = box.x + (handle.includes('w') ? 0 : handle.includes('e') ? box.width : box.width / 2);
        const y = box.y + (handle.includes('n') ? 0 : handle.includes('s') ? box.height : box.height / 2);
        const isCorner = handle.length === 2;
        const length = handle === 'n' || handle === 's' ? box.width : box.height;
        const size = isCorner ? undefined : Math.max(16, length * zoom - 24);
        return (
          <span
            key={handle}
            className="resize-handle nodrag nopan"
            data-handle={handle}
            data-corner={isCorner}
            title={t(texts.resize)}
            style={{
              transform: `translate(${String(x)}px, ${String(y)}px) scale(${String(1 / zoom)}) translate(-50%, -50%)`,
              ...(size === undefined ? {} : handle === 'n' || handle === 's' ? { width: size } : { height: size }),
            }}
            onPointerDown={(event) => {
              begin(event, handle);
            }}
          />
        );
      })}
    </Overlay>
  );
}
