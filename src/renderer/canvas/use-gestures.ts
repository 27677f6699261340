import {
  useReactFlow,
  useStoreApi,
  type EdgeChange,
  type NodeChange,
  type OnConnectEnd,
  type OnConnectStart,
} from '@xyflow/react';
import { useCallback, useRef, type DragEvent, type MouseEvent, type PointerEvent } from 'react';
import { emptySelection, type Selection } from '../../editor/define.js';
import { nodeId, type Point } from '../../model/design.js';
import { serviceDragType } from '../palette/service-drag.js';
import { studio } from '../studio/studio.js';
import { openWorkflow } from '../studio/open-workflow.js';
import { canvasState } from './canvas-state.js';
import { beginConnecting, connectingOver, endConnecting, insertService } from './connecting.js';
import { isOverDrawing, nodeUnder, thingUnder } from './hit.js';
import { contextAt } from './quick-insert.js';
import { isSelected } from './keyboard.js';
import { joined, selectOnCanvas } from './select.js';
import { contextOf, isNodeId, noteOf, type CanvasNode, type ConnectionEdge } from './types.js';
import type { DrawingFeed } from './drawing-feed.js';
import { useDragging } from './use-dragging.js';

/** What the pointer does on the canvas: select, drag, connect, drop from the palette. */
export function useGestures(feed: DrawingFeed) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const { positionsChanged } = useDragging(feed);
  /** What a box adds to: with Shift or Ctrl it keeps what was selected. */
  const base = useRef<Selection>(emptySelection);
  const isPressed = useRef(false);

  const pointerDown = useCallback((event: PointerEvent): void => {
    isPressed.current = event.button === 0;
    const isOnPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
    const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
    base.current = isOnPane && isAdding ? studio.getState().editor.getState().selection : emptySelection;
  }, []);
  const pointerUp = useCallback((): void => {
    isPressed.current = false;
  }, []);

  const nodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]): void => {
      const isBox = store.getState().userSelectionRect !== null;
      if (!(isPressed.current && !isBox && isUnselectingOne(changes))) selectNodes(changes, base.current);
      positionsChanged(changes);
    },
    [positionsChanged, store],
  );

  const edgesChange = useCallback(
    (changes: EdgeChange<ConnectionEdge>[]): void => {
      // A box drawn around nodes takes the nodes: their connections follow them anyway.
      if (
        store.getState().userSelectionActive &&
        changes.every((change) => change.type === 'select' && change.selected)
      )
        return;
      const { editor } = studio.getState();
      const { selection } = editor.getState();
      const connections = new Set(selection.connections);
      for (const change of changes) {
        if (change.type !== 'select') continue;
        for (const id of idsOfLine(flow.getEdge(change.id)?.data?.['ids'], change.id))
          if (change.selected) connections.add(id);
          else connections.delete(id);
      }
      editor.select(
        joined({ ...selection, connections }, { ...emptySelection, connections: base.current.connections }),
      );
    },
    [flow, store],
  );

  /** One of several that are selected, clicked without having been dragged, is selected alone. */
  const nodeClick = useCallback((event: MouseEvent, { id }: CanvasNode): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) return;
    const { nodes, contexts, notes, connections } = studio.getState().selection;
    if (nodes.size + contexts.size + notes.size + connections.size > 1 && isSelected(id)) selectOnCanvas([id]);
  }, []);

  const connectStart: OnConnectStart = useCallback((_event, { nodeId: from }) => {
    if (from !== null && isNodeId(from)) beginConnecting(nodeId(from));
  }, []);

  const connectEnd: OnConnectEnd = useCallback(
    (event) => {
      const { connecting } = canvasState.getState();
      if (connecting === undefined) return;
      const at = pointOf(event);
      const over = nodeUnder(at);
      canvasState.setState({ connecting: undefined });
      if (over === connecting.from) return;
      if (over !== undefined) endConnecting(connecting.from, nodeId(over), at);
      else if (isOverDrawing(at))
        canvasState.setState({
          insert: { at: flow.screenToFlowPosition(at), screen: at, from: connecting.from },
        });
    },
    [flow],
  );

  const pointerMove = useCallback((event: PointerEvent): void => {
    if (canvasState.getState().connecting === undefined) return;
    connectingOver(nodeUnder({ x: event.clientX, y: event.clientY }));
  }, []);

  const dragOver = useCallback(
    (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes(serviceDragType)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const dropArea = contextAt(studio.getState().design, at);
      if (canvasState.getState().dropArea !== dropArea) canvasState.setState({ dropArea });
    },
    [flow],
  );

  const dropService = useCallback(
    (event: DragEvent): void => {
      const service = event.dataTransfer.getData(serviceDragType);
      canvasState.setState({ dropArea: undefined });
      if (service === '') return;
      event.preventDefault();
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      insertService(service, at, contextAt(studio.getState().design, at), undefined);
    },
    [flow],
  );

  const doubleClick = useCallback(
    (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (target === undefined || target.closest('.react-flow__pane') === null) return;
      if (studio.getState().preview !== undefined) return;
      const thing = thingUnder(target);
      if (thing !== undefined) {
        if (!openWorkflow(thing)) canvasState.setState({ editing: thing });
        return;
      }
      if (target.closest('.react-flow__edge, .react-flow__edgelabel-renderer, .react-flow__viewport-portal') !== null)
        return;
      const screen = { x: event.clientX, y: event.clientY };
      canvasState.setState({ insert: { at: flow.screenToFlowPosition(screen), screen, from: undefined } });
    },
    [flow],
  );

  return {
    nodesChange,
    edgesChange,
    nodeClick,
    connectStart,
    connectEnd,
    pointerDown,
    pointerMove,
    pointerUp,
    dragOver,
    dropService,
    doubleClick,
  };
}

/** Shift begins a drag of the selection as often as it takes a node out of it: only the click at the end does that. */
function isUnselectingOne(changes: readonly NodeChange<CanvasNode>[]): boolean {
  const [change] = changes;
  return changes.length === 1 && change?.type === 'select' && !change.selected;
}

function selectNodes(changes: readonly NodeChange<CanvasNode>[], base: Selection): void {
  if (!changes.some((change) => change.type === 'select')) return;
  const { editor } = studio.getState();
  const { selection } = editor.getState();
  const next = {
    ...selection,
    nodes: new Set(selection.nodes),
    contexts: new Set(selection.contexts),
    notes: new Set(selection.notes),
  };
  for (const change of changes) {
    if (change.type !== 'select') continue;
    const [context, note] = [contextOf(change.id), noteOf(change.id)];
    const set = context !== undefined ? next.contexts : note !== undefined ? next.notes : next.nodes;
    if (change.selected) set.add(context ?? note ?? change.id);
    else set.delete(context ?? note ?? change.id);
  }
  editor.select(joined(next, base));
}

const idsOfLine = (ids: unknown, id: string): readonly string[] => (typeof ids === 'string' ? ids.split('\n') : [id]);

function pointOf(event: globalThis.MouseEvent | TouchEvent): Point {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
