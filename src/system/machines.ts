import { parseDefinition, substitutionsIn } from '../asl/definition.js';
import { aslProblemTexts, type AslProblem } from '../asl/problems.js';
import { tasksOf, type Task } from '../asl/tasks.js';
import { validateDefinition } from '../asl/validate.js';
import { permissionsForActions } from '../catalog/permissions.js';
import { emptyDefinition } from '../catalog/services/state-machine.js';
import type { IntegrationPattern, Permission } from '../catalog/define.js';
import { lookup, type Definition, type NodeId } from '../model/design.js';
import { translate, type Localized } from '../model/localized.js';
import { problem, type Problem } from '../model/problems.js';
import { targetOf, type TaskTarget } from './task-targets.js';
import type { SystemConnection, SystemNode } from './system.js';

/** The kind of connections that follow from the Task states of a state machine. */
export const taskKind = 'task';

/** What the definition of a state machine says, and the nodes that it was resolved with. */
export interface ResolvedMachine {
  readonly machine: SystemNode;
  readonly nodes: ReadonlyMap<NodeId, SystemNode>;
  readonly connections: readonly SystemConnection[];
  readonly permissions: readonly Permission[];
  readonly problems: readonly Problem[];
}

/** Id of the connection from a state machine to a node that its Task states call. */
export const taskConnectionId = (machine: NodeId, target: NodeId): string => `${taskKind}:${machine}:${target}`;

/** The connections, permissions and problems that follow from the definition of a state machine. */
export function resolveMachine(machine: SystemNode, nodes: ReadonlyMap<NodeId, SystemNode>): ResolvedMachine {
  const definition = machine.node.definition ?? emptyDefinition;
  const { tasks, faults } = readDefinition(definition, machine.props['type'] === 'EXPRESS' ? 'express' : 'standard');
  const targets = tasks.map((task) => ({ task, found: targetOf(task, definition, machine, nodes) }));
  const byTarget = new Map<NodeId, TaskTarget[]>();
  for (const { found } of targets)
    if (found !== undefined) byTarget.set(found.target.id, [...(byTarget.get(found.target.id) ?? []), found]);

  const where = { node: machine.id, path: ['nodes', machine.id, 'definition'] };
  const label = machine.label;
  return {
    machine,
    nodes,
    connections: [...byTarget].map(([target, calls]) => connectionOf(machine.id, target, calls)),
    permissions: [...byTarget.values()].flatMap((calls) => permissionsOf(machine.id, calls)),
    problems: [
      ...draftProblems(machine, definition),
      ...faults.map((fault) => faultOf(fault, label, where)),
      ...unknownSubstitutions(definition, nodes).map((name) => problem('substitution-unknown', { label, name }, where)),
      ...targets
        .filter(({ task, found }) => found === undefined && ['sdk', 'optimized', 'lambda-arn'].includes(task.kind))
        .map(({ task }) =>
          problem(
            'task-without-node',
            { label, state: task.name, action: `${task.service ?? ''}:${task.action ?? ''}` },
            where,
          ),
        ),
    ],
  };
}

interface Reading {
  readonly tasks: readonly Task[];
  readonly faults: readonly AslProblem[];
}

/** Reading and validating is the dear part; a definition is immutable, so it is done once for each. */
const readings = { standard: new WeakMap<Definition, Reading>(), express: new WeakMap<Definition, Reading>() };

function readDefinition(definition: Definition, workflow: keyof typeof readings): Reading {
  const known = readings[workflow].get(definition);
  if (known !== undefined) return known;
  const { tree, problems } = parseDefinition(definition.text, definition.format);
  const reading =
    tree === undefined
      ? { tasks: [], faults: problems }
      : { tasks: tasksOf(tree), faults: [...problems, ...validateDefinition(tree, { workflow })] };
  readings[workflow].set(definition, reading);
  return reading;
}

/** Whether a machine means the same as before: neither it nor a node of the design changed. */
export const sameMachine = (
  before: ResolvedMachine | undefined,
  machine: SystemNode,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): before is ResolvedMachine =>
  before !== undefined &&
  before.machine === machine &&
  before.nodes.size === nodes.size &&
  [...nodes].every(([id, node]) => before.nodes.get(id) === node);

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

const suffixes: Readonly<Record<IntegrationPattern, boolean>> = {
  REQUEST_RESPONSE: false,
  WAIT_FOR_TASK_TOKEN: false,
  RUN_JOB: true,
};

function permissionsOf(machine: NodeId, calls: readonly TaskTarget[]): readonly Permission[] {
  const [first] = calls;
  if (first === undefined) return [];
  const actions = [...new Set(calls.map(({ action }) => action))];
  const jobs = calls.filter(({ task }) => suffixes[task.pattern]);
  const forJobs = new Map(
    jobs.flatMap(({ target, action }) =>
      (target.role.optimized?.find((one) => one.action === action)?.runJob?.iam ?? []).map(
        (one) => [one.attribute, one.actions] as const,
      ),
    ),
  );
  return [
    ...permissionsForActions(machine, first.target, actions),
    ...[...forJobs].map(([attribute, iam]) => ({
      grantee: machine,
      actions: iam,
      resources: [{ node: first.target.id, attribute }],
    })),
  ];
}

/** Names in the text that stand for nothing, or for a node that is gone. */
const unknownSubstitutions = (
  { text, substitutions }: Definition,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): readonly string[] =>
  substitutionsIn(text).filter((name) => {
    const stands = lookup(substitutions, name);
    return stands === undefined || ('node' in stands && !nodes.has(stands.node));
  });

function draftProblems(machine: SystemNode, { draft, format }: Definition): readonly Problem[] {
  if (draft === undefined) return [];
  const [fault] = parseDefinition(draft, format).problems;
  const detail =
    fault === undefined ? { en: 'it is not applied yet', ja: 'まだ適用されていません。' } : detailOf(fault);
  return [
    problem(
      'definition-syntax',
      { label: machine.label, detail },
      { node: machine.id, path: ['nodes', machine.id, 'definition', 'draft'] },
    ),
  ];
}

function detailOf({ code, facts }: AslProblem): Localized {
  const { message } = aslProblemTexts[code];
  return { en: translate(message, 'en', facts), ja: translate(message, 'ja', facts) };
}

/** A fault of a definition as a problem of the design: its words inside ours, its state by name. */
function faultOf(fault: AslProblem, label: string, where: Pick<Problem, 'node' | 'path'>): Problem {
  const at = fault.path.lastIndexOf('States');
  const state = at < 0 ? undefined : fault.path[at + 1];
  if (fault.code === 'unreachable') return problem('definition-unreachable', { label, state: state ?? '' }, where);
  if (fault.code === 'mapping-missing') return problem('mapping-missing', { what: `${label}: ${state ?? ''}` }, where);
  const isFatal = aslProblemTexts[fault.code].severity === 'error';
  const detail = detailOf(fault);
  return state === undefined
    ? problem(isFatal ? 'definition-syntax' : 'definition-doubtful', { label, detail }, where)
    : problem(isFatal ? 'definition-invalid' : 'definition-warning', { label, state, detail }, where);
}
