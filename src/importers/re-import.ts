import {
  entries,
  lookup,
  nodeId,
  type Adopted,
  type Connection,
  type Design,
  type DesignNode,
  type Json,
  type NodeId,
} from '../model/design.js';
import { isEqual } from '../model/equal.js';
import { changeNodeId, removeConnections, removeNodes, type NodeFields } from '../model/graph.js';
import { idFromLabel } from '../model/names.js';
import { originsOf, type ImportedState, type Origin } from '../model/origins.js';
import { withImportedState } from './imported-state.js';

/** What the templates say otherwise than at the last import. */
export interface Change {
  readonly kind: 'node' | 'connection';
  readonly what: 'new' | 'changed' | 'removed';
  readonly id: string;
  /** The label of a node; of a connection those of its ends. */
  readonly label: string;
}

export interface ReImported {
  readonly design: Design;
  readonly changes: readonly Change[];
}

/**
 * A design with its templates imported again. What a person changed stays: layout, notes, decisions, labels, fields,
 * what they drew and what they deleted. All else becomes what the templates say now. An id once given stays.
 */
export function reimport(design: Design, imported: Design, fields: NodeFields): ReImported {
  const before = statesOf(design, imported);
  const fresh = withImportedState(withIdsOf(design, imported, before, fields));
  const changes: Change[] = [];
  const nodes = mergedNodes(design, fresh, before, changes);
  const kept = removeNodes(design, new Set(changes.filter(isRemoved).map(({ id }) => id)), fields);
  const withNodes: Design = {
    ...kept,
    contexts: { ...newContexts(fresh, before), ...kept.contexts },
    nodes: { ...kept.nodes, ...nodes },
    layout: { ...kept.layout, nodes: { ...placesOfNew(fresh, changes), ...kept.layout.nodes } },
  };
  const withConnections = mergedConnections(withNodes, fresh, before, changes);
  const labelled = changes.map((change) => ({ ...change, label: change.label || labelOf(withConnections, change.id) }));
  return { design: withSections(withConnections, design, fresh), changes: labelled };
}

const isRemoved = ({ kind, what }: Change): boolean => kind === 'node' && what === 'removed';

/** The last imported state of the templates that are imported again. */
function statesOf(design: Design, imported: Design): ImportedState {
  const origins = originsOf(design);
  const states = Object.keys(imported.origins).flatMap((template) => origins.get(template)?.imported ?? []);
  return {
    nodes: Object.assign({}, ...states.map(({ nodes }) => nodes)) as ImportedState['nodes'],
    connections: Object.assign({}, ...states.map(({ connections }) => connections)) as ImportedState['connections'],
    contexts: states.flatMap(({ contexts }) => contexts),
    resources: [],
  };
}

const resourceKeys = ({ template, resources }: Adopted): readonly string[] =>
  Object.keys(resources ?? {}).map((logicalId) => JSON.stringify([template, logicalId]));

/** The imported design with the ids that its resources have already; a newcomer makes way for what has its id. */
function withIdsOf(design: Design, imported: Design, before: ImportedState, fields: NodeFields): Design {
  const known = new Map<string, NodeId>();
  for (const [id, { adopted }] of entries(design.nodes))
    if (adopted !== undefined) for (const key of resourceKeys(adopted)) known.set(key, id);
  let result = imported;
  for (const [id, node] of entries(imported.nodes)) {
    const has =
      node.adopted === undefined ? undefined : resourceKeys(node.adopted).flatMap((key) => known.get(key) ?? [])[0];
    if (has === id || (has === undefined && isFree(design, before, id))) continue;
    const name = originsOf(imported).get(node.adopted?.template ?? '')?.name ?? 'new';
    const wanted =
      has ??
      nodeId(
        idFromLabel(
          `${name}-${id}`,
          (word) => Object.hasOwn(design.nodes, word) || Object.hasOwn(result.nodes, word),
          'resource',
        ),
      );
    if (!Object.hasOwn(result.nodes, wanted)) result = changeNodeId(result, id, wanted, fields);
  }
  return result;
}

