import { useReactFlow, useStore, useStoreApi, type ReactFlowInstance } from '@xyflow/react';
import { useEffect } from 'react';
import { contextBox, nodeBox, union } from '../../layout/geometry.js';
import { lookup, nodeId, type Box, type Design, type NodeId, type Point } from '../../model/design.js';
import { studio, useStudio, type Viewport } from '../studio/studio.js';
import { canvasState } from './canvas-state.js';
import { legalEndsFrom, setScreenProjection } from './connecting.js';
import { focusedId, isSelected, select } from './keyboard.js';
import { fitOptions, layoutMilliseconds, zoomTransition } from './motion.js';
import { tidy } from './tidy.js';
import { addNoteAt, idOfSelected } from './view-actions.js';
import { setDrawing } from './drawing.js';
import type { CanvasNode, ConnectionEdge } from './types.js';
import { minZoom } from './zoom.js';

/** Below 60 % subtitles and pills hide, below 35 % only icon and title stay. */
const levelOf = (zoom: number): 'near' | 'middle' | 'far' => (zoom < 0.35 ? 'far' : zoom < 0.6 ? 'middle' : 'near');

const margin = 16;
/** Of the zoom bar and the preview bar, with the room around them. */
const barHeight = 60;

/** Offers the view to the rest of the app, and shows a newly opened document whole. */
export function useView(): { readonly zoomLevel: 'near' | 'middle' | 'far' } {
  const flow = useReactFlow<CanvasNode, ConnectionEdge>();
  const store = useStoreApi();
  const zoomLevel = useStore((state) => levelOf(state.transform[2]));
  const hasSize = useStore((state) => state.width > 0);
  const documentId = useStudio((state) => state.file.document);

  useEffect(() => {
    setScreenProjection((point) => flow.flowToScreenPosition(point));
    setDrawing(flow);
    const centre = (): Point => {
      const box = document.querySelector('.canvas')?.getBoundingClientRect();
      if (box === undefined) return { x: 0, y: 0 };
      return flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    };
    studio.setState({
      view: {
        centre,
        viewport: () => flow.getViewport(),
        asked: () => placeAsked(flow),
        reveal: (ids) => {
          const boxes = ids.flatMap((id) => boxOf(studio.getState().design, id));
          if (boxes.length === 0) return;
          const box = union(boxes);
          const { width, height } = store.getState();
          if (isInView(box, flow.getViewport(), width, height)) return;
          const whole = Math.min((width - margin) / box.width, (height - margin - barHeight) / box.height);
          // Not so far out that the pills hide: they say what a preview changes.
          const zoom = Math.max(0.6, Math.min(1, flow.getZoom(), whole));
          // Clear of the bars at the bottom.
          const y = box.y + box.height / 2 + barHeight / 2 / zoom;
          void flow.setCenter(box.x + box.width / 2, y, { duration: layoutMilliseconds(), zoom });
        },
        fit: () => void flow.fitView(fitOptions()),
        zoomToSelection: () => {
          const { design, selection } = studio.getState();
          const ids = [...selection.nodes, ...selection.connections, ...selection.contexts, ...selection.notes];
          const boxes = ids.flatMap((id) => boxOf(design, id));
          if (boxes.length === 0) return;
          const box = union(boxes);
          const { width, height } = store.getState();
          const whole = Math.min(width / box.width, (height - 2 * barHeight) / box.height) / 1.2;
          const zoom = Math.max(minZoom, Math.min(largestFit, whole));
          void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { duration: layoutMilliseconds(), zoom });
        },
        zoomReset: () => void flow.zoomTo(1, zoomTransition()),
        zoomIn: () => void flow.zoomIn(zoomTransition()),
        zoomOut: () => void flow.zoomOut(zoomTransition()),
        tidy: () => void tidy(),
        toggleMinimap: () => {
          canvasState.setState(({ minimap }) => ({ minimap: !minimap }));
        },
        quickInsert: () => {
          const at = placeAsked(flow) ?? centre();
          canvasState.setState({ insert: { at, screen: flow.flowToScreenPosition(at), from: undefined } });
        },
        startConnecting: () => {
          const from = selectedNode();
          if (from === undefined) return;
          const ends = legalEndsFrom(from);
          canvasState.setState({ picker: { from, ends, at: below(flow, from) } });
        },
        addNext: () => {
          const from = selectedNode();
          const box = from === undefined ? undefined : nodeBox(studio.getState().design, from);
          if (from === undefined || box === undefined) return;
          const at = { x: box.x + box.width + nextGap, y: box.y + box.height / 2 };
          canvasState.setState({ insert: { at, screen: below(flow, from), from } });
        },
        rename: () => {
          canvasState.setState({ editing: idOfSelected(studio.getState().selection) });
        },
        addNote: () => {
          addNoteAt(placeAsked(flow) ?? centre());
        },
        replaceService: () => {
          const node = selectedNode();
          if (node !== undefined) canvasState.setState({ replacing: { node, at: below(flow, node) } });
        },
        openMenu: () => {
          const box = document.querySelector('.canvas')?.getBoundingClientRect();
          if (box === undefined) return;
          const focused = focusedId();
          if (focused !== undefined && !isSelected(focused)) select(focused, false);
          const element = document.activeElement?.closest('.react-flow__node, .react-flow__edge');
          const at = element?.getBoundingClientRect();
          canvasState.setState({
            menu: {
              at:
                at === undefined
                  ? { x: box.left + box.width / 2, y: box.top + box.height / 3 }
                  : { x: at.left + Math.min(at.width / 2, 40), y: at.top + Math.min(at.height, 40) },
            },
          });
        },
      },
    });
    return () => {
      studio.setState({ view: undefined });
      setDrawing(undefined);
    };
  }, [flow, store]);

  useEffect(() => {
    if (!hasSize) return;
    const { viewport } = studio.getState();
    if (viewport !== undefined) {
      void flow.setViewport(viewport);
      return;
    }
    // Fitting nothing would wait for the first node and carry it away from where it was dropped.
    if (Object.keys(studio.getState().design.nodes).length === 0) void flow.setViewport({ x: 0, y: 0, zoom: 1 });
    else void flow.fitView({ ...fitOptions(), duration: 0 });
  }, [flow, hasSize, documentId]);

  useEffect(() => keepStill(store, flow), [flow, store]);

  return { zoomLevel };
}

