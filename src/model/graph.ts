import {
  connectionId,
  contextId,
  entries,
  nodeId,
  noteId,
  type Connection,
  type ConnectionId,
  type Context,
  type ContextId,
  type Design,
  type DesignNode,
  type Json,
  type Layout,
  type NodeId,
  type NodeLayout,
  type Note,
  type NoteId,
  type NoteLayout,
  type Substitution,
} from './design.js';
import { idFromLabel } from './names.js';
import { withTarget } from './references.js';

/** Queries and changes of a design's graph. Every change returns a new design and keeps what it does not touch. */

/** Names of the props of a node or connection that refer to a node: fields of kind `node`. */
export interface NodeFields {
  ofService(service: string): readonly string[];
  ofConnection(kind: string): readonly string[];
  /** Props of a service with references inside of them: properties of a CloudFormation resource. */
  inside?(service: string): readonly string[];
}

export interface Added<Id> {
  readonly design: Design;
  readonly id: Id;
}

const without = <Value>(record: Readonly<Record<string, Value>>, gone: ReadonlySet<string>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)));

/** Adds a node under an id made from its label, or under `wanted` if that is free. */
export function addNode(
  design: Design,
  node: DesignNode,
  options: { readonly wanted?: string; readonly at?: NodeLayout } = {},
): Added<NodeId> {
  const taken = (id: string): boolean => Object.hasOwn(design.nodes, id);
  const id = nodeId(idFromLabel(options.wanted ?? node.label, taken, node.service));
  return {
    id,
    design: {
      ...design,
      nodes: { ...design.nodes, [id]: node },
      layout:
        options.at === undefined
          ? design.layout
          : { ...design.layout, nodes: { ...design.layout.nodes, [id]: options.at } },
    },
  };
}

/** Adds a connection under an id made from its ends: `orders-to-ship`. */
export function addConnection(design: Design, connection: Connection, wanted?: string): Added<ConnectionId> {
  const taken = (id: string): boolean => Object.hasOwn(design.connections, id);
  const id = connectionId(idFromLabel(wanted ?? `${connection.from} to ${connection.to}`, taken, 'connection'));
  return { id, design: { ...design, connections: { ...design.connections, [id]: connection } } };
}

export function addContext(design: Design, context: Context, wanted?: string): Added<ContextId> {
  const taken = (id: string): boolean => Object.hasOwn(design.contexts, id) || id === sharedStack;
  const id = contextId(idFromLabel(wanted ?? context.label, taken, 'context'));
  return { id, design: { ...design, contexts: { ...design.contexts, [id]: context } } };
}

/** Adds a note under an id made from its first words. */
export function addNote(
  design: Design,
  note: Note,
  options: { readonly wanted?: string; readonly at?: NoteLayout } = {},
): Added<NoteId> {
  const taken = (id: string): boolean => Object.hasOwn(design.notes, id);
  const id = noteId(idFromLabel(options.wanted ?? note.text.slice(0, noteIdLength), taken, 'note'));
  const { layout } = design;
  return {
    id,
    design: {
      ...design,
      notes: { ...design.notes, [id]: note },
      layout: options.at === undefined ? layout : { ...layout, notes: { ...layout.notes, [id]: options.at } },
    },
  };
}

/** An id of a note is a handle, not its text. */
const noteIdLength = 24;

/** The stack of what several contexts use; no context may have this id. */
export const sharedStack = 'shared';

export function updateNode(design: Design, id: NodeId, change: (node: DesignNode) => DesignNode): Design {
  const node = Object.hasOwn(design.nodes, id) ? design.nodes[id] : undefined;
  if (node === undefined) return design;
  const changed = change(node);
  return changed === node ? design : { ...design, nodes: { ...design.nodes, [id]: changed } };
}

export function updateConnection(
  design: Design,
  id: ConnectionId,
  change: (connection: Connection) => Connection,
): Design {
  const connection = Object.hasOwn(design.connections, id) ? design.connections[id] : undefined;
  if (connection === undefined) return design;
  const changed = change(connection);
  return changed === connection ? design : { ...design, connections: { ...design.connections, [id]: changed } };
}

export function updateNote(design: Design, id: NoteId, change: (note: Note) => Note): Design {
  const note = Object.hasOwn(design.notes, id) ? design.notes[id] : undefined;
  if (note === undefined) return design;
  const changed = change(note);
  return changed === note ? design : { ...design, notes: { ...design.notes, [id]: changed } };
}

