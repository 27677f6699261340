import { connectionOf } from '../catalog/index.js';
import { lookup, type Connection, type ConnectionId, type Design, type Json, type NodeId } from '../model/design.js';
import { removeConnections, updateConnection, updateNode } from '../model/graph.js';
import { directWays, type DirectWay } from '../system/direct.js';
import { resolveNode } from '../system/nodes.js';
import type { SystemNode } from '../system/system.js';
import { connectDirectly } from '../system/ways.js';
import { keptProps } from './kept-props.js';

/** The direct way that a connection would take between two nodes: its own kind where that fits, else the best one. */
export function wayBetween(from: SystemNode, to: SystemNode, kind: string): DirectWay | undefined {
  const { ways } = directWays(from, to);
  return ways.find((way) => way.kind === kind) ?? ways[0];
}

/** A node of a design with what its service says about it. */
export function resolved(design: Design, id: string): SystemNode | undefined {
  const node = lookup(design.nodes, id);
  return node === undefined ? undefined : resolveNode(design.settings, id as NodeId, node);
}

export interface Rewired {
  readonly design: Design;
  /** The connection as it is now; one that became a Task state has another id. */
  readonly connection: string;
}

/**
 * The design with a drawn connection between other nodes, by the same kind where that fits, else by the best direct one.
 * It keeps what still means something. Undefined: there is no direct way.
 */
export function rewire(design: Design, id: ConnectionId, from: NodeId, to: NodeId): Rewired | undefined {
  const connection = lookup(design.connections, id);
  const [source, target] = [resolved(design, from), resolved(design, to)];
  if (connection === undefined || source === undefined || target === undefined) return undefined;
  const way = wayBetween(source, target, connection.kind);
  if (way === undefined) return undefined;
  if (way.drawn === undefined) {
    const made = connectDirectly(removeConnections(design, new Set([id])), from, to, way.kind);
    return made.connection === undefined ? undefined : { design: made.design, connection: made.connection };
  }
  let changed = design;
  for (const [end, set] of [
    [from, way.prepared.from],
    [to, way.prepared.to],
  ] as const)
    if (set !== undefined)
      changed = updateNode(changed, end, (node) => ({ ...node, props: { ...node.props, ...set } }));
  changed = updateConnection(changed, id, (before) => rewired(design, before, way, from, to));
  const { [id]: _old, ...bends } = changed.layout.bends;
  return { design: { ...changed, layout: { ...changed.layout, bends } }, connection: id };
}

function rewired(design: Design, before: Connection, way: DirectWay, from: NodeId, to: NodeId): Connection {
  const { resource, ...rest } = before;
  const isSameKind = way.kind === before.kind;
  const props = propsFor(design, before, way);
  // One resource implements several connections of one source: from another source it is another one.
  const keepsResource = resource !== undefined && isSameKind && from === before.from;
  return { ...rest, kind: way.kind, from, to, props, ...(keepsResource ? { resource } : {}) };
}

function propsFor(design: Design, { kind, props }: Connection, { kind: newKind, drawn }: DirectWay) {
  if (drawn === undefined) return {};
  const { definition, from, to } = drawn;
  const options = definition.optionsFor?.(from, to) ?? {};
  const initial = definition.initialProps?.(from, to) ?? {};
  const kept = Object.entries(keptProps(design, props, connectionOf(kind)?.fields ?? {}, definition.fields)).filter(
    ([name, value]) => {
      const allowed = lookup(options, name);
      return allowed === undefined || typeof value !== 'string' || allowed.includes(value);
    },
  );
  const names = kind === newKind ? Object.keys(props) : Object.keys(initial);
  const defaults = names.flatMap((name): [string, Json][] => {
    const value = lookup(initial, name);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(kept) };
}
