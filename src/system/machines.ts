import { parseDefinition, type ParsedDefinition } from '../asl/definition.js';
import { tasksOf, type Task } from '../asl/tasks.js';
import { emptyDefinition } from '../catalog/services/state-machine.js';
import { lookup, type Definition, type NodeId } from '../model/design.js';
import { sameInEveryLanguage, type Localized } from '../model/localized.js';
import { mapCalls } from './map-calls.js';
import { referenceKind } from './references.js';
import { callsNodes, namedTargetOf, unnamedTargetOf, type TaskTarget } from './task-targets.js';
import type { SystemConnection, SystemNode } from './system.js';

/** The kind of connections that follow from the Task states of a state machine. */
export const taskKind = 'task';

/** A Task state, or a Map that reads or writes S3, with the node that it calls; undefined: none that the design shows. */
export interface MachineTask {
  readonly task: Task;
  readonly found: TaskTarget | undefined;
}

/** What the definition of a state machine says, and what it was resolved with. */
export interface ResolvedMachine {
  readonly machine: SystemNode;
  readonly definition: Definition;
  readonly tasks: readonly MachineTask[];
  readonly connections: readonly SystemConnection[];
  /** The nodes that its substitutions name, there or not. */
  readonly reads: ReadonlySet<NodeId>;
  /** A Task whose node no substitution names: any node can be the one. */
  readonly readsAll: boolean;
}

/** Id of the connection from a state machine to a node that its Task states call. */
export const taskConnectionId = (machine: NodeId, target: NodeId): string => `${taskKind}:${machine}:${target}`;

/** The connections that follow from the definition of a state machine. */
export function resolveMachine(machine: SystemNode, nodes: ReadonlyMap<NodeId, SystemNode>): ResolvedMachine {
  const definition = machine.node.definition ?? emptyDefinition;
  let readsAll = false;
  const tasks = readDefinition(definition).tasks.map((task): MachineTask => {
    if (!callsNodes(task)) return { task, found: undefined };
    const named = namedTargetOf(task, definition, nodes);
    if (named !== undefined) return { task, found: named };
    readsAll = true;
    return { task, found: unnamedTargetOf(task, machine, nodes) };
  });
  const byTarget = new Map<NodeId, TaskTarget[]>();
  for (const { found } of tasks)
    if (found !== undefined) byTarget.set(found.target.id, [...(byTarget.get(found.target.id) ?? []), found]);
  return {
    machine,
    definition,
    tasks,
    connections: [
      ...[...byTarget].map(([target, calls]) => connectionOf(machine.id, target, calls)),
      ...namedOnly(machine, definition, nodes, byTarget),
    ],
    reads: new Set(
      Object.values(definition.substitutions).flatMap((stands) => ('node' in stands ? [stands.node] : [])),
    ),
    readsAll,
  };
}

/**
 * What the substitutions of an imported machine name and no Task is seen to call: a cluster beside its task, or anything
 * where the file of the definition was not among those that were opened.
 */
function namedOnly(
  machine: SystemNode,
  { substitutions }: Definition,
  nodes: ReadonlyMap<NodeId, SystemNode>,
  called: ReadonlyMap<NodeId, unknown>,
): readonly SystemConnection[] {
  if (machine.node.adopted === undefined) return [];
  const found = new Map<NodeId, SystemConnection>();
  for (const [name, stands] of Object.entries(substitutions)) {
    if (!('node' in stands) || stands.node === machine.id) continue;
    if (called.has(stands.node) || found.has(stands.node) || !nodes.has(stands.node)) continue;
    found.set(stands.node, {
      id: `reference:${machine.id}:${stands.node}`,
      kind: referenceKind,
      from: machine.id,
      to: stands.node,
      props: {},
      definition: undefined,
      origin: 'reference',
      label: sameInEveryLanguage(name),
      delivery: 'async',
    });
  }
  return [...found.values()];
}

interface Reading extends ParsedDefinition {
  readonly tasks: readonly Task[];
}

/** Reading is the dear part; a definition is immutable, so it is done once for each. */
const readings = new WeakMap<Definition, Reading>();

/** The tree of a definition with its Task states, read once. */
export function readDefinition(definition: Definition): Reading {
  const known = readings.get(definition);
  if (known !== undefined) return known;
  const parsed = parseDefinition(definition.text, definition.format);
  const reading = {
    ...parsed,
    tasks: parsed.tree === undefined ? [] : [...tasksOf(parsed.tree), ...mapCalls(parsed.tree)],
  };
  readings.set(definition, reading);
  return reading;
}

/** Whether a machine means the same as before, when only some nodes changed. */
export const sameMachine = (
  before: ResolvedMachine | undefined,
  machine: SystemNode,
  changed: ReadonlySet<NodeId>,
): before is ResolvedMachine =>
  before?.machine === machine &&
  (changed.size === 0 || (!before.readsAll && [...before.reads].every((id) => !changed.has(id))));

const words = (action: string): string => {
  const name = action.replace(/^.*:/, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

function connectionOf(machine: NodeId, target: NodeId, calls: readonly TaskTarget[]): SystemConnection {
  const actions = [...new Set(calls.map(({ action }) => words(action)))];
  const [first] = calls;
  const isAsync = calls.every(
    ({ task, target: { role }, action }) =>
      task.pattern === 'REQUEST_RESPONSE' && lookup(role.actions, action)?.async === true,
  );
  return {
    id: taskConnectionId(machine, target),
    kind: taskKind,
    from: machine,
    to: target,
    props: {},
    definition: undefined,
    origin: 'task',
    label: labelOf(actions),
    delivery: isAsync ? 'async' : 'sync',
    states: calls.map(({ task }) => task.path),
    ...(first === undefined ? {} : { action: first.action, pattern: first.task.pattern }),
  };
}

const labelOf = (actions: readonly string[]): Localized => {
  const [first = '', ...others] = actions;
  if (others.length < 2) return { en: actions.join(', '), ja: actions.join(', ') };
  const count = String(others.length);
  return { en: `${first} and ${count} more`, ja: `${first} ほか ${count} 件` };
};
