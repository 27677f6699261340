import type { Permission } from '../catalog/define.js';
import type { NodeId } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import type { ResolvedConnection } from './connections.js';
import type { ResolvedMachine } from './machines.js';
import { isSameList, ResolvedSystem } from './resolve.js';
import { machinePermissions } from './task-permissions.js';
import type { System, SystemNode } from './system.js';

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

const permissionsOfCaller = new WeakMap<ResolvedConnection, Map<NodeId, readonly Permission[]>>();

/** What those who call the first end of a connection need because of it: a role to hand on. */
function ofCallers(connection: ResolvedConnection, system: System): readonly Permission[] {
  const { kind, emitted } = connection;
  if (kind?.permissionsOfCallers === undefined || emitted === undefined) return none;
  const { from, to, props } = emitted;
  const needed = kind.permissionsOfCallers(from, to, props);
  const known = permissionsOfCaller.get(connection) ?? new Map<NodeId, readonly Permission[]>();
  permissionsOfCaller.set(connection, known);
  const callers = system.incoming(from.id).filter((one) => one.origin === 'task' || one.kind === 'uses');
  return [...new Set(callers.map((one) => one.from))].flatMap((grantee) => {
    const permissions = known.get(grantee) ?? needed.map((permission) => ({ grantee, ...permission }));
    known.set(grantee, permissions);
    return permissions;
  });
}

const permissionsOfMachine = new WeakMap<ResolvedMachine, readonly Permission[]>();

/** A machine is resolved anew when a node that it reads changes: until then its permissions are the same. */
function ofMachine(machine: ResolvedMachine, nodes: ReadonlyMap<NodeId, SystemNode>): readonly Permission[] {
  const permissions = permissionsOfMachine.get(machine) ?? machinePermissions(machine, nodes);
  permissionsOfMachine.set(machine, permissions);
  return permissions;
}
