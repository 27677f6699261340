import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { pathOfKey, type FlowKey } from '../../../asl/flow-key.js';
import { layOutStates } from '../../../editor/commands/place-states.js';
import { union } from '../../../layout/geometry.js';
import type { Box, Point } from '../../../model/design.js';
import { fitOptions, layoutMilliseconds, zoomTransition } from '../../canvas/motion.js';
import { minZoom } from '../../canvas/zoom.js';
import { setStatesClipboard } from '../../studio/clipboard.js';
import { studio } from '../../studio/studio.js';
import { selectStates } from '../workflow.js';
import { copiedText, deleteSelected, pasteText } from './actions.js';
import { workflowCanvas } from './canvas-state.js';
import { focusedState, focusState, stateElement } from './focus.js';
import { openInsertAtSelection, placeAfterSelection } from './insert-place.js';

/** Below these zooms details go, so that what is left can be read. */
const levelOf = (zoom: number): 'near' | 'middle' | 'far' => (zoom < 0.35 ? 'far' : zoom < 0.6 ? 'middle' : 'near');

const margin = 24;
const barHeight = 60;
const largestFit = 1.5;

/** Offers the view to the rest of the app, and shows a newly opened workflow whole. */
export function useWorkflowView(isLaidOut: boolean): { readonly zoomLevel: 'near' | 'middle' | 'far' } {
  const flow = useReactFlow();
  const store = useStoreApi();
  const zoomLevel = useStore((state) => levelOf(state.transform[2]));
  const hasSize = useStore((state) => state.width > 0);

  useEffect(() => {
    const boxesOf = (ids: Iterable<string>): readonly Box[] =>
      [...ids].flatMap((id) => workflowCanvas.getState().layout?.boxes.get(id) ?? []);
    const centre = (): Point => {
      const box = document.querySelector('.canvas')?.getBoundingClientRect();
      if (box === undefined) return { x: 0, y: 0 };
      return flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    };
    const reveal = (ids: readonly string[]): void => {
      const boxes = boxesOf(ids);
      if (boxes.length === 0) return;
      const box = union(boxes);
      const { width, height } = store.getState();
      const { x, y, zoom } = flow.getViewport();
      const isInView =
        zoom >= 0.6 &&
        box.x * zoom + x >= 0 &&
        box.y * zoom + y >= 0 &&
        (box.x + box.width) * zoom + x <= width &&
        (box.y + box.height) * zoom + y <= height - barHeight;
      if (isInView) return;
      const whole = Math.min((width - margin) / box.width, (height - margin - barHeight) / box.height);
      void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        duration: layoutMilliseconds(),
        zoom: Math.max(0.6, Math.min(1, flow.getZoom(), whole)),
      });
    };
    studio.setState({
      view: {
        centre,
        viewport: () => flow.getViewport(),
        reveal,
        fit: () => void flow.fitView(fitOptions()),
        zoomToSelection: () => {
          const boxes = boxesOf(studio.getState().workflow?.selected ?? []);
          if (boxes.length === 0) return;
          const box = union(boxes);
          const { width, height } = store.getState();
          const whole = Math.min(width / box.width, (height - 2 * barHeight) / box.height) / 1.2;
          void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
            duration: layoutMilliseconds(),
            zoom: Math.max(minZoom, Math.min(largestFit, whole)),
          });
        },
        zoomReset: () => void flow.zoomTo(1, zoomTransition()),
        zoomIn: () => void flow.zoomIn(zoomTransition()),
        zoomOut: () => void flow.zoomOut(zoomTransition()),
        tidy: () => {
          const { workflow, editor } = studio.getState();
          if (workflow === undefined) return;
          workflowCanvas.setState({ isTidying: true });
          editor.run(layOutStates, { node: workflow.node });
          setTimeout(() => {
            workflowCanvas.setState({ isTidying: false });
            void flow.fitView(fitOptions());
          }, layoutMilliseconds() + 100);
        },
        toggleMinimap: () => {
          workflowCanvas.setState(({ minimap }) => ({ minimap: !minimap }));
        },
        quickInsert: () => {
          openInsertAtSelection(screenBelow());
        },
        startConnecting: () => {
          const from = onlySelected();
          if (from !== undefined) workflowCanvas.setState({ picker: { from, kind: 'way', screen: screenBelow() } });
        },
        addNext: () => {
          workflowCanvas.setState({ insert: { place: placeAfterSelection(), screen: screenBelow() } });
        },
        rename: () => {
          workflowCanvas.setState({ editing: onlySelected() });
        },
        // A workflow has no notes and no services of the system: these commands are not offered inside.
        addNote: () => undefined,
        replaceService: () => undefined,
        openMenu: () => {
          const focused = focusedState();
          const selected = studio.getState().workflow?.selected;
          if (focused !== undefined && selected?.has(focused) !== true) selectStates([focused]);
          workflowCanvas.setState({ menu: screenBelow() });
        },
      },
    });
    /** Just below the selected state, in the window; else the middle of the canvas. */
    function screenBelow(): Point {
      const [box] = boxesOf(studio.getState().workflow?.selected ?? []);
      if (box === undefined) return flow.flowToScreenPosition(centre());
      return flow.flowToScreenPosition({ x: box.x, y: box.y + box.height + 8 });
    }
    return () => {
      studio.setState({ view: undefined });
    };
  }, [flow, store]);

  useEffect(() => {
    setStatesClipboard({ copiedText, deleteSelected, pasteText });
    return () => {
      setStatesClipboard(undefined);
    };
  }, []);

  const wasShown = useRef(false);
  useEffect(() => {
    if (!hasSize || !isLaidOut || wasShown.current) return;
    wasShown.current = true;
    requestAnimationFrame(() => {
      showWhole(flow, store.getState());
      const { workflow, view } = studio.getState();
      view?.reveal([...(workflow?.selected ?? [])]);
      const [selected] = workflow?.selected ?? [];
      const first = selected ?? workflowCanvas.getState().graph?.start;
      if (document.activeElement === document.body && first !== undefined) focusWhenDrawn(first, framesToWait);
    });
  }, [flow, store, hasSize, isLaidOut]);

  useEffect(
    () =>
      studio.subscribe((state, before) => {
        const [now, old] = [state.workflow?.selected, before.workflow?.selected];
        if (now === old || now?.size !== 1 || old === undefined) return;
        const [key] = now;
        if (key !== undefined) whenDrawn(key, framesToWait);
      }),
    [],
  );

  return { zoomLevel };
}