/** Nobody has it, or the import gave it. */
const isFree = (design: Design, before: ImportedState, id: string): boolean => {
  const there = lookup(design.nodes, id);
  return there === undefined || there.adopted !== undefined || Object.hasOwn(before.nodes, id);
};

/** What stands where, without the lines that everything above moves. */
const adoptedContent = (adopted: Adopted | undefined): unknown =>
  adopted === undefined ? undefined : { resources: adopted.resources, parts: adopted.parts };

function mergedNodes(
  design: Design,
  fresh: Design,
  before: ImportedState,
  changes: Change[],
): Readonly<Record<string, DesignNode>> {
  const merged = new Map<string, DesignNode>();
  for (const [id, node] of entries(fresh.nodes)) {
    const own = lookup(design.nodes, id);
    const old = lookup(before.nodes, id);
    if (own === undefined) {
      // A person deleted it.
      if (old !== undefined) continue;
      merged.set(id, node);
      changes.push({ kind: 'node', what: 'new', id, label: node.label });
      continue;
    }
    // A service that a person changed is theirs.
    if (own.adopted === undefined && node.adopted !== undefined) continue;
    merged.set(id, mergedNode(own, node, old));
    const isSame = isEqual(adoptedContent(own.adopted), adoptedContent(node.adopted));
    if (!isSame) changes.push({ kind: 'node', what: 'changed', id, label: own.label });
  }
  for (const id of Object.keys(before.nodes)) {
    const own = lookup(design.nodes, id);
    if (own !== undefined && !Object.hasOwn(fresh.nodes, id))
      changes.push({ kind: 'node', what: 'removed', id, label: own.label });
  }
  return Object.fromEntries(merged);
}

function mergedNode(own: DesignNode, node: DesignNode, old: Omit<DesignNode, 'adopted'> | undefined): DesignNode {
  const { label, context, definition, overrides, comment, ...rest } = { ...own, ...node };
  const pick = <Value>(mine: Value, theirs: Value, base: Value): Value => (isEqual(mine, base) ? theirs : mine);
  const chosen = {
    label: pick(own.label, label, old?.label ?? own.label),
    context: pick(own.context, node.context ?? context, old === undefined ? own.context : old.context),
    definition: pick(own.definition, definition, old === undefined ? own.definition : old.definition),
    overrides: own.overrides ?? overrides,
    comment: own.comment ?? comment,
  };
  return {
    ...rest,
    label: chosen.label,
    ...(chosen.context === undefined ? {} : { context: chosen.context }),
    ...(chosen.definition === undefined ? {} : { definition: chosen.definition }),
    ...(chosen.overrides === undefined ? {} : { overrides: chosen.overrides }),
    ...(chosen.comment === undefined ? {} : { comment: chosen.comment }),
    props: mergedProps(own.props, node.props, old?.props),
  };
}

type Props = Readonly<Record<string, Json>>;

