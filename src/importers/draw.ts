import type { DesignNode, Json } from '../model/design.js';
import { spareQueues, withoutDeliveries } from './cdk-helpers.js';
import { fieldsOf, kindFor, preparedProps } from './kinds.js';
import { draftId, draftNode, Ids, nodeOf } from './nodes.js';
import { isHiddenUnlessConnected, serviceOfResource, servedBy, standsForOwner } from './node-types.js';
import { modelsNamed, withNamesOutside } from './names-outside.js';
import type { ConnectionDraft, Evidence, NodeDraft, Reading } from './recognise/define.js';
import { isResource, type DraftEnd } from './recognise/ends.js';
import type { SourceResource } from './source.js';

/** A node of the design with where it came from. */
export interface DrawnNode {
  readonly id: string;
  readonly node: DesignNode;
  readonly resource?: SourceResource;
  readonly draft?: NodeDraft;
}

/** A connection of the design with where it came from. */
export interface DrawnConnection {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly props: Readonly<Record<string, Json>>;
  readonly resource: string | undefined;
  readonly evidence: Evidence;
  readonly folds: readonly SourceResource[];
  readonly inside: readonly NonNullable<ConnectionDraft['inside']>[];
}

export interface Drawing {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly connections: readonly DrawnConnection[];
  /** Node ids by resource, also of resources that another one stands for. */
  readonly idOf: ReadonlyMap<SourceResource, string>;
}

/** Aliases of aliases end here. */
const longestChain = 6;

/** The drawn resource that a resource stands for: itself, or the function of an alias. */
export function anchorOf(reading: Reading, resource: SourceResource): SourceResource | undefined {
  let found = resource;
  for (let step = 0; step < longestChain; step++) {
    if (serviceOfResource(found) !== undefined) return found;
    if (!standsForOwner(found)) return undefined;
    const next = servedBy(found)
      .map((value) => reading.target(reading.templateOf(found), value))
      .find((target) => target.kind === 'resource');
    if (next?.kind !== 'resource' || next.resource === found) return undefined;
    found = next.resource;
  }
  return undefined;
}

/** Nodes and connections of what recognisers found. */
export function draw(reading: Reading, drafts: readonly ConnectionDraft[]): Drawing {
  const all = reading.system.templates.flatMap(({ resources }) => [...resources.values()]);
  const found = drafts.flatMap((draft) => {
    const from = anchoredEnd(reading, draft.from);
    const to = anchoredEnd(reading, draft.to);
    return from === undefined || to === undefined || from === to ? [] : [{ ...draft, from, to }];
  });
  const spare = spareQueues(all, found);
  const anchored = withoutDeliveries(found).filter(({ to }) => !spare.has(to));
  const ends = new Set<DraftEnd>(anchored.flatMap(({ from, to }) => [from, to]));

  const ids = new Ids();
  const idOf = new Map<SourceResource, string>();
  // A nested stack that was opened is a context, and its resource only brings it in.
  const nested = new Set(
    reading.system.templates.flatMap(({ parent }) =>
      parent === undefined ? [] : [`${parent.template}\n${parent.logicalId}`],
    ),
  );
  const shown = all.filter(
    (resource) =>
      serviceOfResource(resource) !== undefined &&
      !spare.has(resource) &&
      !nested.has(`${resource.template}\n${resource.logicalId}`) &&
      (!isHiddenUnlessConnected(resource) || ends.has(resource)),
  );
  for (const resource of shown) idOf.set(resource, ids.take(resource.logicalId, reading.templateOf(resource)));
  for (const resource of all)
    if (!idOf.has(resource)) {
      const anchor = anchorOf(reading, resource);
      const id = anchor === undefined ? undefined : idOf.get(anchor);
      if (id !== undefined) idOf.set(resource, id);
    }

  const nodes = new Map<string, DrawnNode>();
  for (const resource of shown) {
    const id = idOf.get(resource);
    if (id !== undefined) nodes.set(id, { id, node: nodeOf(reading, resource, idOf), resource });
  }
  const draftIds = new Map<string, string>();
  for (const end of [...ends, ...modelsNamed(reading, nodes.values())]) {
    if (isResource(end) || draftIds.has(end.key)) continue;
    const id = ids.take(draftId(end), end.template);
    draftIds.set(end.key, id);
    nodes.set(id, { id, node: draftNode(end), draft: end });
  }

  for (const drawn of nodes.values()) nodes.set(drawn.id, withNamesOutside(drawn, draftIds));

  const idOfEnd = (end: DraftEnd): string | undefined => (isResource(end) ? idOf.get(end) : draftIds.get(end.key));
  return { nodes, connections: connect(anchored, nodes, idOfEnd, idOf), idOf };
}

