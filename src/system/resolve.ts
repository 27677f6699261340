import { entries, operationsOf, type Design, type NodeId } from '../model/design.js';
import { resolveConnection, type ResolvedConnection } from './connections.js';
import { resolveMachine, sameMachine, type ResolvedMachine } from './machines.js';
import { resolveNode } from './nodes.js';
import { referencesIn, referencesOf } from './references.js';
import type { System, SystemConnection, SystemNode } from './system.js';

type Lists = ReadonlyMap<NodeId, readonly SystemConnection[]>;

/** What a design means. Holds what is needed to share the unchanged parts with the next one. */
export class ResolvedSystem implements System {
  readonly #incoming: Lists;
  readonly #outgoing: Lists;

  constructor(
    readonly design: Design,
    readonly nodes: ReadonlyMap<NodeId, SystemNode>,
    readonly connections: ReadonlyMap<string, SystemConnection>,
    readonly resolved: ReadonlyMap<string, ResolvedConnection>,
    readonly machines: ReadonlyMap<NodeId, ResolvedMachine>,
    before: ResolvedSystem | undefined,
  ) {
    if (before?.connections === connections) {
      this.#incoming = before.#incoming;
      this.#outgoing = before.#outgoing;
    } else {
      this.#incoming = listsBy('to', connections, before === undefined ? undefined : before.#incoming);
      this.#outgoing = listsBy('from', connections, before === undefined ? undefined : before.#outgoing);
    }
  }

  incoming(node: NodeId): readonly SystemConnection[] {
    return this.#incoming.get(node) ?? none;
  }

  outgoing(node: NodeId): readonly SystemConnection[] {
    return this.#outgoing.get(node) ?? none;
  }

  node(id: NodeId): SystemNode | undefined {
    return this.nodes.get(id);
  }
}

const none: readonly SystemConnection[] = [];

/** The connections at each node; a list that holds the same as before is the same. */
function listsBy(
  end: 'from' | 'to',
  connections: ReadonlyMap<string, SystemConnection>,
  before: Lists | undefined,
): Lists {
  const lists = new Map<NodeId, SystemConnection[]>();
  for (const connection of connections.values()) {
    const list = lists.get(connection[end]);
    if (list === undefined) lists.set(connection[end], [connection]);
    else list.push(connection);
  }
  if (before === undefined) return lists;
  const shared = new Map<NodeId, readonly SystemConnection[]>(lists);
  for (const [node, list] of lists) {
    const known = before.get(node);
    if (known !== undefined && isSameList(known, list)) shared.set(node, known);
  }
  return shared;
}

export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** The system resolved last of a design: whoever asks about the design on screen need not resolve it again. */
const lastSystem = new WeakMap<Design, System>();

/** The system of a design, resolved now if nobody has done so before. */
export const systemOf = (design: Design): System => lastSystem.get(design) ?? resolveSystem(design);

/**
 * The system that a design means. Never throws: what does not fit is a problem, and stays visible. With the system
 * before, everything that says the same keeps its identity: nodes, connections, lists of them.
 */
export function resolveSystem(design: Design, previous?: System): System {
  const before = previous instanceof ResolvedSystem ? previous : undefined;
  if (before?.design === design) return before;

  const changed = new Set<NodeId>();
  const nodes = resolveNodes(design, before, changed);
  // Only the layout, notes or words about the design changed.
  if (before?.nodes === nodes && before.design.connections === design.connections)
    return remember(
      design,
      new ResolvedSystem(design, nodes, before.connections, before.resolved, before.machines, before),
    );

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
        : resolveConnection(id, source, from, to, known?.connection),
    );
  }

  const machines = new Map<NodeId, ResolvedMachine>();
  for (const node of nodes.values()) {
    if (node.service.hasDefinition !== true || node.node.origin === 'existing') continue;
    const known = before?.machines.get(node.id);
    machines.set(node.id, sameMachine(known, node, changed) ? known : resolveMachine(node, nodes));
  }

  const connections = new Map<string, SystemConnection>();
  // Derived connections may be made anew; one that says the same keeps its identity.
  const keep = (derived: SystemConnection): void => {
    const known = before?.connections.get(derived.id);
    connections.set(derived.id, known !== undefined && saysTheSame(known, derived) ? known : derived);
  };
  for (const [id, { connection }] of resolved) connections.set(id, connection);
  for (const machine of machines.values()) machine.connections.forEach(keep);
  for (const node of nodes.values()) referencesOf(node, nodes).forEach(keep);
  for (const { connection, kind, from } of resolved.values())
    if (kind !== undefined) referencesIn(connection.id, from.id, kind.fields, connection.props, nodes).forEach(keep);

  const system = new ResolvedSystem(
    design,
    sameMap(before?.nodes, nodes),
    sameMap(before?.connections, connections),
    resolved,
    machines,
    before,
  );
  return remember(design, system);
}

function remember(design: Design, system: ResolvedSystem): ResolvedSystem {
  lastSystem.set(design, system);
  return system;
}

/** The map before, where it holds the same in the same order. */
function sameMap<Key, Value>(
  before: ReadonlyMap<Key, Value> | undefined,
  now: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (before?.size !== now.size) return now;
  const known = before.entries();
  for (const [key, value] of now) {
    const next = known.next();
    if (next.done === true || next.value[0] !== key || next.value[1] !== value) return now;
  }
  return before;
}

/** The nodes; notes in `changed` which are not as before, are new, or are gone. */
function resolveNodes(
  design: Design,
  before: ResolvedSystem | undefined,
  changed: Set<NodeId>,
): ReadonlyMap<NodeId, SystemNode> {
  const sameSettings = before?.design.settings === design.settings;
  const sameProfile = before !== undefined && operationsOf(before.design.settings) === operationsOf(design.settings);
  if (before !== undefined && sameSettings && before.design.nodes === design.nodes) return before.nodes;
  const nodes = new Map<NodeId, SystemNode>();
  for (const [id, node] of entries(design.nodes)) {
    const known = before?.nodes.get(id);
    if (known?.node === node && (sameSettings || (sameProfile && known.service.defaultsFrom === undefined))) {
      nodes.set(id, known);
      continue;
    }
    changed.add(id);
    nodes.set(id, resolveNode(design.settings, id, node));
  }
  for (const id of before?.nodes.keys() ?? []) if (!nodes.has(id)) changed.add(id);
  return nodes;
}

/** Whether two derived connections of one id say the same; the words of a reference come from its field. */
const saysTheSame = (a: SystemConnection, b: SystemConnection): boolean =>
  a === b ||
  (a.from === b.from &&
    a.to === b.to &&
    a.origin === b.origin &&
    (a.origin === 'reference' ? a.label === b.label : JSON.stringify(a) === JSON.stringify(b)));
