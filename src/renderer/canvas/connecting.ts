import { connect } from '../../editor/commands/connect.js';
import { addNode } from '../../editor/commands/add-node.js';
import { entries, nodeId, type NodeId, type Point } from '../../model/design.js';
import { legalEnds, waysToConnect } from '../../system/ways.js';
import type { Way } from '../../system/system.js';
import { studio } from '../studio/studio.js';
import { canvasState, closeFloating } from './canvas-state.js';

/** For each node: in how many ways a connection can end there, or why it cannot. */
export type Ends = ReturnType<typeof legalEnds>;

/** Where a connection from a node can end, in the present design. */
export const legalEndsFrom = (from: NodeId): Ends => legalEnds(studio.getState().system, from);

/** Begins to draw a connection: from now on legal ends are lit. */
export function beginConnecting(from: NodeId): void {
  canvasState.setState({ connecting: { from, ends: legalEndsFrom(from), over: undefined } });
}

/** Tells which node is under the pointer. */
export function connectingOver(over: string | undefined): void {
  const { connecting } = canvasState.getState();
  if (connecting !== undefined && connecting.over !== over)
    canvasState.setState({ connecting: { ...connecting, over } });
}

/** Ends a connection on a node: at once where there is one way, else through the chooser. */
export function endConnecting(from: NodeId, to: NodeId, at: Point): void {
  const { system } = studio.getState();
  const ways = waysToConnect(system, from, to);
  const [first] = ways.ways;
  if (from === to || first === undefined) {
    closeFloating();
    return;
  }
  if (ways.ways.length === 1) connectBy(from, to, first);
  else canvasState.setState({ connecting: undefined, picker: undefined, chooser: { from, to, ways, at } });
}

/** Connects two nodes in the chosen way. */
export function connectBy(from: NodeId, to: NodeId, way: Way): void {
  closeFloating();
  studio.getState().editor.run(connect, { from, to, way: way.id });
}

/** Puts a service on the canvas, into the context that lies there, and connects it where it was asked for. */
export function insertService(service: string, at: Point, context: string | undefined, from: NodeId | undefined): void {
  const { editor, language, design } = studio.getState();
  closeFloating();
  const area = entries(design.contexts).find(([id]) => id === context);
  const inside = area === undefined ? {} : { context: area[0] };
  editor.run(addNode, { service, placement: { at }, language, ...inside });
  const [added] = editor.getState().selection.nodes;
  if (from === undefined || added === undefined) return;
  endConnecting(from, nodeId(added), screenPoint(at));
}

let toScreen: (point: Point) => Point = (point) => point;

/** The canvas tells how its coordinates lie on the screen. */
export function setScreenProjection(project: (point: Point) => Point): void {
  toScreen = project;
}

export const screenPoint = (point: Point): Point => toScreen(point);