/** While panels beside the canvas come and go, what is drawn stays where it is in the window. */
function keepStill(store: ReturnType<typeof useStoreApi>, flow: Flow): (() => void) | undefined {
  const element = store.getState().domNode;
  if (element === null) return undefined;
  let { left } = element.getBoundingClientRect();
  const observer = new ResizeObserver(() => {
    const by = left - element.getBoundingClientRect().left;
    left -= by;
    const { x, y, zoom } = flow.getViewport();
    if (by !== 0) void flow.setViewport({ x: x + by, y, zoom });
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}

/** A selection is not blown up beyond this. */
const largestFit = 1.5;
/** To the right of a node, to where what comes next is put. */
const nextGap = 144;

type Flow = ReactFlowInstance<CanvasNode, ConnectionEdge>;

/** Just below a node, in the window. */
function below(flow: Flow, id: NodeId): Point {
  const box = nodeBox(studio.getState().design, id);
  return box === undefined ? { x: 0, y: 0 } : flow.flowToScreenPosition({ x: box.x, y: box.y + box.height + 8 });
}

/** Where the menu was opened that asks for something: there it goes. */
function placeAsked(flow: Flow): Point | undefined {
  const { askedAt } = canvasState.getState();
  return askedAt === undefined ? undefined : flow.screenToFlowPosition(askedAt);
}

function selectedNode(): NodeId | undefined {
  const { selection } = studio.getState();
  const [only] = selection.nodes;
  return only === undefined || selection.nodes.size > 1 ? undefined : nodeId(only);
}

/** Whether a box is on the screen as it is, not too small to be read and clear of the bars. */
function isInView({ x, y, width, height }: Box, { x: tx, y: ty, zoom }: Viewport, w: number, h: number): boolean {
  return (
    zoom >= 0.6 &&
    x * zoom + tx >= margin &&
    y * zoom + ty >= margin &&
    (x + width) * zoom + tx <= w - margin &&
    (y + height) * zoom + ty <= h - barHeight
  );
}

function boxOf(design: Design, id: string) {
  const node = nodeBox(design, id);
  if (node !== undefined) return [node];
  const area = contextBox(design, id);
  if (area !== undefined) return [area];
  const note = lookup(design.layout.notes, id);
  if (note !== undefined) return [note];
  const connection = lookup(design.connections, id) ?? derived(id);
  if (connection === undefined) return [];
  return [connection.from, connection.to].flatMap((end) => nodeBox(design, end) ?? []);
}

const derived = (id: string) => studio.getState().system.connections.get(id);
