import { contextBoxes, nodeBoxes, union } from '../../layout/geometry.js';
import {
  contextId,
  entries,
  lookup,
  nodeId,
  type Adopted,
  type Box,
  type Connection,
  type ConnectionId,
  type Context,
  type Design,
  type Json,
  type NodeId,
  type Point,
} from '../../model/design.js';
import { isEqual } from '../../model/equal.js';
import { sharedStack } from '../../model/graph.js';
import { readOrigin } from '../../model/origins.js';
import { withRenames } from '../../model/renames.js';
import { nodeFields } from '../../system/node-fields.js';

/** Between what was there and what comes. */
const gap = 96;

/**
 * A design with an imported one beside what it holds. What was there keeps its ids and its places; a newcomer whose id is
 * taken gets a prefix, and what it was imported from stays with it.
 */
export function insertImported(design: Design, imported: Design, prefix: string): Design {
  const withIds = withFreeContexts(design, withFreeNodes(design, imported, prefix), prefix);
  const added = withFreeOrigins(design, withIds, prefix);
  const by = offsetBetween(design, added);
  const connectionIds = freeIds(design.connections, added.connections, prefix);
  const connections = entries(added.connections).map(
    ([id, connection]) => [connectionIds.get(id) ?? id, connection] as const,
  );
  return {
    ...design,
    contexts: { ...design.contexts, ...added.contexts },
    nodes: { ...design.nodes, ...added.nodes },
    connections: { ...design.connections, ...(Object.fromEntries(connections) as Record<ConnectionId, Connection>) },
    // What the design says already is what it goes on saying.
    parameters: { ...added.parameters, ...design.parameters },
    conditions: { ...added.conditions, ...design.conditions },
    origins: { ...added.origins, ...design.origins },
    layout: {
      ...design.layout,
      nodes: { ...design.layout.nodes, ...shifted(added.layout.nodes, by) },
      contexts: { ...design.layout.contexts, ...shifted(added.layout.contexts, by) },
      states: { ...design.layout.states, ...added.layout.states },
    },
  };
}

const shifted = <At extends Point>(places: Readonly<Record<string, At>>, by: Point): Readonly<Record<string, At>> =>
  Object.fromEntries(Object.entries(places).map(([id, at]) => [id, { ...at, x: at.x + by.x, y: at.y + by.y }]));

/** Taken id -> the free one for the newcomer. */
function freeIds(
  taken: Readonly<Record<string, unknown>>,
  added: Readonly<Record<string, unknown>>,
  prefix: string,
): ReadonlyMap<string, string> {
  const free = new Map<string, string>();
  const used = new Set([...Object.keys(taken), ...Object.keys(added)]);
  for (const id of Object.keys(added)) {
    if (!Object.hasOwn(taken, id)) continue;
    let name = `${prefix}-${id}`;
    for (let number = 2; used.has(name); number++) name = `${prefix}-${id}-${String(number)}`;
    used.add(name);
    free.set(id, name);
  }
  return free;
}

const withFreeNodes = (design: Design, imported: Design, prefix: string): Design =>
  withRenames(
    imported,
    new Map<NodeId, NodeId>(
      [...freeIds(design.nodes, imported.nodes, prefix)].map(([from, to]) => [nodeId(from), nodeId(to)]),
    ),
    nodeFields,
  );

function withFreeContexts(design: Design, imported: Design, prefix: string): Design {
  const free = freeIds({ ...design.contexts, [sharedStack]: true }, imported.contexts, prefix);
  if (free.size === 0) return imported;
  const idOf = (id: string): string => free.get(id) ?? id;
  const nodes = entries(imported.nodes).map(([id, node]) => [
    id,
    node.context === undefined ? node : { ...node, context: contextId(idOf(node.context)) },
  ]);
  const contexts = entries(imported.contexts).map(([id, context]): [string, Context] => [idOf(id), context]);
  const areas = entries(imported.layout.contexts).map(([id, area]) => [idOf(id), area]);
  return {
    ...imported,
    nodes: Object.fromEntries(nodes) as Design['nodes'],
    contexts: Object.fromEntries(contexts),
    layout: { ...imported.layout, contexts: Object.fromEntries(areas) as Design['layout']['contexts'] },
  };
}

/** Templates of one path in two places are two: their keys, and the names of what differs in them, get the prefix. */
function withFreeOrigins(design: Design, imported: Design, prefix: string): Design {
  const templates = freeIds(design.origins, imported.origins, prefix);
  const parameters = freeIds(differing(design.parameters, imported.parameters), imported.parameters, prefix);
  const conditions = freeIds(differing(design.conditions, imported.conditions), imported.conditions, prefix);
  if (templates.size + parameters.size + conditions.size === 0) return imported;
  const keyOf = (template: string): string => templates.get(template) ?? template;
  const origins = Object.fromEntries(
    Object.entries(imported.origins).map(([template, origin]) => [
      keyOf(template),
      withNames(origin, { parameters, conditions, keyOf }),
    ]),
  );
  const adopting = <Thing extends { readonly adopted?: Adopted }>(things: Readonly<Record<string, Thing>>) =>
    Object.fromEntries(
      Object.entries(things).map(([id, thing]): [string, Thing] => [
        id,
        thing.adopted === undefined
          ? thing
          : { ...thing, adopted: { ...thing.adopted, template: keyOf(thing.adopted.template) } },
      ]),
    );
  return {
    ...imported,
    nodes: adopting(imported.nodes),
    connections: adopting(imported.connections),
    parameters: renamed(imported.parameters, parameters),
    conditions: renamed(imported.conditions, conditions),
    origins,
  };
}

type Names = ReadonlyMap<string, string>;

/** What both have under one name, and not the same. */
const differing = (
  before: Readonly<Record<string, Json>>,
  added: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(before).filter(([key, value]) => Object.hasOwn(added, key) && !isEqual(value, added[key])),
  );

const renamed = (record: Readonly<Record<string, Json>>, names: Names): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [names.get(key) ?? key, value]));

interface OriginNames {
  readonly parameters: Names;
  readonly conditions: Names;
  readonly keyOf: (template: string) => string;
}

/** An origin whose names lead to the keys that parameters and conditions have now. */
function withNames(value: Json, { parameters, conditions, keyOf }: OriginNames): Json {
  const origin = readOrigin(value);
  if (origin === undefined || !isRecord(value)) return value;
  const led = (map: Readonly<Record<string, string>>, names: Names): Json =>
    Object.fromEntries(Object.entries(map).map(([name, key]) => [name, names.get(key) ?? key]));
  return {
    ...value,
    ...(origin.parameters === undefined ? {} : { parameters: led(origin.parameters, parameters) }),
    ...(origin.conditions === undefined ? {} : { conditions: led(origin.conditions, conditions) }),
    ...(origin.parent === undefined
      ? {}
      : { parent: { template: keyOf(origin.parent.template), logicalId: origin.parent.logicalId } }),
  };
}

const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** To the right of what was there, at the same height. */
function offsetBetween(design: Design, added: Design): Point {
  const [before, after] = [boxAround(design), boxAround(added)];
  if (before === undefined || after === undefined) return { x: 0, y: 0 };
  return { x: before.x + before.width + gap - after.x, y: before.y - after.y };
}

function boxAround(design: Design): Box | undefined {
  const notes = Object.keys(design.notes).flatMap((id) => lookup(design.layout.notes, id) ?? []);
  const boxes = [...nodeBoxes(design).values(), ...contextBoxes(design).values(), ...notes];
  return boxes.length === 0 ? undefined : union(boxes);
}
