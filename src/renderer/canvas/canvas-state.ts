import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Box, NodeId, Point } from '../../model/design.js';
import type { Ways } from '../../system/system.js';
import type { Ends } from './connecting.js';
import type { Stroke } from './snapping.js';

/** What the canvas shows for a moment: nothing of it belongs to the design. */
export interface CanvasState {
  /** A connection that is being drawn, from a port or by keyboard, or one of whose ends is being moved. */
  readonly connecting: { readonly from: NodeId; readonly ends: Ends; readonly over: string | undefined } | undefined;
  /** Several ways: the person chooses. */
  readonly chooser: { readonly from: NodeId; readonly to: NodeId; readonly ways: Ways; readonly at: Point } | undefined;
  /** Choosing the other end by keyboard. */
  readonly picker: { readonly from: NodeId; readonly ends: Ends; readonly at: Point } | undefined;
  /** Search for a service: at a place of the canvas, perhaps as the other end of a connection. */
  readonly insert: { readonly at: Point; readonly screen: Point; readonly from: NodeId | undefined } | undefined;
  /** Search for a service in place of a node. */
  readonly replacing: { readonly node: NodeId; readonly at: Point } | undefined;
  /** The menu of what is selected, at a point of the window. */
  readonly menu: { readonly at: Point } | undefined;
  /** Where the menu was whose command runs at the moment: what it adds goes there. */
  readonly askedAt: Point | undefined;
  /** A name or a note that is edited where it stands, by its id on the canvas. */
  readonly editing: string | undefined;
  readonly minimap: boolean;
  /** The area that dragged nodes would fall into. */
  readonly dropArea: string | undefined;
  /** Something is being moved, resized or bent. */
  readonly isDragging: boolean;
  /** What the drag came in line with. */
  readonly guides: Guides | undefined;
  /** Where copies of what is dragged would go. */
  readonly copies: readonly Copy[];
  /** Positions are animated to where a layout put them. */
  readonly isTidying: boolean;
}

export interface Guides {
  readonly lines: readonly Stroke[];
  readonly distances: readonly Stroke[];
}

export interface Copy {
  readonly id: string;
  readonly box: Box;
  readonly label: string;
}

const nothingFloats = {
  connecting: undefined,
  chooser: undefined,
  picker: undefined,
  insert: undefined,
  replacing: undefined,
} as const;

const nothingDragged = { dropArea: undefined, isDragging: false, guides: undefined, copies: [] } as const;

export const canvasState = createStore<CanvasState>(() => ({
  ...nothingFloats,
  ...nothingDragged,
  menu: undefined,
  askedAt: undefined,
  editing: undefined,
  minimap: false,
  isTidying: false,
}));

/** A slice of the canvas's own state. */
export function useCanvas<Slice>(selector: (state: CanvasState) => Slice): Slice {
  return useStore(canvasState, selector);
}

/** Closes whatever floats above the drawing. */
export function closeFloating(): void {
  canvasState.setState(nothingFloats);
}

/** Takes away what is shown of a drag. */
export function endDragging(): void {
  canvasState.setState(nothingDragged);
}
