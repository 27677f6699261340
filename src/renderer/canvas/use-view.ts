import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { contextBox, nodeBox, union } from '../../layout/geometry.js';
import { lookup, nodeId, type Design, type Point } from '../../model/design.js';
import { studio, useStudio } from '../studio/studio.js';
import { canvasState } from './canvas-state.js';
import { legalEndsFrom, setScreenProjection } from './connecting.js';
import { fitOptions, layoutMilliseconds, zoomTransition } from './motion.js';
import { tidy } from './tidy.js';
import { isNodeId } from './types.js';

/** Below 60 % subtitles and pills hide, below 35 % only icon and title stay. */
const levelOf = (zoom: number): 'near' | 'middle' | 'far' => (zoom < 0.35 ? 'far' : zoom < 0.6 ? 'middle' : 'near');

const margin = 16;
/** Of the zoom bar and the preview bar, with the room around them. */
const barHeight = 60;

/** Offers the view to the rest of the app, and shows a newly opened document whole. */
export function useView(): { readonly zoomLevel: 'near' | 'middle' | 'far' } {
  const flow = useReactFlow();
  const store = useStoreApi();
  const zoomLevel = useStore((state) => levelOf(state.transform[2]));
  const hasSize = useStore((state) => state.width > 0);
  const documentId = useStudio((state) => state.file.document);

  useEffect(() => {
    setScreenProjection((point) => flow.flowToScreenPosition(point));
    const centre = (): Point => {
      const box = document.querySelector('.canvas')?.getBoundingClientRect();
      if (box === undefined) return { x: 0, y: 0 };
      return flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    };
    studio.setState({
      view: {
        centre,
        reveal: (ids) => {
          const boxes = ids.flatMap((id) => boxOf(studio.getState().design, id));
          if (boxes.length === 0) return;
          const box = union(boxes);
          const { width, height } = store.getState();
          const whole = Math.min((width - margin) / box.width, (height - margin - barHeight) / box.height);
          // Not so far out that the pills hide: they say what a preview changes.
          const zoom = Math.max(0.6, Math.min(1, flow.getZoom(), whole));
          // Clear of the bars at the bottom.
          const y = box.y + box.height / 2 + barHeight / 2 / zoom;
          void flow.setCenter(box.x + box.width / 2, y, { duration: layoutMilliseconds(), zoom });
        },
        fit: () => void flow.fitView(fitOptions()),
        zoomIn: () => void flow.zoomIn(zoomTransition()),
        zoomOut: () => void flow.zoomOut(zoomTransition()),
        tidy: () => void tidy(),
        toggleMinimap: () => {
          canvasState.setState(({ minimap }) => ({ minimap: !minimap }));
        },
        quickInsert: () => {
          const at = centre();
          canvasState.setState({ insert: { at, screen: flow.flowToScreenPosition(at), from: undefined } });
        },
        startConnecting: () => {
          const { selection, design } = studio.getState();
          const [selected] = selection.nodes;
          const box = selected === undefined ? undefined : nodeBox(design, selected);
          if (selected === undefined || box === undefined || !isNodeId(selected)) return;
          const from = nodeId(selected);
          const at = flow.flowToScreenPosition({ x: box.x, y: box.y + box.height + 8 });
          canvasState.setState({ picker: { from, ends: legalEndsFrom(from), at } });
        },
      },
    });
    return () => {
      studio.setState({ view: undefined });
    };
  }, [flow, store]);

  useEffect(() => {
    if (!hasSize) return;
    // Fitting nothing would wait for the first node and carry it away from where it was dropped.
    if (Object.keys(studio.getState().design.nodes).length === 0) void flow.setViewport({ x: 0, y: 0, zoom: 1 });
    else void flow.fitView({ ...fitOptions(), duration: 0 });
  }, [flow, hasSize, documentId]);

  return { zoomLevel };
}

function boxOf(design: Design, id: string) {
  const node = nodeBox(design, id);
  if (node !== undefined) return [node];
  const area = contextBox(design, id);
  if (area !== undefined) return [area];
  const connection = lookup(design.connections, id) ?? derived(id);
  if (connection === undefined) return [];
  return [connection.from, connection.to].flatMap((end) => nodeBox(design, end) ?? []);
}

const derived = (id: string) => studio.getState().system.connections.get(id);
