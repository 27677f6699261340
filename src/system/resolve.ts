import type { Permission } from '../catalog/define.js';
import { entries, type Design, type NodeId } from '../model/design.js';
import type { Problem } from '../model/problems.js';
import { checkConnection, checkNode, checkSystem } from './checks.js';
import { resolveConnection, type ResolvedConnection } from './connections.js';
import { resolveNode } from './nodes.js';
import { referencesOf } from './references.js';
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

  const connections = new Map<string, SystemConnection>();
  for (const [id, { connection }] of resolved) connections.set(id, connection);
  for (const node of nodes.values())
    for (const reference of referencesOf(node, nodes)) connections.set(reference.id, reference);

  const permissions = [...resolved.values()].flatMap((one) => one.permissions);
  return new ResolvedSystem(design, nodes, connections, permissions, resolved, (system) => [
    ...[...nodes.values()].flatMap((node) => checkNode(node, nodes)),
    ...[...resolved.values()].flatMap((one) => checkConnection(one, nodes)),
    ...checkSystem(system),
  ]);
}