/**
 * Bends of lines that no removed id is part of. A derived connection is named by ids joined by colons, which no id has
 * in itself: its bends go with the node or connection that it follows from.
 */
function bendsWithout(bends: Layout['bends'], gone: ReadonlySet<string>): Layout['bends'] {
  const stale = Object.keys(bends).filter((id) => gone.has(id) || id.split(':').some((part) => gone.has(part)));
  return stale.length === 0 ? bends : without(bends, new Set(stale));
}

export function removeConnections(design: Design, ids: ReadonlySet<string>): Design {
  if (ids.size === 0) return design;
  return {
    ...design,
    connections: without(design.connections, ids),
    layout: { ...design.layout, bends: bendsWithout(design.layout.bends, ids) },
  };
}

/** Removes notes with their positions. */
export function removeNotes(design: Design, ids: ReadonlySet<string>): Design {
  if (ids.size === 0) return design;
  return {
    ...design,
    notes: without(design.notes, ids),
    layout: { ...design.layout, notes: without(design.layout.notes, ids) },
  };
}

/**
 * Removes nodes with their connections, positions, and whatever refers to them: fields of kind `node`, substitutions
 * of definitions. A `${Name}` left without substitution is reported by the system, so that no text is changed unseen.
 */
export function removeNodes(design: Design, ids: ReadonlySet<string>, nodeFields: NodeFields): Design {
  if (ids.size === 0) return design;
  const connections = entries(design.connections);
  const goneConnections = new Set<string>(
    connections.filter(([, { from, to }]) => ids.has(from) || ids.has(to)).map(([id]) => id),
  );
  const cleanProps = (
    props: Readonly<Record<string, Json>>,
    fields: readonly string[],
  ): Readonly<Record<string, Json>> => {
    const gone = fields.filter((name) => {
      const value = props[name];
      return typeof value === 'string' && ids.has(value);
    });
    return gone.length === 0 ? props : without(props, new Set(gone));
  };
  const nodes = Object.fromEntries(
    entries(design.nodes)
      .filter(([id]) => !ids.has(id))
      .map(([id, node]) => [id, cleanNode(node)]),
  );
  function cleanNode(node: DesignNode): DesignNode {
    const props = cleanProps(node.props, nodeFields.ofService(node.service));
    const substitutions = node.definition?.substitutions;
    const gone = Object.entries(substitutions ?? {})
      .filter(([, substitution]) => 'node' in substitution && ids.has(substitution.node))
      .map(([name]) => name);
    if (props === node.props && gone.length === 0) return node;
    return {
      ...node,
      props,
      ...(node.definition === undefined || gone.length === 0
        ? {}
        : {
            definition: { ...node.definition, substitutions: without(node.definition.substitutions, new Set(gone)) },
          }),
    };
  }
  const kept = connections
    .filter(([id]) => !goneConnections.has(id))
    .map(([id, connection]): [ConnectionId, Connection] => {
      const props = cleanProps(connection.props, nodeFields.ofConnection(connection.kind));
      return [id, props === connection.props ? connection : { ...connection, props }];
    });
  const layout: Layout = {
    ...design.layout,
    nodes: without(design.layout.nodes, ids),
    states: without(design.layout.states, ids),
    bends: bendsWithout(design.layout.bends, new Set([...ids, ...goneConnections])),
  };
  const samples = samplesWith(design.samples, (node) => (ids.has(node) ? undefined : node));
  return { ...design, nodes, connections: Object.fromEntries(kept), layout, samples };
}

/** Sample events with the node that each stands for under another id, or without it. */
function samplesWith(samples: Design['samples'], change: (node: string) => string | undefined): Design['samples'] {
  const changed = Object.entries(samples).flatMap(([id, sample]): [string, Json][] => {
    if (typeof sample !== 'object' || sample === null || !('node' in sample)) return [];
    const { node, ...rest } = sample;
    const after = typeof node === 'string' ? change(node) : node;
    return after === node ? [] : [[id, after === undefined ? rest : { ...rest, node: after }]];
  });
  return changed.length === 0 ? samples : { ...samples, ...Object.fromEntries(changed) };
}

