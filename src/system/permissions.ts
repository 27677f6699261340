import type { Permission } from '../catalog/define.js';
import type { NodeId } from '../model/design.js';
import { invariant } from '../model/invariant.js';
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
  ];
  const permissions = last !== undefined && isSameList(last, all) ? last : all;
  last = permissions;
  permissionsOfSystem.set(system, permissions);
  return permissions;
}

const permissionsOfSystem = new WeakMap<System, readonly Permission[]>();
/** Most edits change no permission: whoever compares lists by identity then has nothing to do. */
let last: readonly Permission[] | undefined;

const permissionsOfMachine = new WeakMap<ResolvedMachine, readonly Permission[]>();

/** A machine is resolved anew when a node that it reads changes: until then its permissions are the same. */
function ofMachine(machine: ResolvedMachine, nodes: ReadonlyMap<NodeId, SystemNode>): readonly Permission[] {
  const permissions = permissionsOfMachine.get(machine) ?? machinePermissions(machine, nodes);
  permissionsOfMachine.set(machine, permissions);
  return permissions;
}
