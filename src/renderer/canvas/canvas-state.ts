import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { NodeId, Point } from '../../model/design.js';
import type { Ways } from '../../system/system.js';
import type { Ends } from './connecting.js';

/** What the canvas shows for a moment: nothing of it belongs to the design. */
export interface CanvasState {
  /** A connection that is being drawn, from a port or by keyboard. */
  readonly connecting: { readonly from: NodeId; readonly ends: Ends; readonly over: string | undefined } | undefined;
  /** Several ways: the person chooses. */
  readonly chooser: { readonly from: NodeId; readonly to: NodeId; readonly ways: Ways; readonly at: Point } | undefined;
  /** Choosing the other end by keyboard. */
  readonly picker: { readonly from: NodeId; readonly ends: Ends; readonly at: Point } | undefined;
  /** Search for a service: at a place of the canvas, perhaps as the other end of a connection. */
  readonly insert: { readonly at: Point; readonly screen: Point; readonly from: NodeId | undefined } | undefined;
  readonly minimap: boolean;
  /** The area that dragged nodes would fall into. */
  readonly dropArea: string | undefined;
  /** Positions are animated to where a layout put them. */
  readonly isTidying: boolean;
}

export const canvasState = createStore<CanvasState>(() => ({
  connecting: undefined,
  chooser: undefined,
  picker: undefined,
  insert: undefined,
  minimap: false,
  dropArea: undefined,
  isTidying: false,
}));

/** A slice of the canvas's own state. */
export function useCanvas<Slice>(selector: (state: CanvasState) => Slice): Slice {
  return useStore(canvasState, selector);
}

/** Closes whatever floats above the drawing. */
export function closeFloating(): void {
  canvasState.setState({ connecting: undefined, chooser: undefined, picker: undefined, insert: undefined });
}
