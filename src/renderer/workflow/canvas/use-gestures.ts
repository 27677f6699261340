import {
  useReactFlow,
  useStoreApi,
  type NodeChange,
  type OnConnectEnd,
  type OnConnectStart,
  type OnNodeDrag,
} from '@xyflow/react';
import { useCallback, useRef, useState, type DragEvent, type MouseEvent, type PointerEvent } from 'react';
import { definitionEdits } from '../../../asl/edit/index.js';
import { pathOfKey, type FlowKey } from '../../../asl/flow-key.js';
import { placeStates } from '../../../editor/commands/place-states.js';
import { snap } from '../../../layout/define.js';
import type { Point } from '../../../model/design.js';
import { isOverDrawing } from '../../canvas/hit.js';
import { report } from '../../studio/report.js';
import { studio } from '../../studio/studio.js';
import { insertStateAt, paletteItemType, readItem } from '../palette/insert.js';
import { editWorkflow, selectStates } from '../workflow.js';
import { closeFloating, workflowCanvas } from './canvas-state.js';
import { connectOrAsk } from './connect.js';
import { movedBy, nothingMoved, originOf, outermost, stateUnder } from './dragging.js';
import { indexOf } from './graph-index.js';
import { placeAt } from './places.js';
import { isState, type WorkflowNode } from './types.js';

