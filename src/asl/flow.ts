import { lookup, type Json } from '../model/design.js';
import { asText, isObject, type QueryLanguage, type State, type StateMachine } from './definition.js';
import type { Path } from './document.js';
import { flowKey, type FlowKey } from './flow-key.js';
import { catcherLabel, ruleLabel } from './flow-labels.js';
import { backwardTransitions } from './flow-loops.js';
import { shareUnchanged } from './share.js';
import { readResource, type TaskResource } from './tasks.js';
import { reachedFrom, transitionsIn, type Transition, type TransitionRef } from './transitions.js';

/** A definition as a picture needs it: plain data, machines inside of states, every state once. */
export interface WorkflowMachine {
  readonly key: FlowKey;
  readonly path: Path;
  readonly role: 'definition' | 'branch' | 'processor';
  readonly queryLanguage: QueryLanguage;
  readonly comment: string | undefined;
  /** Where it starts; undefined where StartAt leads nowhere. */
  readonly start: FlowKey | undefined;
  readonly states: readonly WorkflowState[];
  readonly transitions: readonly WorkflowTransition[];
}

export interface WorkflowState {
  readonly key: FlowKey;
  readonly path: Path;
  readonly name: string;
  /** As written; '' where it is missing. */
  readonly type: string;
  readonly queryLanguage: QueryLanguage;
  readonly comment: string | undefined;
  /** From the start of its machine. */
  readonly isReachable: boolean;
  readonly isStart: boolean;
  /** Ends its machine: End, Succeed, Fail. */
  readonly isEnd: boolean;
  readonly retriers: number;
  /** Of a Task. */
  readonly task: WorkflowTask | undefined;
  /** Of a Map. */
  readonly map: WorkflowMap | undefined;
  /** The branches of a Parallel, the processor of a Map. */
  readonly machines: readonly WorkflowMachine[];
}

export interface WorkflowTask extends TaskResource {
  readonly resource: string;
}

export interface WorkflowMap {
  readonly mode: 'INLINE' | 'DISTRIBUTED';
  /** Of a distributed Map's child workflows. */
  readonly executionType: string | undefined;
  /** As written: a number, an expression or a path. */
  readonly concurrency: Json | undefined;
  readonly items: Json | undefined;
  readonly reader: WorkflowMapResource | undefined;
  readonly batcher: WorkflowMapBatcher | undefined;
  readonly writer: WorkflowMapResource | undefined;
  readonly toleratedFailurePercentage: Json | undefined;
  readonly toleratedFailureCount: Json | undefined;
  readonly label: string | undefined;
}

export interface WorkflowMapResource {
  readonly path: Path;
  readonly resource: string;
}

export interface WorkflowMapBatcher {
  readonly path: Path;
  readonly items: Json | undefined;
  readonly bytes: Json | undefined;
}

export interface WorkflowTransition {
  /** Of the place in the text that names the target. */
  readonly key: FlowKey;
  readonly ref: TransitionRef;
  readonly path: Path;
  readonly kind: TransitionRef['kind'];
  /** Undefined: the start of the machine. */
  readonly from: FlowKey | undefined;
  /** Undefined: there is no state of the name. */
  readonly to: FlowKey | undefined;
  readonly target: string;
  /** The condition of a rule, the errors of a catcher, in short; else ''. */
  readonly label: string;
  /** Comes back to a state that the way here went through. */
  readonly isLoop: boolean;
}

/**
 * Projects a definition for a picture. What is the same as in the projection before is the same object, so that a view
 * renders only what changed.
 */
export function workflowGraph(tree: StateMachine, before?: WorkflowMachine): WorkflowMachine {
  const graph = projectMachine(tree, 'definition');
  return before === undefined ? graph : shareUnchanged(before, graph);
}

