import { isObject } from '../asl/definition.js';
import type { Task } from '../asl/tasks.js';
import type { Permission, PermissionResource } from '../catalog/define.js';
import { attributesOf } from '../catalog/attributes.js';
import { permissionsForActions } from '../catalog/permissions.js';
import { lookup, type Definition, type NodeId } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import { iamActionsOf } from '../sdk/iam.js';
import type { Statement } from '../sdk/optimized/define.js';
import { findOptimized } from '../sdk/optimized/offer.js';
import { resolveStatements, type Given } from '../sdk/optimized/resources.js';
import { readDefinition, type MachineTask, type ResolvedMachine } from './machines.js';
import { mapPermissions } from './map-calls.js';
import type { SystemNode } from './system.js';
import type { TaskTarget } from './task-targets.js';

type Nodes = ReadonlyMap<NodeId, SystemNode>;

/** What the execution role of a state machine may do: what its Task states call, and what waiting for them needs. */
export function machinePermissions(resolved: ResolvedMachine, nodes: Nodes): readonly Permission[] {
  const { machine, definition, tasks } = resolved;
  const byTarget = new Map<NodeId, TaskTarget[]>();
  for (const { found } of tasks)
    if (found !== undefined) byTarget.set(found.target.id, [...(byTarget.get(found.target.id) ?? []), found]);
  return [
    ...[...byTarget.values()].flatMap((calls) => permissionsOnTarget(machine.id, calls)),
    ...tasks.flatMap((task) => permissionsBeyondTarget(machine.id, task, definition, nodes)),
    ...mapPermissions(machine.id, readDefinition(definition).tree),
  ];
}

/** For the node that Tasks call, as its service says. */
function permissionsOnTarget(machine: NodeId, calls: readonly TaskTarget[]): readonly Permission[] {
  const [first] = calls;
  if (first === undefined) return [];
  const known = [...new Set(calls.filter(isOfRole).map(({ action }) => action))];
  const jobs = calls.filter(({ task }) => task.pattern === 'RUN_JOB');
  const forJobs = new Map(
    jobs.flatMap(({ target, action }) =>
      (target.role.optimized?.find((one) => one.action === action)?.runJob?.iam ?? []).map(
        (one) => [one.attribute, one.actions] as const,
      ),
    ),
  );
  return [
    ...permissionsForActions(machine, first.target, known),
    ...[...forJobs].map(([attribute, actions]) => ({
      grantee: machine,
      actions,
      resources: [{ node: first.target.id, attribute }],
    })),
  ];
}

const isOfRole = ({ target, action }: TaskTarget): boolean => lookup(target.role.actions, action) !== undefined;

/** What a Task needs that the service of its node says nothing of: any API, resources that are not drawn, jobs. */
function permissionsBeyondTarget(
  machine: NodeId,
  { task, found }: MachineTask,
  definition: Definition,
  nodes: Nodes,
): readonly Permission[] {
  const granted = found !== undefined && isOfRole(found) ? grantedBy(found) : new Set<string>();
  const statements = statementsOf(task).flatMap((statement) => {
    const actions = statement.actions.filter((action) => !granted.has(action));
    return actions.length === 0 ? [] : [{ ...statement, actions }];
  });
  const isDrawn = found !== undefined && Object.hasOwn(attributesOf(found.target.service, found.target), 'arn');
  return statements.map((statement) =>
    // An API that only says its name acts on the node that the Task names.
    isDrawn && !isOfRole(found) && task.kind === 'sdk'
      ? { grantee: machine, actions: statement.actions, resources: [{ node: found.target.id, attribute: 'arn' }] }
      : permissionOf(machine, statement, definition, nodes),
  );
}

/** Actions that the role of the called node gives already, for the call and for a job of it. */
function grantedBy({ task, target, action }: TaskTarget): ReadonlySet<string> {
  const job = target.role.optimized?.find((one) => one.action === action)?.runJob?.iam ?? [];
  return new Set([
    ...(lookup(target.role.actions, action)?.iam ?? []),
    ...(lookup(target.role.actions, action)?.passes === undefined ? [] : ['iam:PassRole']),
    ...(task.pattern === 'RUN_JOB' ? job.flatMap(({ actions }) => actions) : []),
  ]);
}

/** What AWS documents for an optimized integration; of every other API its own actions. */
function statementsOf(task: Task): readonly Statement[] {
  const { kind, service = '', action = '', pattern } = task;
  if (kind === 'optimized' || kind === 'http') {
    const offered = findOptimized(service, action)?.patterns[pattern];
    return offered === undefined ? [] : resolveStatements(offered.statements, givenTo(task));
  }
  if (kind !== 'sdk') return [];
  const { actions } = iamActionsOf(service, action);
  return actions.length === 0 ? [] : [{ actions, resources: ['*'] }];
}

const givenTo = (task: Task): Given => (isObject(task.arguments) ? task.arguments : {});

function permissionOf(machine: NodeId, statement: Statement, definition: Definition, nodes: Nodes): Permission {
  const { actions, passedTo } = statement;
  const resources: PermissionResource[] = [];
  const arns: string[] = [];
  for (const resource of statement.resources) {
    const named = drawnIn(resource, definition, nodes);
    const literal = named === undefined ? withLiterals(resource, definition) : undefined;
    if (named !== undefined) resources.push(named);
    else if (literal !== undefined && literal !== '*') arns.push(literal);
  }
  const isAnywhere = resources.length + arns.length === 0;
  return {
    grantee: machine,
    actions,
    resources,
    ...(arns.length === 0 ? {} : { arns }),
    ...(passedTo === undefined ? {} : { passedTo }),
    ...(isAnywhere ? { anyResource: knownLater } : {}),
  };
}

const knownLater: Localized = {
  en: 'Which resource it is, only the call says',
  ja: '対象のリソースは呼び出し時に決まる',
};

/** The drawn node that a resource is named by. */
function drawnIn(resource: string, { substitutions }: Definition, nodes: Nodes): PermissionResource | undefined {
  const match = /\$\{([A-Za-z0-9_]+)\}([^$]*)$/.exec(resource);
  const stands = match?.[1] === undefined ? undefined : lookup(substitutions, match[1]);
  const node = stands !== undefined && 'node' in stands ? nodes.get(stands.node) : undefined;
  if (node === undefined || !Object.hasOwn(attributesOf(node.service, node), 'arn')) return undefined;
  const suffix = match?.[2] ?? '';
  return { node: node.id, attribute: 'arn', ...(suffix === '' ? {} : { suffix }) };
}

/** With what its `${Name}` stand for; undefined: one stands for nothing that is known before. */
function withLiterals(resource: string, { substitutions }: Definition): string | undefined {
  const valueOf = (name: string): string | undefined => {
    const pseudo = /^AWS::(Partition|Region|AccountId)$/.exec(name)?.[1];
    if (pseudo !== undefined) return `{${pseudo === 'AccountId' ? 'account' : pseudo.toLowerCase()}}`;
    const stands = lookup(substitutions, name);
    return stands !== undefined && 'literal' in stands ? stands.literal : undefined;
  };
  const names = [...resource.matchAll(named)].map(([, name = '']) => name);
  return names.some((name) => valueOf(name) === undefined)
    ? undefined
    : resource.replace(named, (_, name: string) => valueOf(name) ?? '');
}

const named = /\$\{([^}]*)\}/g;