/** What the pointer does on the canvas of a workflow: select, drag, connect, drop from the palette. */
export function useWorkflowGestures() {
  const flow = useReactFlow();
  const store = useStoreApi();
  const [moved, setMoved] = useState(nothingMoved);
  /** What a box adds to: with Shift or Ctrl it keeps what was selected. */
  const base = useRef<ReadonlySet<FlowKey>>(new Set());
  const at = useCallback(
    ({ clientX, clientY }: { clientX: number; clientY: number }): Point =>
      flow.screenToFlowPosition({ x: clientX, y: clientY }),
    [flow],
  );

  const pointerDown = useCallback((event: PointerEvent): void => {
    const isOnPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
    const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
    base.current = isOnPane && isAdding ? (studio.getState().workflow?.selected ?? new Set()) : new Set();
  }, []);

  const nodesChange = useCallback(
    (changes: NodeChange<WorkflowNode>[]): void => {
      if (!changes.some(({ type }) => type === 'select')) return;
      const before = studio.getState().workflow?.selected ?? new Set<FlowKey>();
      const next = new Set(before);
      for (const change of changes)
        if (change.type === 'select' && isState(change.id)) {
          if (change.selected) next.add(change.id);
          else next.delete(change.id);
        }
      if (store.getState().userSelectionRect !== null) for (const key of base.current) next.add(key);
      if (next.size !== before.size || [...next].some((key) => !before.has(key))) selectStates(next);
      if (next.size > 0) workflowCanvas.setState({ line: undefined });
    },
    [store],
  );

  /** One of several that are selected, clicked without having been dragged, is selected alone. */
  const nodeClick = useCallback((event: MouseEvent, { id }: WorkflowNode): void => {
    const selected = studio.getState().workflow?.selected;
    if (event.shiftKey || event.ctrlKey || event.metaKey || selected === undefined) return;
    if (selected.size > 1 && selected.has(id)) selectStates([id]);
  }, []);

  const edgeClick = useCallback((_event: MouseEvent, { id }: { id: string }): void => {
    workflowCanvas.setState({ line: id });
    selectStates([]);
  }, []);

  const edgeEnter = useCallback((_event: MouseEvent, { id }: { id: string }): void => {
    workflowCanvas.setState({ hovered: id });
  }, []);
  const edgeLeave = useCallback((event: MouseEvent): void => {
    // Onto the button of the line itself.
    if (event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-line]') !== null) return;
    workflowCanvas.setState({ hovered: undefined });
  }, []);

  const paneClick = useCallback((): void => {
    workflowCanvas.setState({ line: undefined });
    if (base.current.size === 0) selectStates([]);
  }, []);

  /** Where the states that are dragged stood; outermost ones only. */
  const dragged = useRef<ReadonlySet<FlowKey>>(new Set());

  const dragStart: OnNodeDrag<WorkflowNode> = useCallback((_event, node, nodes) => {
    const { graph } = workflowCanvas.getState();
    closeFloating();
    if (graph === undefined) return;
    const keys = nodes.length === 0 ? [node.id] : nodes.map(({ id }) => id);
    dragged.current = new Set(outermost(keys.filter(isState), graph));
  }, []);

  const drag: OnNodeDrag<WorkflowNode> = useCallback(
    (event, node, nodes) => {
      const { graph, layout } = workflowCanvas.getState();
      if (graph === undefined || layout === undefined) return;
      const deltas = new Map<FlowKey, Point>();
      for (const { id, position } of nodes.length === 0 ? [node] : nodes) {
        const box = layout.boxes.get(id);
        if (box !== undefined && dragged.current.has(id))
          deltas.set(id, { x: position.x - box.x, y: position.y - box.y });
      }
      setMoved(movedBy(deltas, graph, layout));
      const drop = 'clientX' in event ? placeAt(at(event), graph, layout, dragged.current) : undefined;
      showDrop(drop !== undefined && isOwnFrame(drop.id, dragged.current) ? undefined : drop);
    },
    [at],
  );

  const dragStop: OnNodeDrag<WorkflowNode> = useCallback((_event, node, nodes) => {
    const { graph, layout, drop } = workflowCanvas.getState();
    const keys = dragged.current;
    dragged.current = new Set();
    workflowCanvas.setState({ drop: undefined });
    if (graph === undefined || layout === undefined || keys.size === 0) {
      setMoved(nothingMoved);
      return;
    }
    if (drop !== undefined) {
      setMoved(nothingMoved);
      editWorkflow(definitionEdits.moveStates, { states: [...keys].map(pathOfKey), to: drop.place });
      return;
    }
    const open = studio.getState().workflow;
    const states: Record<FlowKey, Point> = {};
    for (const { id, position } of nodes.length === 0 ? [node] : nodes) {
      const box = layout.boxes.get(id);
      if (!keys.has(id) || box === undefined || (box.x === position.x && box.y === position.y)) continue;
      const origin = originOf(id, graph, layout);
      const isInside = indexOf(graph).states.get(id)?.parent !== undefined;
      const x = snap(position.x - origin.x);
      const y = snap(position.y - origin.y);
      // A container encloses what is in it: it grows to the right and downwards.
      states[id] = isInside ? { x: Math.max(0, x), y: Math.max(0, y) } : { x, y };
    }
    if (open !== undefined && Object.keys(states).length > 0)
      studio.getState().editor.run(placeStates, { node: open.node, states });
    // The picture with the new places comes a moment later: until then they stay where they were dropped.
    setTimeout(() => {
      setMoved(nothingMoved);
    }, settleMilliseconds);
  }, []);

  const connectStart: OnConnectStart = useCallback((_event, { nodeId, handleId }) => {
    if (nodeId === null || !isState(nodeId)) return;
    closeFloating();
    workflowCanvas.setState({ drawing: { from: nodeId, kind: handleId === 'catch' ? 'catch' : 'way' } });
  }, []);

  const pointerMove = useCallback(
    (event: PointerEvent): void => {
      const { drawing, over, graph, layout } = workflowCanvas.getState();
      if (drawing === undefined || graph === undefined || layout === undefined) return;
      const key = stateUnder(at(event), graph, layout);
      const level = indexOf(graph).states.get(drawing.from)?.machine;
      // Of another level: the card that stands for it on this one.
      const target = targetOn(key, level?.key, graph);
      if (target !== over) workflowCanvas.setState({ over: target });
    },
    [at],
  );

  const connectEnd: OnConnectEnd = useCallback(
    (event) => {
      const { drawing, over } = workflowCanvas.getState();
      workflowCanvas.setState({ drawing: undefined, over: undefined });
      if (drawing === undefined) return;
      const screen = pointOf(event);
      if (over !== undefined) {
        // Dropped where it began: a click on a port.
        if (over !== drawing.from || distanceMoved(flow, drawing.from, screen)) connectOrAsk(drawing, over, screen);
      } else if (isOverDrawing(screen)) {
        const state = pathOfKey(drawing.from);
        workflowCanvas.setState({
          insert: {
            place: drawing.kind === 'catch' ? { kind: 'new-catch', state } : placeFrom(drawing.from),
            screen,
          },
        });
      }
    },
    [flow],
  );

  const dragOver = useCallback(
    (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes(paletteItemType)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const { graph, layout } = workflowCanvas.getState();
      if (graph !== undefined && layout !== undefined) showDrop(placeAt(at(event), graph, layout));
    },
    [at],
  );

  const dragLeave = useCallback((event: DragEvent): void => {
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
    showDrop(undefined);
  }, []);

  const drop = useCallback((event: DragEvent): void => {
    const item = readItem(event.dataTransfer.getData(paletteItemType));
    const found = workflowCanvas.getState().drop;
    showDrop(undefined);
    if (item === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    report(insertStateAt(found?.place ?? { kind: 'end', machine: [] }, item));
  }, []);

  const doubleClick = useCallback(
    (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (target === undefined || target.closest('button, input, .floating-bar, [role="dialog"]') !== null) return;
      const id = target.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;
      if (id !== undefined && isState(id)) {
        workflowCanvas.setState({ editing: id });
        return;
      }
      if (target.closest('.react-flow__pane') === null) return;
      const { graph, layout } = workflowCanvas.getState();
      if (graph === undefined || layout === undefined) return;
      const found = placeAt(at(event), graph, layout);
      workflowCanvas.setState({
        insert: {
          place: found?.place ?? { kind: 'end', machine: [] },
          screen: { x: event.clientX, y: event.clientY },
        },
      });
    },
    [at],
  );

  const contextMenu = useCallback((event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (target === undefined || target.closest('.react-flow') === null) return;
    if (target.closest('input, [role="dialog"], [role="menu"], .floating-bar') !== null) return;
    event.preventDefault();
    closeFloating();
    const id = target.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;
    const line =
      target.closest('[data-line]')?.getAttribute('data-line') ??
      target.closest('.react-flow__edge')?.getAttribute('data-id') ??
      undefined;
    const selected = studio.getState().workflow?.selected;
    if (id !== undefined && isState(id)) {
      if (selected?.has(id) !== true) selectStates([id]);
      workflowCanvas.setState({ line: undefined });
    } else {
      selectStates([]);
      workflowCanvas.setState({ line });
    }
    workflowCanvas.setState({ menu: { x: event.clientX, y: event.clientY } });
  }, []);

  return {
    moved,
    pointerDown,
    pointerMove,
    nodesChange,
    nodeClick,
    edgeClick,
    edgeEnter,
    edgeLeave,
    paneClick,
    dragStart,
    drag,
    dragStop,
    connectStart,
    connectEnd,
    dragOver,
    dragLeave,
    drop,
    doubleClick,
    contextMenu,
  };
}

/** Longer than the engine takes for the layout that follows a drag. */
const settleMilliseconds = 160;

function showDrop(drop: ReturnType<typeof placeAt>): void {
  if (workflowCanvas.getState().drop?.id !== drop?.id) workflowCanvas.setState({ drop });
}

/** Whether a frame is the one that the dragged states are in already: there a drag only places them. */
function isOwnFrame(id: string, keys: ReadonlySet<FlowKey>): boolean {
  const { graph } = workflowCanvas.getState();
  if (graph === undefined) return false;
  const machines = [...keys].map((key) => indexOf(graph).states.get(key)?.machine.key);
  return machines.some((machine) => machine !== undefined && id === `frame:${machine}`);
}

/** Where a state goes that is drawn out of another one: on the way from it. */
function placeFrom(from: FlowKey) {
  const { graph } = workflowCanvas.getState();
  const type = graph === undefined ? undefined : indexOf(graph).states.get(from)?.state.type;
  const state = pathOfKey(from);
  return type === 'Choice' ? ({ kind: 'default', state } as const) : ({ kind: 'next', state } as const);
}

/** The state itself, or the container around it that lies on a level; undefined: it lies elsewhere. */
function targetOn(
  key: FlowKey | undefined,
  machine: string | undefined,
  graph: Parameters<typeof indexOf>[0],
): FlowKey | undefined {
  const { states } = indexOf(graph);
  for (let at = key; at !== undefined; at = states.get(at)?.parent)
    if (states.get(at)?.machine.key === machine) return at;
  return key;
}

function distanceMoved(flow: ReturnType<typeof useReactFlow>, from: FlowKey, screen: Point): boolean {
  const { layout } = workflowCanvas.getState();
  const box = layout?.boxes.get(from);
  if (box === undefined) return false;
  const { x, y } = flow.screenToFlowPosition(screen);
  // Inside of its own card, well away from the ports at its border: a state that leads to itself.
  return x > box.x + 32 && x < box.x + box.width - 8 && y > box.y + 8 && y < box.y + box.height - 20;
}

function pointOf(event: globalThis.MouseEvent | TouchEvent): Point {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
