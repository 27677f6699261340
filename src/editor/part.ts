import { contextBox } from '../layout/geometry.js';
import {
  contextId,
  emptyDesign,
  entries,
  lookup,
  nodeId,
  type Connection,
  type ConnectionId,
  type Context,
  type ContextId,
  type ContextLayout,
  type Design,
  type DesignNode,
  type Json,
  type NodeId,
  type Note,
  type NoteId,
  type NoteLayout,
  type Substitution,
} from '../model/design.js';
import { sharedStack } from '../model/graph.js';
import { idFromLabel } from '../model/names.js';
import { nodeFields } from '../system/node-fields.js';
import { emptySelection, type Selection } from './define.js';
import { contentsOf } from './move.js';
import { freeLabels } from './new-node.js';
import { titleOfNote } from './commands/selection.js';
import { placedAt, shiftedBy, type PartPlace } from './part-place.js';

/**
 * Part of a design, as a design of its own: what is selected, what selected contexts hold, and the connections among
 * these. Whatever it refers to beyond stays named.
 */
export function partOf(design: Design, selection: Selection): Design {
  const inside = contentsOf(design, selection.contexts);
  const nodeIds = new Set([...selection.nodes, ...inside.nodes]);
  const noteIds = new Set([...selection.notes, ...inside.notes]);
  const { layout } = design;
  const nodes = pick(design.nodes, nodeIds);
  const connections = Object.fromEntries(
    entries(design.connections).filter(([, { from, to }]) => nodeIds.has(from) && nodeIds.has(to)),
  );
  const areas = [...selection.contexts].flatMap((id): [string, ContextLayout][] => {
    const area = lookup(layout.contexts, id) ?? contextBox(design, id);
    return area === undefined ? [] : [[id, area]];
  });
  return {
    ...emptyDesign(design.settings.name),
    contexts: pick(design.contexts, selection.contexts),
    nodes,
    connections,
    notes: pick(design.notes, noteIds),
    layout: {
      nodes: pick(layout.nodes, nodeIds),
      contexts: Object.fromEntries(areas),
      notes: pick(layout.notes, noteIds),
      states: pick(layout.states, nodeIds),
      bends: pick(layout.bends, new Set(Object.keys(connections))),
    },
  };
}

function pick<Value>(record: Readonly<Record<string, Value>>, ids: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
}

export interface InsertedPart {
  readonly design: Design;
  /** What was put in: contexts, and what lies in none of these. */
  readonly selection: Selection;
}

/**
 * The design with a part put in: under ids and labels of its own, with everything in it referring to the copies. What it
 * refers to beyond itself is kept where this design has it, else cleared.
 */
export function insertPart(design: Design, part: Design, place: PartPlace): InsertedPart {
  const placed = placedAt(design, part, place);
  const maps = newIds(design, part);
  const inherited = 'context' in place ? place.context : undefined;
  const home = (context: ContextId | undefined): { readonly context?: ContextId } => {
    const mapped = context === undefined ? undefined : lookup(maps.contexts, context);
    const kept: string | undefined = inherited === undefined ? context : (inherited ?? undefined);
    const target = mapped ?? (kept !== undefined && Object.hasOwn(design.contexts, kept) ? kept : undefined);
    return target === undefined ? {} : { context: contextId(target) };
  };

  const nodes = entries(part.nodes).map(([id, node]): [NodeId, DesignNode] => {
    const { idFixed: _idFixed, stack: _stack, adopted: _adopted, context, ...rest } = node;
    const copy = { ...rest, label: maps.labels[id] ?? node.label, ...home(context) };
    return [nodeId(maps.nodes[id] ?? id), withReferences(copy, design, maps.nodes)];
  });
  const notes = entries(part.notes).map(([id, { context, ...rest }]): [NoteId, Note] => [
    (maps.notes[id] ?? id) as NoteId,
    { ...rest, ...home(context) },
  ]);
  const contexts = entries(part.contexts).map(([id, context]): [ContextId, Context] => [
    contextId(maps.contexts[id] ?? id),
    { ...context, label: maps.contextLabels[id] ?? context.label },
  ]);
  const { connections, ids: connectionIds } = newConnections(design, part, maps.nodes);
  const { layout } = design;
  const moved = shiftedBy(placed.part.layout, placed.by);
  return {
    design: {
      ...design,
      contexts: contexts.length === 0 ? design.contexts : { ...design.contexts, ...Object.fromEntries(contexts) },
      nodes: { ...design.nodes, ...Object.fromEntries(nodes) },
      connections: { ...design.connections, ...connections },
      notes: { ...design.notes, ...Object.fromEntries(notes) },
      layout: {
        nodes: { ...layout.nodes, ...renamed(moved.nodes, maps.nodes) },
        contexts: { ...layout.contexts, ...renamed(moved.contexts, maps.contexts) },
        notes: { ...layout.notes, ...renamed<NoteLayout>(moved.notes, maps.notes) },
        states: { ...layout.states, ...renamed(moved.states, maps.nodes) },
        bends: { ...layout.bends, ...renamed(moved.bends, connectionIds) },
      },
    },
    selection: {
      ...emptySelection,
      contexts: new Set(contexts.map(([id]) => id)),
      nodes: new Set(nodes.filter(([, node]) => isOutside(node, maps.contexts)).map(([id]) => id)),
      notes: new Set(notes.filter(([, note]) => isOutside(note, maps.contexts)).map(([id]) => id)),
    },
  };
}