const anchoredEnd = (reading: Reading, end: DraftEnd): DraftEnd | undefined =>
  isResource(end) ? anchorOf(reading, end) : end;

const surest = ['certain', 'likely', 'possible'];

/** Connections from drafts: kinds that fit, each once, with what all of its drafts found. */
function connect(
  drafts: readonly ConnectionDraft[],
  nodes: Map<string, DrawnNode>,
  idOfEnd: (end: DraftEnd) => string | undefined,
  idOf: ReadonlyMap<SourceResource, string>,
): readonly DrawnConnection[] {
  const found = new Map<string, DrawnConnection>();
  const taken = new Set<string>();
  for (const draft of drafts) {
    const from = nodes.get(idOfEnd(draft.from) ?? '');
    const to = nodes.get(idOfEnd(draft.to) ?? '');
    if (from === undefined || to === undefined) continue;
    const kind = kindFor([draft.kind, ...(draft.instead ?? [])], from, to);
    prepare(kind, from, to, nodes);
    const props = propsFor(kind, draft, idOf);
    const key = JSON.stringify([kind, from.id, to.id, kind === 'uses' ? null : props]);
    const before = found.get(key);
    if (before !== undefined) {
      found.set(key, merged(before, draft, props));
      continue;
    }
    const id = idFromPair(from.id, to.id, taken);
    taken.add(id);
    found.set(key, {
      id,
      kind,
      from: from.id,
      to: to.id,
      props,
      resource: draft.resource,
      evidence: draft.evidence,
      folds: draft.folds,
      inside: draft.inside === undefined ? [] : [draft.inside],
    });
  }
  return [...found.values()];
}

/** Sets what an end lacks for a connection that the template states: an API that asks a function who may call. */
function prepare(kind: string, from: DrawnNode, to: DrawnNode, nodes: Map<string, DrawnNode>): void {
  const needed = preparedProps(kind, from, to);
  for (const [end, props] of [
    [from, needed.from],
    [to, needed.to],
  ] as const)
    if (props !== undefined)
      nodes.set(end.id, { ...end, node: { ...end.node, props: { ...end.node.props, ...props } } });
}

/** Longer ids help nobody. */
const longestEnd = 40;

function idFromPair(from: string, to: string, taken: ReadonlySet<string>): string {
  const short = (id: string): string => id.slice(0, longestEnd).replace(/-+$/, '');
  const base = `${short(from)}-to-${short(to)}`;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}-${String(number)}`)) return `${base}-${String(number)}`;
}

function propsFor(
  kind: string,
  { props, references }: ConnectionDraft,
  idOf: ReadonlyMap<SourceResource, string>,
): Readonly<Record<string, Json>> {
  const fields = fieldsOf(kind);
  const named = Object.entries(references ?? {}).flatMap(([field, resource]): readonly (readonly [string, Json])[] => {
    const id = idOf.get(resource);
    return id === undefined ? [] : [[field, id]];
  });
  return Object.fromEntries([...Object.entries(props), ...named].filter(([name]) => fields.has(name)));
}

function merged(
  before: DrawnConnection,
  draft: ConnectionDraft,
  props: Readonly<Record<string, Json>>,
): DrawnConnection {
  const actions = [before.props, props].flatMap(({ actions: list }) => (Array.isArray(list) ? (list as Json[]) : []));
  const isSurer = surest.indexOf(draft.evidence.confidence) < surest.indexOf(before.evidence.confidence);
  return {
    ...before,
    props:
      before.kind === 'uses' && actions.length > 0 ? { ...before.props, actions: [...new Set(actions)] } : before.props,
    evidence: isSurer ? draft.evidence : before.evidence,
    folds: [...new Set([...before.folds, ...draft.folds])],
    inside: draft.inside === undefined ? before.inside : [...before.inside, draft.inside],
  };
}