/** The layout of a new state comes some frames after it. */
const framesToWait = 30;

function focusWhenDrawn(key: FlowKey, frames: number): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    focusState(key);
    if (focusedState() === undefined && frames > 0) focusWhenDrawn(key, frames - 1);
  });
}

/** Shows a state that was chosen elsewhere or was just made, and takes the focus of the canvas along. */
function whenDrawn(key: FlowKey, frames: number): void {
  requestAnimationFrame(() => {
    const selected = studio.getState().workflow?.selected;
    if (selected?.has(key) !== true || focusedState() === key) return;
    if (stateElement(key) === undefined) {
      if (frames > 0) whenDrawn(key, frames - 1);
      return;
    }
    const isOnCanvas = focusedState() !== undefined || document.activeElement === document.body;
    if (isOnCanvas) focusState(key);
    studio.getState().view?.reveal([key]);
  });
}

/** The whole drawing, or its beginning where the whole would be too small to be read. */
function showWhole(flow: ReturnType<typeof useReactFlow>, { width }: { readonly width: number }): void {
  const { layout } = workflowCanvas.getState();
  const boxes = [...(layout?.boxes.values() ?? [])];
  if (boxes.length === 0) return;
  const box = union(boxes);
  void flow.fitView({ ...fitOptions(), duration: 0 }).then(() => {
    if (flow.getZoom() >= 0.6) return;
    const zoom = Math.max(0.6, Math.min(1, (width - 2 * margin) / box.width));
    const start = boxes[0];
    const middle = start === undefined ? box.x + box.width / 2 : start.x + start.width / 2;
    void flow.setViewport({ x: width / 2 - middle * zoom, y: margin - box.y * zoom, zoom });
  });
}

/** The one state that is selected. */
function onlySelected(): FlowKey | undefined {
  const selected = studio.getState().workflow?.selected;
  const [only] = selected ?? [];
  return selected?.size === 1 && only !== undefined && pathOfKey(only).length > 0 ? only : undefined;
}
