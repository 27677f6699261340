import { useStoreApi, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { duplicate } from '../../editor/commands/duplicate.js';
import { lookup, type Box, type Design, type Point } from '../../model/design.js';
import { studio } from '../studio/studio.js';
import { canvasState, endDragging, type Copy } from './canvas-state.js';
import { beginDrag, boxOf, dragBy, dropAreaOf, nothingMoved, type Drag, type Dragged, type Moved } from './dragging.js';
import { drop } from './drop.js';
import { modifiersOf, noModifiers } from './modifiers.js';
import { selectOnCanvas } from './select.js';
import type { CanvasNode } from './types.js';

interface Session {
  /** Undefined: what is dragged is locked. */
  readonly drag: Drag | undefined;
  /** Positions that React Flow reports are measured from here. */
  readonly lead: { readonly id: string; readonly at: Point };
  /** Alt was held when it began: the things stay, and copies go where they are dropped. */
  readonly isCopying: boolean;
  way: Point;
  last: Dragged | undefined;
  isCancelled: boolean;
}

/**
 * Dragging of nodes, notes and areas. What is dragged comes in line with other things (not with Ctrl or Cmd, nor with Alt
 * pressed on the way); Shift keeps it on one axis; Alt at the start makes copies; Esc puts everything back.
 */
export function useDragging() {
  const store = useStoreApi();
  const [moved, setMoved] = useState<Moved>(nothingMoved);
  const session = useRef<Session | undefined>(undefined);
  const modifiers = useRef(noModifiers);

  const draw = useCallback((): void => {
    const { current } = session;
    if (current?.drag === undefined || current.isCancelled) return;
    const { design, snapping } = studio.getState();
    const { alt, shift, mod } = modifiers.current;
    const dragged = dragBy(current.drag, current.way, {
      zoom: store.getState().transform[2],
      snaps: snapping && !mod && (current.isCopying || !alt),
      straight: shift,
    });
    current.last = dragged;
    const guides = { lines: dragged.lines, distances: dragged.distances };
    if (current.isCopying) canvasState.setState({ isDragging: true, guides, copies: copiesOf(design, dragged.moved) });
    else {
      setMoved(dragged.moved);
      canvasState.setState({ isDragging: true, guides, dropArea: dropAreaOf(design, dragged.moved) });
    }
  }, [store]);

  useEffect(() => {
    const watch = (event: globalThis.PointerEvent | KeyboardEvent): void => {
      const before = modifiers.current;
      modifiers.current = modifiersOf(event);
      if (session.current === undefined || !(event instanceof KeyboardEvent)) return;
      if (event.type === 'keydown' && event.key === 'Escape') {
        // Not for the canvas: the selection stays.
        event.preventDefault();
        event.stopImmediatePropagation();
        session.current.isCancelled = true;
        setMoved(nothingMoved);
        endDragging();
        return;
      }
      const { alt, shift, mod } = modifiers.current;
      if (alt === before.alt && shift === before.shift && mod === before.mod) return;
      event.preventDefault();
      draw();
    };
    const events = ['pointerdown', 'pointermove', 'keydown', 'keyup'] as const;
    for (const name of events) window.addEventListener(name, watch, true);
    return () => {
      for (const name of events) window.removeEventListener(name, watch, true);
    };
  }, [draw]);

  const positionsChanged = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]): void => {
      const positions = changes.flatMap((change) => (change.type === 'position' ? [change] : []));
      const [first] = positions;
      if (first === undefined) return;
      if (positions.some(({ dragging }) => dragging === true)) {
        session.current ??= begin(
          positions.map(({ id }) => id),
          modifiers.current.alt,
          viewOf(store.getState()),
        );
        const { lead } = session.current;
        const at = positions.find(({ id }) => id === lead.id)?.position;
        if (at === undefined) return;
        session.current.way = { x: at.x - lead.at.x, y: at.y - lead.at.y };
        draw();
        return;
      }
      const { current } = session;
      session.current = undefined;
      if (current?.last !== undefined && !current.isCancelled) finish(current, current.last);
      setMoved(nothingMoved);
      endDragging();
    },
    [draw, store],
  );

  return { moved, positionsChanged };
}

function begin(ids: readonly string[], isCopying: boolean, view: Box): Session {
  const { design } = studio.getState();
  const drag = beginDrag(design, ids, view, isCopying);
  const [first = ''] = ids;
  const { x, y } = boxOf(design, first) ?? { x: 0, y: 0 };
  if (isCopying) selectOnCanvas(ids);
  return {
    drag,
    lead: { id: first, at: { x, y } },
    isCopying,
    way: { x: 0, y: 0 },
    last: undefined,
    isCancelled: false,
  };
}

function finish({ isCopying }: Session, { moved, by }: Dragged): void {
  if (by.x === 0 && by.y === 0) return;
  if (!isCopying) drop(moved);
  else copyTo(by);
}

/** Copies what is selected, by so far from it. */
function copyTo(by: Point): void {
  studio.getState().editor.run(duplicate, { by });
}

interface View {
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

/** The visible part of the drawing. */
const viewOf = ({ transform: [x, y, zoom], width, height }: View): Box => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
});

const copiesOf = (design: Design, moved: Moved): readonly Copy[] =>
  [...moved].flatMap(([id, at]) => {
    const box = boxOf(design, id);
    return box === undefined ? [] : [{ id, box: { ...box, ...at }, label: lookup(design.nodes, id)?.label ?? '' }];
  });
