import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Place } from '../../../asl/edit/place.js';
import type { FlowKey } from '../../../asl/flow-key.js';
import type { WorkflowMachine } from '../../../asl/flow.js';
import type { WorkflowLayout } from '../../../layout/workflow/define.js';
import type { Point } from '../../../model/design.js';
import type { CatchPlace } from '../palette/caught-into.js';

/** A line that is being drawn from a state: the way on, or what to do when it fails. */
export interface Drawing {
  readonly from: FlowKey;
  readonly kind: 'way' | 'catch';
}

/** What the canvas of a workflow shows for a moment: nothing of it belongs to the design. */
export interface WorkflowCanvasState {
  /** What is drawn at the moment, for gestures: the graph and where it lies. */
  readonly graph: WorkflowMachine | undefined;
  readonly layout: WorkflowLayout | undefined;
  /** Containers whose inside is hidden. */
  readonly collapsed: ReadonlySet<FlowKey>;
  /** The selected transition, by its key or that of a line to the end. */
  readonly line: string | undefined;
  /** The transition under the pointer. */
  readonly hovered: string | undefined;
  /** The line that what is dragged would go onto, or the frame that it would go into, by its id on the canvas. */
  readonly drop: { readonly id: string; readonly place: Place } | undefined;
  readonly drawing: Drawing | undefined;
  /** The state that the line which is drawn would lead to. */
  readonly over: FlowKey | undefined;
  /** Search for a state to put in a place. */
  readonly insert: { readonly place: Place | CatchPlace; readonly screen: Point } | undefined;
  /** Choosing what kind of way a line from a Choice becomes. */
  readonly ways: { readonly from: FlowKey; readonly to: FlowKey; readonly screen: Point } | undefined;
  /** Choosing the state to connect to, by keyboard. */
  readonly picker: (Drawing & { readonly screen: Point }) | undefined;
  readonly menu: Point | undefined;
  readonly editing: FlowKey | undefined;
  readonly minimap: boolean;
  readonly isTidying: boolean;
}

const nothingFloats = { insert: undefined, ways: undefined, picker: undefined } as const;

const nothing: WorkflowCanvasState = {
  graph: undefined,
  layout: undefined,
  collapsed: new Set(),
  line: undefined,
  hovered: undefined,
  drop: undefined,
  drawing: undefined,
  over: undefined,
  ...nothingFloats,
  menu: undefined,
  editing: undefined,
  minimap: false,
  isTidying: false,
};

export const workflowCanvas = createStore<WorkflowCanvasState>(() => nothing);

export function useWorkflowCanvas<Slice>(selector: (state: WorkflowCanvasState) => Slice): Slice {
  return useStore(workflowCanvas, selector);
}

/** Closes whatever floats above the drawing. */
export function closeFloating(): void {
  workflowCanvas.setState(nothingFloats);
}

/** Forgets what concerned the workflow before. */
export function resetCanvas(): void {
  const { minimap } = workflowCanvas.getState();
  workflowCanvas.setState({ ...nothing, minimap });
}

/** Hides or shows the inside of containers. */
export function toggleCollapsed(keys: Iterable<FlowKey>): void {
  workflowCanvas.setState(({ collapsed }) => {
    const next = new Set(collapsed);
    for (const key of keys) if (!next.delete(key)) next.add(key);
    return { collapsed: next };
  });
}