/** Removes contexts; their members stay, without a context. */
export function removeContexts(design: Design, ids: ReadonlySet<string>): Design {
  if (ids.size === 0) return design;
  const free = <Member extends { readonly context?: ContextId }>(member: Member): Member => {
    if (member.context === undefined || !ids.has(member.context)) return member;
    const copy: Member & { context?: ContextId } = { ...member };
    delete copy.context;
    return copy;
  };
  return {
    ...design,
    contexts: without(design.contexts, ids),
    nodes: Object.fromEntries(entries(design.nodes).map(([id, node]) => [id, free(node)])),
    notes: Object.fromEntries(entries(design.notes).map(([id, note]) => [id, free(note)])),
    layout: { ...design.layout, contexts: without(design.layout.contexts, ids) },
  };
}

/** The design with a node under another id, and everything that refers to it following. Keys keep their order. */
export function changeNodeId(design: Design, from: NodeId, to: NodeId, nodeFields: NodeFields): Design {
  if (from === to || !Object.hasOwn(design.nodes, from) || Object.hasOwn(design.nodes, to)) return design;
  const rename = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
  const renameProps = (
    props: Readonly<Record<string, Json>>,
    fields: readonly string[],
  ): Readonly<Record<string, Json>> =>
    fields.some((name) => props[name] === from)
      ? Object.fromEntries(
          Object.entries(props).map(([name, value]) => [name, fields.includes(name) && value === from ? to : value]),
        )
      : props;
  const renameInside = (
    props: Readonly<Record<string, Json>>,
    fields: readonly string[],
  ): Readonly<Record<string, Json>> => {
    if (fields.length === 0) return props;
    const changed = Object.entries(props).map(
      ([name, value]) => [name, fields.includes(name) ? withTarget(value, from, to) : value] as const,
    );
    return changed.every(([name, value]) => value === props[name]) ? props : Object.fromEntries(changed);
  };
  const renameSubstitution = (substitution: Substitution): Substitution =>
    'node' in substitution && substitution.node === from ? { ...substitution, node: to } : substitution;
  const renameInNode = (node: DesignNode): DesignNode => {
    const props = renameInside(
      renameProps(node.props, nodeFields.ofService(node.service)),
      nodeFields.inside?.(node.service) ?? [],
    );
    const definition = node.definition;
    const refers =
      definition !== undefined &&
      Object.values(definition.substitutions).some(
        (substitution) => 'node' in substitution && substitution.node === from,
      );
    if (props === node.props && !refers) return node;
    return {
      ...node,
      props,
      ...(refers
        ? {
            definition: {
              ...definition,
              substitutions: Object.fromEntries(
                Object.entries(definition.substitutions).map(([name, value]) => [name, renameSubstitution(value)]),
              ),
            },
          }
        : {}),
    };
  };
  const renameInConnection = (connection: Connection): Connection => {
    const props = renameProps(connection.props, nodeFields.ofConnection(connection.kind));
    if (connection.from !== from && connection.to !== from && props === connection.props) return connection;
    return {
      ...connection,
      from: connection.from === from ? to : connection.from,
      to: connection.to === from ? to : connection.to,
      props,
    };
  };
  return {
    ...design,
    nodes: rename(Object.fromEntries(entries(design.nodes).map(([id, node]) => [id, renameInNode(node)]))),
    connections: Object.fromEntries(
      entries(design.connections).map(([id, connection]) => [id, renameInConnection(connection)]),
    ),
    layout: {
      ...design.layout,
      nodes: rename(design.layout.nodes),
      states: rename(design.layout.states),
      bends: Object.fromEntries(
        Object.entries(design.layout.bends).map(([id, bends]) => [renamePart(id, from, to), bends]),
      ),
    },
    samples: samplesWith(design.samples, (node) => (node === from ? to : node)),
  };
}

/** The id of a derived connection with a node's new id in it; that of a drawn one is its own. */
const renamePart = (id: string, from: string, to: string): string =>
  id.includes(':')
    ? id
        .split(':')
        .map((part) => (part === from ? to : part))
        .join(':')
    : id;

/** Ids of the nodes of a context, in the design's order; undefined: those without one. */
export function membersOf(design: Design, context: ContextId | undefined): NodeId[] {
  return entries(design.nodes)
    .filter(([, node]) => node.context === context)
    .map(([id]) => id);
}