/** By field: what a person changed since the last import stays. */
function mergedProps(own: Props, next: Props, old: Props | undefined): Props {
  if (old === undefined) return { ...next, ...own };
  const names = new Set([...Object.keys(own), ...Object.keys(next)]);
  return Object.fromEntries(
    [...names].flatMap((name): [string, Json][] => {
      const mine = lookup(own, name);
      const value = isEqual(mine, lookup(old, name)) ? lookup(next, name) : mine;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function mergedConnections(design: Design, fresh: Design, before: ImportedState, changes: Change[]): Design {
  const known = new Map(entries(design.connections).map(([id, own]) => [keyOf(own, id), id] as const));
  const result = new Map<string, Connection>(entries(design.connections));
  const seen = new Set<string>();
  for (const [id, connection] of entries(fresh.connections)) {
    const own =
      known.get(keyOf(connection, id)) ?? (sameEnds(lookup(design.connections, id), connection) ? id : undefined);
    seen.add(own ?? id);
    if (own !== undefined) {
      const mine = lookup(design.connections, own);
      if (mine === undefined) continue;
      const { adopted, ...rest } = connection;
      result.set(own, {
        ...rest,
        ...(adopted === undefined ? {} : { adopted }),
        ...(mine.comment === undefined ? {} : { comment: mine.comment }),
        props: mergedProps(mine.props, connection.props, lookup(before.connections, own)?.props),
      });
      if (!isEqual(adoptedContent(mine.adopted), adoptedContent(adopted)))
        changes.push({ kind: 'connection', what: 'changed', id: own, label: '' });
      continue;
    }
    // A person deleted it, or one of its ends.
    if (Object.hasOwn(before.connections, id)) continue;
    if (!Object.hasOwn(design.nodes, connection.from) || !Object.hasOwn(design.nodes, connection.to)) continue;
    const free = result.has(id) ? idFromLabel(`${id}-2`, (word) => result.has(word), 'connection') : id;
    seen.add(free);
    result.set(free, connection);
    changes.push({ kind: 'connection', what: 'new', id: free, label: '' });
  }
  const gone = new Set(
    Object.keys(before.connections).filter(
      (id) => !seen.has(id) && lookup(design.connections, id)?.adopted !== undefined,
    ),
  );
  for (const id of gone) changes.push({ kind: 'connection', what: 'removed', id, label: labelOf(design, id) });
  return removeConnections({ ...design, connections: Object.fromEntries(result) }, gone);
}

/** The same relation said at the same place is the same connection, whatever its id. */
const keyOf = ({ kind, from, to, adopted }: Connection, id: string): string =>
  adopted === undefined ? id : JSON.stringify([kind, from, to, adopted.evidence?.from ?? '']);

const sameEnds = (own: Connection | undefined, { kind, from, to }: Connection): boolean =>
  own?.kind === kind && own.from === from && own.to === to && own.adopted !== undefined;

function labelOf(design: Design, id: string): string {
  const connection = lookup(design.connections, id);
  const name = (node: string): string => lookup(design.nodes, node)?.label ?? node;
  return connection === undefined ? id : `${name(connection.from)} → ${name(connection.to)}`;
}

const newContexts = (fresh: Design, before: ImportedState): Design['contexts'] =>
  Object.fromEntries(entries(fresh.contexts).filter(([id]) => !before.contexts.includes(id)));

function placesOfNew(fresh: Design, changes: readonly Change[]): Design['layout']['nodes'] {
  const added = new Set(changes.filter(({ what }) => what === 'new').map(({ id }) => id));
  return Object.fromEntries(Object.entries(fresh.layout.nodes).filter(([id]) => added.has(id)));
}

/** Origins, parameters and conditions of the templates that were imported again. */
function withSections(merged: Design, old: Design, fresh: Design): Design {
  const again = new Set(Object.keys(fresh.origins));
  const before = [...originsOf(old)].filter(([template]) => again.has(template)).map(([, origin]) => origin);
  const others = [...originsOf(old)].filter(([template]) => !again.has(template)).map(([, origin]) => origin);
  const section = (name: 'parameters' | 'conditions'): Readonly<Record<string, Json>> => {
    const keysOf = (all: readonly Origin[]): string[] => all.flatMap((origin) => Object.values(origin[name] ?? {}));
    const used = new Set(keysOf(others));
    const owned = new Set(keysOf(before).filter((key) => !used.has(key)));
    return {
      ...Object.fromEntries(Object.entries(merged[name]).filter(([key]) => !owned.has(key))),
      ...fresh[name],
    };
  };
  return {
    ...merged,
    origins: { ...merged.origins, ...fresh.origins },
    parameters: section('parameters'),
    conditions: section('conditions'),
  };
}