const isOutside = ({ context }: { readonly context?: ContextId }, inserted: IdMap): boolean =>
  context === undefined || !Object.values(inserted).includes(context);

type IdMap = Readonly<Record<string, string>>;

const renamed = <Value>(record: Readonly<Record<string, Value>>, ids: IdMap): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([id, value]): [string, Value][] => {
      const copy = lookup(ids, id);
      return copy === undefined ? [] : [[copy, value]];
    }),
  );

/** Free ids and labels for everything in a part, by its old ids. */
function newIds(design: Design, part: Design) {
  const freeLabel = freeLabels(Object.values(design.nodes).map(({ label }) => label));
  const freeContextLabel = freeLabels(Object.values(design.contexts).map(({ label }) => label));
  const labels = Object.fromEntries(entries(part.nodes).map(([id, node]) => [id as string, freeLabel(node.label)]));
  const contextLabels = Object.fromEntries(
    entries(part.contexts).map(([id, context]) => [id as string, freeContextLabel(context.label)]),
  );
  return {
    labels,
    contextLabels,
    nodes: idMap(design.nodes, part.nodes, (id, { service }) => [labels[id] ?? '', service]),
    contexts: idMap({ ...design.contexts, [sharedStack]: true }, part.contexts, (id) => [
      contextLabels[id] ?? '',
      'context',
    ]),
    notes: idMap(design.notes, part.notes, (_id, { text }) => [titleOfNote(text), 'note']),
  };
}

/** A free id for each, made from its words or the fallback. */
function idMap<Value>(
  taken: Readonly<Record<string, unknown>>,
  added: Readonly<Record<string, Value>>,
  wordsOf: (id: string, value: Value) => readonly [string, string],
): IdMap {
  const used = new Set<string>();
  const map: Record<string, string> = {};
  for (const [id, value] of Object.entries(added)) {
    const [words, fallback] = wordsOf(id, value);
    // A number alone, as in 注文 2, would name nothing.
    const named = /[a-z]/i.test(words.normalize('NFKD')) ? words : '';
    const free = idFromLabel(named, (other) => used.has(other) || Object.hasOwn(taken, other), fallback);
    used.add(free);
    map[id] = free;
  }
  return map;
}

function newConnections(design: Design, part: Design, nodes: IdMap) {
  const end = (id: NodeId): NodeId | undefined =>
    lookup(nodes, id) !== undefined ? nodeId(nodes[id] ?? id) : Object.hasOwn(design.nodes, id) ? id : undefined;
  const resources = new Set(Object.values(design.connections).map(({ resource }) => resource));
  const keys = new Map<string, string>();
  const keyOf = (resource: string): string => {
    const key = keys.get(resource) ?? idFromLabel(resource, (other) => resources.has(other), 'resource');
    keys.set(resource, key);
    resources.add(key);
    return key;
  };
  const connections: Record<ConnectionId, Connection> = {};
  const ids: Record<string, string> = {};
  const taken = (id: string): boolean => Object.hasOwn(design.connections, id) || Object.hasOwn(connections, id);
  for (const [id, { from: oldFrom, to: oldTo, resource, props, ...rest }] of entries(part.connections)) {
    const [from, to] = [end(oldFrom), end(oldTo)];
    const isNew = lookup(nodes, oldFrom) !== undefined || lookup(nodes, oldTo) !== undefined;
    if (from === undefined || to === undefined || !isNew) continue;
    const copy = idFromLabel(`${from} to ${to}`, taken, 'connection') as ConnectionId;
    ids[id] = copy;
    connections[copy] = {
      ...rest,
      from,
      to,
      props: propsWithReferences(props, nodeFields.ofConnection(rest.kind), design, nodes),
      ...(resource === undefined ? {} : { resource: keyOf(resource) }),
    };
  }
  return { connections, ids };
}

/** References within the part lead to the copies, others to what they led to, if that is there. */
function withReferences(node: DesignNode, design: Design, ids: IdMap): DesignNode {
  const props = propsWithReferences(node.props, nodeFields.ofService(node.service), design, ids);
  if (node.definition === undefined) return { ...node, props };
  const substitutions = Object.fromEntries(
    Object.entries(node.definition.substitutions).flatMap(([name, substitution]): [string, Substitution][] => {
      if (!('node' in substitution)) return [[name, substitution]];
      const target = targetOf(substitution.node, design, ids);
      return target === undefined ? [] : [[name, { ...substitution, node: nodeId(target) }]];
    }),
  );
  return { ...node, props, definition: { ...node.definition, substitutions } };
}

const targetOf = (id: string, design: Design, ids: IdMap): string | undefined =>
  lookup(ids, id) ?? (Object.hasOwn(design.nodes, id) ? id : undefined);

function propsWithReferences(
  props: Readonly<Record<string, Json>>,
  fields: readonly string[],
  design: Design,
  ids: IdMap,
): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(props).flatMap(([name, value]): [string, Json][] => {
      if (typeof value !== 'string' || !fields.includes(name)) return [[name, value]];
      const target = targetOf(value, design, ids);
      return target === undefined ? [] : [[name, target]];
    }),
  );
}
