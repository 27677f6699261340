import type { ReactFlowInstance } from '@xyflow/react';
import type { CanvasNode, ConnectionData, ConnectionEdge } from './types.js';

/** The drawing on screen, for what happens outside of React. */
let drawing: ReactFlowInstance<CanvasNode, ConnectionEdge> | undefined;

/** The canvas says what it draws with; undefined: it is gone. */
export function setDrawing(flow: ReactFlowInstance<CanvasNode, ConnectionEdge> | undefined): void {
  drawing = flow;
}

/** A line as it is drawn. */
export const lineOf = (id: string): ConnectionData | undefined => drawing?.getEdge(id)?.data;

/** The connections that a line stands for. */
export const idsOfEdge = (id: string): readonly string[] => lineOf(id)?.ids.split('\n') ?? [id];
