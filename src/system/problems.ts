import type { ConnectedEnd } from '../catalog/define.js';
import type { NodeId, Settings } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import type { Problem } from '../model/problems.js';
import { checkConnection, checkNode, checkNodeInPlace, labelOf } from './checks.js';
import { connectedTooOften, connectedTwice } from './connected-twice.js';
import type { ResolvedConnection } from './connections.js';
import { checkMachine } from './machine-problems.js';
import type { ResolvedMachine } from './machines.js';
import { ResolvedSystem } from './resolve.js';
import type { System, SystemConnection, SystemNode } from './system.js';
import { checkWhole } from './whole-checks.js';

const ofSystem = new WeakMap<System, readonly Problem[]>();

/** Everything wrong or missing in a system, in the order of the design. Found once; what did not change is not checked again. */
export function problemsOf(system: System): readonly Problem[] {
  const known = ofSystem.get(system);
  if (known !== undefined) return known;
  invariant(system instanceof ResolvedSystem, 'a system that was not resolved');
  const { nodes, resolved, machines, design } = system;
  const problems = [
    ...[...nodes.values()].flatMap((node) => ofNode(node, nodes)),
    ...[...resolved.values()].flatMap((one) => ofConnection(one, nodes, design.settings)),
    ...[...machines.values()].flatMap((one) => ofMachine(one, nodes)),
    ...[...nodes.values()].flatMap((node) => inPlace(system, node)),
    ...checkWhole(system),
  ];
  ofSystem.set(system, problems);
  return problems;
}

/** What was found, and the nodes that were looked up on the way, there or not. */
interface Checked {
  readonly problems: readonly Problem[];
  readonly reads: ReadonlyMap<NodeId, SystemNode | undefined>;
}

type Nodes = ReadonlyMap<NodeId, SystemNode>;

/** Runs a check again only if what it looked up has changed. */
function checkedWith(
  before: Checked | undefined,
  nodes: Nodes,
  check: (nodes: Pick<Nodes, 'get'>) => readonly Problem[],
): Checked {
  if (before !== undefined && [...before.reads].every(([id, node]) => nodes.get(id) === node)) return before;
  const reads = new Map<NodeId, SystemNode | undefined>();
  const problems = check({
    get: (id) => {
      const node = nodes.get(id);
      reads.set(id, node);
      return node;
    },
  });
  return { problems, reads };
}

const ofNodes = new WeakMap<SystemNode, Checked>();

function ofNode(node: SystemNode, nodes: Nodes): readonly Problem[] {
  const checked = checkedWith(ofNodes.get(node), nodes, (read) => checkNode(node, read));
  ofNodes.set(node, checked);
  return checked.problems;
}

const ofConnections = new WeakMap<ResolvedConnection, Checked & { readonly settings: Settings }>();

function ofConnection(one: ResolvedConnection, nodes: Nodes, settings: Settings): readonly Problem[] {
  const before = ofConnections.get(one);
  const checked = checkedWith(before?.settings === settings ? before : undefined, nodes, (read) =>
    checkConnection(one, read, settings),
  );
  if (checked !== before) ofConnections.set(one, { ...checked, settings });
  return checked.problems;
}

const ofMachines = new WeakMap<ResolvedMachine, readonly Problem[]>();

/** A machine is resolved anew whenever a node that it names changes. */
function ofMachine(machine: ResolvedMachine, nodes: Nodes): readonly Problem[] {
  const problems = ofMachines.get(machine) ?? checkMachine(machine, nodes);
  ofMachines.set(machine, problems);
  return problems;
}

interface InPlace {
  readonly incoming: readonly SystemConnection[];
  readonly outgoing: readonly SystemConnection[];
  /** The other ends, where the service looks at them. */
  readonly others: readonly (SystemNode | undefined)[];
  readonly problems: readonly Problem[];
}

const ofPlaces = new WeakMap<SystemNode, InPlace>();

function inPlace(system: System, node: SystemNode): readonly Problem[] {
  const incoming = system.incoming(node.id);
  const outgoing = system.outgoing(node.id);
  const looks = node.service.problemsInPlace !== undefined;
  const others = looks
    ? [...incoming.map(({ from }) => system.node(from)), ...outgoing.map(({ to }) => system.node(to))]
    : [];
  const before = ofPlaces.get(node);
  if (
    before?.incoming === incoming &&
    before.outgoing === outgoing &&
    before.others.every((other, index) => other === others[index])
  )
    return before.problems;
  const problems = [
    ...checkNodeInPlace(node, incoming, outgoing),
    ...connectedTwice(node.id, labelOf(node), incoming, outgoing),
    ...connectedTooOften(node.id, labelOf(node), outgoing),
    ...(node.service
      .problemsInPlace?.(node, endsOf(system, incoming, 'from'), endsOf(system, outgoing, 'to'))
      .map((found) => ({
        ...found,
        node: node.id,
        facts: { label: labelOf(node), what: labelOf(node), ...found.facts },
        path: found.path ?? ['nodes', node.id],
      })) ?? []),
  ];
  ofPlaces.set(node, { incoming, outgoing, others, problems });
  return problems;
}

const endsOf = (system: System, list: readonly SystemConnection[], end: 'from' | 'to'): readonly ConnectedEnd[] =>
  list.flatMap((connection) => {
    const other = system.node(connection[end]);
    return other === undefined ? [] : [{ connection, other, service: other.service }];
  });
