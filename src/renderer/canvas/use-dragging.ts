import { useStoreApi, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { duplicate } from '../../editor/commands/duplicate.js';
import { lookup, type Box, type Design, type Point } from '../../model/design.js';
import { studio } from '../studio/studio.js';
import { canvasState, endDragging, type Copy } from './canvas-state.js';
import { beginDrag, boxOf, dragBy, dropAreaOf, nothingMoved, type Drag, type Dragged, type Moved } from './dragging.js';
import type { DrawingFeed } from './drawing-feed.js';
import { drop } from './drop.js';
import { modifiersOf, noModifiers } from './modifiers.js';
import { selectOnCanvas } from './select.js';
import type { CanvasNode } from './types.js';

interface Session {
  /** Undefined: what is dragged is locked. */
  readonly drag: Drag | undefined;
  /** Alt was held when it began: the things stay, and copies go where they are dropped. */
  readonly isCopying: boolean;
  last: Dragged | undefined;
  isCancelled: boolean;
}

/**
 * Dragging of nodes, notes and areas. What is dragged comes in line with other things (not with Ctrl or Cmd, nor with Alt
 * pressed on the way); Shift keeps it on one axis; Alt at the start makes copies; Esc puts everything back.
 */
export function useDragging(feed: DrawingFeed) {
  const store = useStoreApi();
  const session = useRef<Session | undefined>(undefined);
  const modifiers = useRef(noModifiers);
  /** Where the pointer is in the window, and where it went down in the drawing: React Flow begins to measure later. */
  const pointer = useRef<{ readonly at: Point; readonly from: Point }>({ at: origin, from: origin });

  const draw = useCallback((): void => {
    const { current } = session;
    if (current?.drag === undefined || current.isCancelled) return;
    const { design, snapping } = studio.getState();
    const { alt, shift, mod } = modifiers.current;
    const at = placeOf(pointer.current.at, store.getState());
    const way = { x: at.x - pointer.current.from.x, y: at.y - pointer.current.from.y };
    const dragged = dragBy(current.drag, way, {
      zoom: store.getState().transform[2],
      snaps: snapping && !mod && (current.isCopying || !alt),
      straight: shift,
    });
    current.last = dragged;
    const guides = { lines: dragged.lines, distances: dragged.distances };
    if (current.isCopying) canvasState.setState({ isDragging: true, guides, copies: copiesOf(design, dragged.moved) });
    else {
      feed.move(dragged.moved);
      canvasState.setState({ isDragging: true, guides, dropArea: dropAreaOf(design, dragged.moved) });
    }
  }, [feed, store]);

  useEffect(() => {
    const watch = (event: globalThis.PointerEvent | KeyboardEvent): void => {
      const before = modifiers.current;
      modifiers.current = modifiersOf(event);
      if (!(event instanceof KeyboardEvent)) {
        const at = { x: event.clientX, y: event.clientY };
        const isDown = event.type === 'pointerdown';
        pointer.current = { at, from: isDown ? placeOf(at, store.getState()) : pointer.current.from };
        return;
      }
      if (session.current === undefined) return;
      if (event.type === 'keydown' && event.key === 'Escape') {
        // Not for the canvas: the selection stays.
        event.preventDefault();
        event.stopImmediatePropagation();
        session.current.isCancelled = true;
        feed.move(nothingMoved);
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
  }, [draw, feed, store]);

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
        draw();
        return;
      }
      const { current } = session;
      session.current = undefined;
      if (current?.last !== undefined && !current.isCancelled) finish(current, current.last);
      feed.move(nothingMoved);
      endDragging();
    },
    [draw, feed, store],
  );

  return { positionsChanged };
}

function begin(ids: readonly string[], isCopying: boolean, view: Box): Session {
  const { design } = studio.getState();
  const drag = beginDrag(design, ids, view, isCopying);
  if (isCopying) selectOnCanvas(ids);
  return { drag, isCopying, last: undefined, isCancelled: false };
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

const origin: Point = { x: 0, y: 0 };

interface View {
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
  readonly domNode: HTMLElement | null;
}

/** The place of the drawing that lies at a point of the window. */
function placeOf(point: Point, { transform: [x, y, zoom], domNode }: View): Point {
  const box = domNode?.getBoundingClientRect();
  return { x: (point.x - (box?.left ?? 0) - x) / zoom, y: (point.y - (box?.top ?? 0) - y) / zoom };
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
