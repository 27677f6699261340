import type { Permission } from '../catalog/define.js';
import { entries, type Design, type NodeId } from '../model/design.js';
import type { Problem } from '../model/problems.js';
import { checkConnection, checkNode, checkSystem } from './checks.js';
import { resolveConnection, type ResolvedConnection } from './connections.js';
import { resolveMachine, sameMachine, type ResolvedMachine } from './machines.js';
import { resolveNode } from './nodes.js';
import { referencesIn, referencesOf } from './references.js';
import type { System, SystemConnection, SystemNode } from './system.js';

/** What a design means. Holds what is needed to share the unchanged parts with the next one. */
class ResolvedSystem implements System {
  readonly #incoming = new Map<NodeId, SystemConnection[]>();
  readonly #outgoing = new Map<NodeId, SystemConnection[]>();

  constructor(
    readonly design: Design,
    readonly nodes: ReadonlyMap<NodeId, SystemNode>,
    readonly connections: ReadonlyMap<string, SystemConnection>,
    readonly permissions: readonly Permission[],
    readonly resolved: ReadonlyMap<string, ResolvedConnection>,
    readonly machines: ReadonlyMap<NodeId, ResolvedMachine>,
    problemsOf: (system: System) => readonly Problem[],
  ) {
    for (const connection of connections.values()) {
      push(this.#outgoing, connection.from, connection);
      push(this.#incoming, connection.to, connection);
    }
    this.problems = problemsOf(this);
  }

  readonly problems: readonly Problem[];

  incoming(node: NodeId): readonly SystemConnection[] {
    return this.#incoming.get(node) ?? [];
  }

  outgoing(node: NodeId): readonly SystemConnection[] {
    return this.#outgoing.get(node) ?? [];
  }

  node(id: NodeId): SystemNode | undefined {
    return this.nodes.get(id);
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/**
 * The system that a design means. Never throws: what does not fit is a problem, and stays visible. With the system
 * before, nodes and connections that did not change keep their identity.
 */
export function resolveSystem(design: Design, previous?: System): System {
  const before = previous instanceof ResolvedSystem ? previous : undefined;
  if (before?.design === design) return before;
  const sameSettings = before?.design.settings === design.settings;

  const nodes = new Map<NodeId, SystemNode>();
  for (const [id, node] of entries(design.nodes)) {
    const known = sameSettings ? before.nodes.get(id) : undefined;
    nodes.set(id, known?.node === node ? known : resolveNode(design.settings, id, node));
  }

  const resolved = new Map<string, ResolvedConnection>();
  for (const [id, source] of entries(design.connections)) {
    const from = nodes.get(source.from);
    const to = nodes.get(source.to);
    if (from === undefined || to === undefined) continue;
    const known = before?.resolved.get(id);
    resolved.set(
      id,
      known?.source === source && known.from === from && known.to === to
        ? known
        : resolveConnection(id, source, from, to),
    );
  }

  const machines = new Map<NodeId, ResolvedMachine>();
  for (const node of nodes.values()) {
    if (node.service.hasDefinition !== true || node.node.origin === 'existing') continue;
    const known = before?.machines.get(node.id);
    machines.set(node.id, sameMachine(known, node, nodes) ? known : resolveMachine(node, nodes));
  }

  const connections = new Map<string, SystemConnection>();
  // Derived connections are made anew each time; one that says the same keeps its identity.
  const keep = (derived: SystemConnection): void => {
    const known = before?.connections.get(derived.id);
    const same = known !== undefined && JSON.stringify(known) === JSON.stringify(derived);
    connections.set(derived.id, same ? known : derived);
  };
  for (const [id, { connection }] of resolved) connections.set(id, connection);
  for (const machine of machines.values()) machine.connections.forEach(keep);
  for (const node of nodes.values()) referencesOf(node, nodes).forEach(keep);
  for (const { connection, kind, from } of resolved.values())
    referencesIn(connection.id, from.id, kind?.fields ?? {}, connection.props, nodes).forEach(keep);

  const permissions = [...resolved.values(), ...machines.values()].flatMap((one) => one.permissions);
  return new ResolvedSystem(design, nodes, connections, permissions, resolved, machines, (system) => [
    ...[...nodes.values()].flatMap((node) => checkNode(node, nodes)),
    ...[...resolved.values()].flatMap((one) => checkConnection(one, nodes, design.settings)),
    ...[...machines.values()].flatMap((one) => one.problems),
    ...checkSystem(system),
  ]);
}
