import {
  useReactFlow,
  useStoreApi,
  type EdgeChange,
  type NodeChange,
  type OnConnectEnd,
  type OnConnectStart,
} from '@xyflow/react';
import { useCallback, useState, type DragEvent, type MouseEvent, type PointerEvent } from 'react';
import type { Selection } from '../../editor/define.js';
import { nodeId, type Point } from '../../model/design.js';
import { editName } from '../inspector/name-field.js';
import { serviceDragType } from '../palette/services.js';
import { studio } from '../studio/studio.js';
import { canvasState } from './canvas-state.js';
import { beginConnecting, connectingOver, endConnecting, insertService } from './connecting.js';
import { dropAreaOf, movedBy, nothingMoved, type Moved } from './dragging.js';
import { drop } from './drop.js';
import { contextAt } from './quick-insert.js';
import { contextOf, isNodeId, type CanvasNode, type ConnectionEdge } from './types.js';

/** What the pointer does on the canvas: select, drag, connect, drop from the palette. */
export function useGestures() {
  const flow = useReactFlow();
  const store = useStoreApi();
  const [moved, setMoved] = useState<Moved>(nothingMoved);

  const nodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]): void => {
      selectNodes(changes);
      if (!changes.some((change) => change.type === 'position')) return;
      const { design } = studio.getState();
      const isDragging = changes.some((change) => change.type === 'position' && change.dragging === true);
      setMoved((before) => {
        const next = movedBy(changes, before, design);
        if (isDragging) canvasState.setState({ dropArea: dropAreaOf(design, next) });
        return next;
      });
      if (isDragging) return;
      setMoved((last) => {
        queueMicrotask(() => {
          canvasState.setState({ dropArea: undefined });
          if (last.size > 0) drop(last);
        });
        return nothingMoved;
      });
    },
    [setMoved],
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
      editor.select({ ...selection, connections });
    },
    [flow, store],
  );

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
      if (target?.closest('.react-flow__pane') === null || target === undefined) return;
      if (studio.getState().preview !== undefined) return;
      if (target.closest('.area-title, .node-card') !== null) {
        editName();
        return;
      }
      if (target.closest('.react-flow__edge, .react-flow__edgelabel-renderer') !== null) return;
      const screen = { x: event.clientX, y: event.clientY };
      canvasState.setState({ insert: { at: flow.screenToFlowPosition(screen), screen, from: undefined } });
    },
    [flow],
  );

  return {
    moved,
    nodesChange,
    edgesChange,
    connectStart,
    connectEnd,
    pointerMove,
    dragOver,
    dropService,
    doubleClick,
  };
}

function selectNodes(changes: readonly NodeChange<CanvasNode>[]): void {
  if (!changes.some((change) => change.type === 'select')) return;
  const { editor } = studio.getState();
  const { selection } = editor.getState();
  const next: Selection & { nodes: Set<string>; contexts: Set<string> } = {
    ...selection,
    nodes: new Set(selection.nodes),
    contexts: new Set(selection.contexts),
  };
  for (const change of changes) {
    if (change.type !== 'select') continue;
    const context = contextOf(change.id);
    const set = context === undefined ? next.nodes : next.contexts;
    if (change.selected) set.add(context ?? change.id);
    else set.delete(context ?? change.id);
  }
  editor.select(next);
}

const idsOfLine = (ids: unknown, id: string): readonly string[] => (typeof ids === 'string' ? ids.split('\n') : [id]);

function pointOf(event: globalThis.MouseEvent | TouchEvent): Point {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}

/** The node whose card lies at a point of the window. */
function nodeUnder({ x, y }: Point): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest('.react-flow__node')?.getAttribute('data-id');
    if (id !== null && id !== undefined && isNodeId(id)) return id;
  }
  return undefined;
}

const isOverDrawing = ({ x, y }: Point): boolean => document.elementFromPoint(x, y)?.closest('.react-flow') !== null;
