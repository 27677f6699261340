import { usedActions } from '../catalog/connections/uses.js';
import type { Permission } from '../catalog/define.js';
import type { NodeId } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import type { ResolvedConnection } from './connections.js';
import type { ResolvedMachine } from './machines.js';
import { isSameList, ResolvedSystem } from './resolve.js';
import { machinePermissions } from './task-permissions.js';
import type { System, SystemConnection, SystemNode } from './system.js';

/**
 * Who may do what in a system: the least that its connections and the Task states of its state machines ask for. Apart
 * from the system itself, since a drawing needs none of it. The same list for systems that say the same.
 */
export function permissionsOf(system: System): readonly Permission[] {
  const known = permissionsOfSystem.get(system);
  if (known !== undefined) return known;
  invariant(system instanceof ResolvedSystem, 'permissions are those of a resolved system');
  const { resolved, machines, nodes } = system;
  const all = [
    ...[...resolved.values()].flatMap(({ permissions }) => permissions),
    ...[...machines.values()].flatMap((machine) => ofMachine(machine, nodes)),
    ...[...nodes.values()].flatMap(ofNode),
    ...[...resolved.values()].flatMap((connection) => ofCallers(connection, system)),
  ];
  const permissions = last !== undefined && isSameList(last, all) ? last : all;
  last = permissions;
  permissionsOfSystem.set(system, permissions);
  return permissions;
}

const permissionsOfSystem = new WeakMap<System, readonly Permission[]>();
/** Most edits change no permission: whoever compares lists by identity then has nothing to do. */
let last: readonly Permission[] | undefined;

const none: readonly Permission[] = [];
const permissionsOfNode = new WeakMap<SystemNode, readonly Permission[]>();

/** What the fields of a node ask for. */
function ofNode(node: SystemNode): readonly Permission[] {
  if (node.service.permissions === undefined || node.node.origin === 'existing') return none;
  const permissions = permissionsOfNode.get(node) ?? node.service.permissions(node);
  permissionsOfNode.set(node, permissions);
  return permissions;
}

/** What those who call the first end of a connection need because of it: a role to hand on. */
function ofCallers({ kind, emitted }: ResolvedConnection, system: ResolvedSystem): readonly Permission[] {
  if (kind?.permissionsOfCallers === undefined || emitted === undefined) return none;
  const { from, to } = emitted;
  const callers = new Map<NodeId, string[]>();
  for (const connection of system.incoming(from.id)) {
    const actions = actionsCalled(connection, system);
    if (actions.length > 0) callers.set(connection.from, [...(callers.get(connection.from) ?? []), ...actions]);
  }
  return [...callers].flatMap(([grantee, actions]) =>
    (kind.permissionsOfCallers?.(from, to, actions) ?? []).map((permission) => ({ grantee, ...permission })),
  );
}

/** What a connection calls of its second end, by the names of its service's actions. */
function actionsCalled({ origin, kind, from, to, props }: SystemConnection, system: ResolvedSystem): readonly string[] {
  if (origin === 'task')
    return (system.machines.get(from)?.tasks ?? []).flatMap(({ found }) =>
      found?.target.id === to ? [found.action.replace(/^.*:/, '')] : [],
    );
  const role = system.node(to)?.service.roles.sdkTarget;
  const listed = props['actions'];
  if (kind !== 'uses' || role === undefined || !Array.isArray(listed)) return [];
  return usedActions(
    role,
    listed.filter((action) => typeof action === 'string'),
  );
}

const permissionsOfMachine = new WeakMap<ResolvedMachine, readonly Permission[]>();

/** A machine is resolved anew when a node that it reads changes: until then its permissions are the same. */
function ofMachine(machine: ResolvedMachine, nodes: ReadonlyMap<NodeId, SystemNode>): readonly Permission[] {
  const permissions = permissionsOfMachine.get(machine) ?? machinePermissions(machine, nodes);
  permissionsOfMachine.set(machine, permissions);
  return permissions;
}