function projectMachine(machine: StateMachine, role: WorkflowMachine['role']): WorkflowMachine {
  const reached = reachedFrom(machine);
  const transitions = [...transitionsIn(machine)];
  const loops = backwardTransitions(machine);
  const keyOf = (name: string): FlowKey | undefined => {
    const state = machine.states.get(name);
    return state && flowKey(state.path);
  };
  return {
    key: flowKey(machine.path),
    path: machine.path,
    role,
    queryLanguage: machine.queryLanguage,
    comment: asText(lookup(machine.fields, 'Comment')),
    start: machine.startAt === undefined ? undefined : keyOf(machine.startAt),
    states: [...machine.states.values()].map((state) => projectState(state, machine, reached)),
    transitions: transitions.map((transition) => {
      const key = flowKey(transition.path);
      const { ref, path, target } = transition;
      const from = ref.kind === 'start' ? undefined : ref.state;
      return {
        key,
        ref,
        path,
        kind: ref.kind,
        from: from && flowKey(from),
        to: keyOf(target),
        target,
        label: labelOf(machine, transition),
        isLoop: loops.has(key),
      };
    }),
  };
}

function labelOf(machine: StateMachine, { ref }: Transition): string {
  if (ref.kind !== 'choice' && ref.kind !== 'catch') return '';
  const state = machine.states.get(ref.state.at(-1) ?? '');
  const items = state && lookup(state.fields, ref.kind === 'choice' ? 'Choices' : 'Catch');
  const item = Array.isArray(items) ? (items as readonly Json[])[ref.index] : undefined;
  if (!isObject(item)) return '';
  return ref.kind === 'choice' ? ruleLabel(item) : catcherLabel(item);
}

function projectState(state: State, machine: StateMachine, reached: ReadonlySet<string>): WorkflowState {
  const { path, name, type, fields, queryLanguage } = state;
  const resource = asText(lookup(fields, 'Resource')) ?? '';
  const retriers = lookup(fields, 'Retry');
  return {
    key: flowKey(path),
    path,
    name,
    type,
    queryLanguage,
    comment: asText(lookup(fields, 'Comment')),
    isReachable: reached.has(name),
    isStart: machine.startAt === name,
    isEnd: state.end || type === 'Succeed' || type === 'Fail',
    retriers: Array.isArray(retriers) ? retriers.length : 0,
    task: type === 'Task' ? { ...readResource(resource), resource } : undefined,
    map: type === 'Map' ? projectMap(state) : undefined,
    machines: [
      ...state.branches.map((branch) => projectMachine(branch, 'branch')),
      ...(state.itemProcessor === undefined ? [] : [projectMachine(state.itemProcessor, 'processor')]),
    ],
  };
}

function projectMap({ fields, path, itemProcessor }: State): WorkflowMap {
  const config = itemProcessor && lookup(itemProcessor.fields, 'ProcessorConfig');
  const either = (key: string): Json | undefined => lookup(fields, key) ?? lookup(fields, `${key}Path`);
  const resourceOf = (key: string): WorkflowMapResource | undefined => {
    const value = lookup(fields, key);
    return isObject(value) ? { path: [...path, key], resource: asText(lookup(value, 'Resource')) ?? '' } : undefined;
  };
  const batcher = lookup(fields, 'ItemBatcher');
  return {
    mode: isObject(config) && lookup(config, 'Mode') === 'DISTRIBUTED' ? 'DISTRIBUTED' : 'INLINE',
    executionType: isObject(config) ? asText(lookup(config, 'ExecutionType')) : undefined,
    concurrency: either('MaxConcurrency'),
    items: lookup(fields, 'Items') ?? lookup(fields, 'ItemsPath'),
    reader: resourceOf('ItemReader'),
    batcher: isObject(batcher)
      ? {
          path: [...path, 'ItemBatcher'],
          items: lookup(batcher, 'MaxItemsPerBatch') ?? lookup(batcher, 'MaxItemsPerBatchPath'),
          bytes: lookup(batcher, 'MaxInputBytesPerBatch') ?? lookup(batcher, 'MaxInputBytesPerBatchPath'),
        }
      : undefined,
    writer: resourceOf('ResultWriter'),
    toleratedFailurePercentage: either('ToleratedFailurePercentage'),
    toleratedFailureCount: either('ToleratedFailureCount'),
    label: asText(lookup(fields, 'Label')),
  };
}

/** Every state of a projection, those inside a state after it. */
export function* walkWorkflow(machine: WorkflowMachine): Generator<WorkflowState> {
  for (const state of machine.states) {
    yield state;
    for (const inside of state.machines) yield* walkWorkflow(inside);
  }
}
