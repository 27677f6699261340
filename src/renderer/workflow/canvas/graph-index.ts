import type { Path } from '../../../asl/document.js';
import type { FlowKey } from '../../../asl/flow-key.js';
import type { WorkflowMachine, WorkflowState, WorkflowTransition } from '../../../asl/flow.js';
import type { TransitionRef } from '../../../asl/transitions.js';
import { endLine, endMark, startMark } from '../../../layout/workflow/define.js';

/** A line of the picture: a transition, or the way to the end of a machine. */
export interface IndexedLine {
  readonly id: string;
  /** Where a state goes that is put onto it. */
  readonly ref: TransitionRef;
  readonly from: string;
  readonly to: string;
  readonly transition: WorkflowTransition | undefined;
}

export interface IndexedState {
  readonly state: WorkflowState;
  readonly machine: WorkflowMachine;
  /** The container that its machine is in. */
  readonly parent: FlowKey | undefined;
  readonly depth: number;
}

/** What gestures look up in a graph. */
export interface GraphIndex {
  /** In the order of the text. */
  readonly states: ReadonlyMap<FlowKey, IndexedState>;
  readonly lines: ReadonlyMap<string, IndexedLine>;
  readonly machines: ReadonlyMap<string, { readonly path: Path; readonly depth: number; readonly parent: FlowKey }>;
}

const indexes = new WeakMap<WorkflowMachine, GraphIndex>();

export function indexOf(graph: WorkflowMachine): GraphIndex {
  const known = indexes.get(graph);
  if (known !== undefined) return known;
  const states = new Map<FlowKey, IndexedState>();
  const lines = new Map<string, IndexedLine>();
  const machines = new Map<string, { path: Path; depth: number; parent: FlowKey }>();
  const add = (machine: WorkflowMachine, parent: FlowKey | undefined, depth: number): void => {
    for (const state of machine.states) {
      states.set(state.key, { state, machine, parent, depth });
      for (const inside of state.machines) {
        machines.set(inside.key, { path: inside.path, depth: depth + 1, parent: state.key });
        add(inside, state.key, depth + 1);
      }
      if (state.isEnd && state.type !== 'Fail' && state.isReachable)
        lines.set(endLine(state.key), {
          id: endLine(state.key),
          ref: { kind: 'next', state: state.path },
          from: state.key,
          to: endMark(machine.key),
          transition: undefined,
        });
    }
    for (const transition of machine.transitions) {
      const { key, ref, from = startMark(machine.key), to } = transition;
      if (to !== undefined) lines.set(key, { id: key, ref, from, to, transition });
    }
  };
  add(graph, undefined, 0);
  const index = { states, lines, machines };
  indexes.set(graph, index);
  return index;
}

/** A state with everything inside of it. */
export function* withInside(state: WorkflowState): Generator<WorkflowState> {
  yield state;
  for (const machine of state.machines) for (const inside of machine.states) yield* withInside(inside);
}
