import '../../src/catalog/further.js';
import { connectionOf, connections, serviceOf, services } from '../../src/catalog/index.js';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import {
  connectionId,
  contextId,
  emptyDesign,
  entries,
  lookup,
  type Connection,
  type Design,
  type DesignNode,
  type Json,
  type NodeId,
} from '../../src/model/design.js';
import type { Field, Fields } from '../../src/model/fields.js';
import {
  addContext,
  addNode,
  removeConnections,
  removeNodes,
  updateConnection,
  updateNode,
} from '../../src/model/graph.js';
import { isError } from '../../src/model/problems.js';
import { directWays, type DirectWay } from '../../src/system/direct.js';
import { nodeFields } from '../../src/system/node-fields.js';
import { resolveNode } from '../../src/system/nodes.js';
import { problemsOf } from '../../src/system/problems.js';
import { resolveSystem } from '../../src/system/resolve.js';
import type { System } from '../../src/system/system.js';
import { addTaskFor } from '../../src/system/tasks.js';
import { connectDirectly } from '../../src/system/ways.js';
import { matrix, type Case } from './matrix/cases.js';
import { samplesOf } from './matrix/samples.js';

/** Labels that people give and that are hard on names: other scripts, none, the same again, words of languages. */
const labels = [
  'Orders',
  'Orders',
  'orders',
  '注文',
  '注文処理の結果を保存する',
  '動画 📹',
  '🚀',
  '👩‍👩‍👧‍👦',
  '',
  ' ',
  'constructor',
  '__proto__',
  'toString',
  'class',
  'this',
  'props',
  'scope',
  'Stack',
  'App',
  'cdk',
  'default',
  'con',
  '1st order',
  'Bestellübersicht',
  'It\'s "done" `now` ${there}',
  '*/ // <b>',
  'a'.repeat(120),
];

export type Random = () => number;

/** The same numbers for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

export const labelOf = (random: Random): string => pick(random, labels) ?? '';

const errorCount = (system: System): number => problemsOf(system).filter(isError).length;

/** What a case of the matrix shows that a random design may not meet by chance: kinds, and options of fields. */
function* oddsOf({ kind, design }: Case): Generator<string> {
  if (kind !== undefined) yield kind;
  const of = function* (owner: string, fields: Fields, props: Readonly<Record<string, Json>>): Generator<string> {
    for (const [name, value] of Object.entries(props)) {
      const field = lookup(fields, name)?.kind;
      if (field === 'choice' || field === 'boolean') yield `${owner}.${name}: ${JSON.stringify(value)}`;
    }
  };
  for (const { service, props } of Object.values(design.nodes))
    yield* of(service, serviceOf(service)?.fields ?? {}, props);
  for (const one of Object.values(design.connections))
    yield* of(one.kind, connectionOf(one.kind)?.fields ?? {}, one.props);
}

let knownBeginnings: readonly Design[] | undefined;

/** Small designs that have each kind and each option of each field. */
function beginnings(): readonly Design[] {
  if (knownBeginnings !== undefined) return knownBeginnings;
  const found = new Set<string>();
  const designs: Design[] = [];
  for (const one of matrix()) {
    const odds = [...oddsOf(one)].filter((name) => !found.has(name));
    if (odds.length === 0) continue;
    for (const name of odds) found.add(name);
    designs.push(one.design);
  }
  return (knownBeginnings = designs);
}

/** How a design begins. Neighbours are of one service: a step that has no divisor in common with most counts mixes them. */
function beginningOf(seed: number): Design | undefined {
  const all = beginnings();
  // Those that the seeds of single nodes have left out come last.
  const turn = seed <= all.length ? seed : (seed - all.length) * 60;
  return turn > all.length ? undefined : all[(turn * 7919) % all.length];
}

/** Pairs of services with the kinds that connect them, whatever their props: the other designs begin with one. */
const legalPairs: readonly (readonly [string, string])[] = services.flatMap(({ type: from, roles: sending }) =>
  services.flatMap(({ type: to, roles: receiving }) =>
    connections.some((kind) => sending[kind.from] !== undefined && receiving[kind.to] !== undefined) ||
    (sending.stateMachine !== undefined && receiving.sdkTarget !== undefined)
      ? [[from, to] as const]
      : [],
  ),
);

class Drawing {
  design: Design;
  private system: System;
  private errors = 0;

  constructor(
    name: string,
    private readonly random: Random,
  ) {
    this.design = emptyDesign(name);
    this.system = resolveSystem(this.design);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** Takes a change that brings no error. */
  private take(next: Design, allowed = 0): boolean {
    const system = resolveSystem(next, this.system);
    const errors = errorCount(system);
    if (errors > this.errors + allowed) return false;
    [this.design, this.system, this.errors] = [next, system, errors];
    return true;
  }

  private valuesOf(fields: Fields, share: number, options: Readonly<Record<string, readonly string[]>> = {}) {
    const props: [string, Json][] = [];
    for (const [name, field] of Object.entries<Field>(fields)) {
      const value = this.chance(share) ? pick(this.random, samplesOf(field, lookup(options, name))) : undefined;
      if (value !== undefined) props.push([name, value]);
    }
    return props;
  }

  /** Takes a whole design over, with labels and places of its own. */
  begin(design: Design): readonly NodeId[] {
    for (const [id, node] of entries(design.nodes)) {
      const context = pick(this.random, [undefined, ...Object.keys(this.design.contexts)]);
      const moved = {
        ...node,
        label: labelOf(this.random),
        ...(context === undefined ? {} : { context: contextId(context) }),
      };
      this.design = { ...this.design, nodes: { ...this.design.nodes, [id]: moved } };
    }
    this.take({ ...this.design, connections: design.connections }, Infinity);
    return Object.keys(design.nodes) as NodeId[];
  }

  addContexts(): void {
    const count = Math.floor(this.random() * 4);
    for (let index = 0; index < count; index++)
      this.take(addContext(this.design, { label: labelOf(this.random) }).design);
  }

  private addNode(service: string): NodeId {
    const context = pick(this.random, [undefined, ...Object.keys(this.design.contexts)]);
    const node: DesignNode = {
      service,
      label: labelOf(this.random),
      origin: 'created',
      props: service === 'generic' ? { cfnType: 'AWS::SNS::Topic', arnAttribute: 'Ref' } : {},
      ...(context === undefined ? {} : { context: contextId(context) }),
    };
    const added = addNode(this.design, node);
    // What is missing may come with its connections, or the node goes again.
    this.take(added.design, Infinity);
    return added.id;
  }

  place(service: string): NodeId {
    const id = this.addNode(service);
    for (const [name, field] of Object.entries<Field>(serviceOf(service)?.fields ?? {})) {
      const [wanted] = field.kind === 'node' ? field.services : [];
      if (wanted === undefined || !this.chance(0.3)) continue;
      const there = entries(this.design.nodes).find(([other, one]) => one.service === wanted && other !== id)?.[0];
      this.setProp(id, name, there ?? this.addNode(wanted));
    }
    for (const [name, value] of this.valuesOf(serviceOf(service)?.fields ?? {}, 0.4)) this.setProp(id, name, value);
    return id;
  }

  private setProp(id: NodeId, name: string, value: Json): void {
    this.take(updateNode(this.design, id, (node) => ({ ...node, props: { ...node.props, [name]: value } })));
  }

  connect(from: NodeId, to: NodeId): void {
    const [source, target] = [this.system.node(from), this.system.node(to)];
    if (source === undefined || target === undefined) return;
    const way = pick(this.random, directWays(source, target).ways);
    if (way === undefined) return;
    if (way.drawn === undefined) this.call(from, to);
    else this.draw(from, to, way, way.drawn);
  }

  private call(from: NodeId, to: NodeId): void {
    const role = this.system.node(to)?.service.roles.sdkTarget;
    const optimized = pick(this.random, role?.optimized ?? []);
    if (optimized !== undefined && this.chance(0.5)) {
      const pattern = pick(this.random, optimized.patterns);
      if (this.take(addTaskFor(this.design, from, to, optimized.action, pattern))) return;
    }
    this.take(addTaskFor(this.design, from, to, pick(this.random, Object.keys(role?.actions ?? {}))));
  }

  private draw(from: NodeId, to: NodeId, { kind }: DirectWay, drawn: NonNullable<DirectWay['drawn']>): void {
    const { design, connection } = connectDirectly(this.design, from, to, kind);
    if (connection === undefined || !this.take(design)) return;
    const options = drawn.definition.optionsFor?.(drawn.from, drawn.to) ?? {};
    for (const [name, value] of this.valuesOf(connectionOf(kind)?.fields ?? {}, 0.3, options))
      this.take(
        updateConnection(this.design, connectionId(connection), (one) => ({
          ...one,
          props: { ...one.props, [name]: value },
        })),
      );
  }
}

/** Without the nodes that lack something, and what they leave behind. */
function withoutIncomplete(design: Design): Design {
  for (let made = design; ;) {
    const incomplete = new Set(
      problemsOf(resolveSystem(made))
        .filter(isError)
        .flatMap(({ node, connection }) =>
          node !== undefined ? [String(node)] : [String(lookup(made.connections, connection ?? '')?.to)],
        ),
    );
    if (incomplete.size === 0) return made;
    made = removeNodes(made, incomplete, nodeFields);
  }
}

/** A legal design of up to so many nodes; the same for the same seed. */
export function randomDesign(seed: number, most: number): Design {
  const random = randomOf(seed);
  const drawing = new Drawing('Any', random);
  drawing.addContexts();
  const ids = begin(drawing, seed, most);
  const first = new Set(Object.keys(drawing.design.connections));
  const wanted = Math.floor(random() * most);
  while (ids.length < wanted) ids.push(drawing.place(pick(random, services)?.type ?? 'sqs-queue'));
  for (let tries = wanted * 12; tries > 0; tries--) {
    const [source, target] = [pick(random, ids), pick(random, ids)];
    if (source !== undefined && target !== undefined && source !== target) drawing.connect(source, target);
  }
  const made = exportable(withoutIncomplete(drawing.design), random, first);
  if ([...first].every((id) => Object.hasOwn(made.connections, id))) return made;
  // What it began with gave way: shown by itself, in one stack.
  const alone = new Drawing('Any', random);
  begin(alone, seed, most);
  return exportable(withoutIncomplete(alone.design), random, new Set(Object.keys(alone.design.connections)));
}

function begin(drawing: Drawing, seed: number, most: number): NodeId[] {
  const known = most > 1 ? beginningOf(seed) : undefined;
  if (known !== undefined) return [...drawing.begin(known)];
  const [from, to] = legalPairs[seed % legalPairs.length] ?? ['sqs-queue', 'lambda-function'];
  const ids = [drawing.place(from)];
  if (most > 1) ids.push(drawing.place(to));
  drawing.connect(ids[0] as NodeId, ids.at(-1) as NodeId);
  return ids;
}

/**
 * Without what makes stacks or resources wait for each other, which shows only where all of them are put in order. What came
 * first is what a design shows, and stays as long as something else can go.
 */
function exportable(design: Design, random: Random, first: ReadonlySet<string>): Design {
  let made = design;
  for (let tries = 0; ; tries++) {
    const errors = generateProject(resolveSystem(made), { language: 'en' }).problems.filter(isError);
    if (errors.length === 0 || tries === 40) return made;
    const { code, node, connection } = errors[0] ?? {};
    const crosses = ([, { from, to }]: [string, Connection]): boolean =>
      lookup(made.nodes, from)?.context !== lookup(made.nodes, to)?.context;
    const rivals = entries(made.connections).filter(([id, one]) =>
      connection === undefined
        ? node === undefined
          ? crosses([id, one])
          : one.from === node || one.to === node
        : id === connection,
    );
    const later = rivals.filter(([id]) => !first.has(id));
    const removed = pick(random, later.length > 0 ? later : rivals)?.[0];
    if (code === 'stack-cycle' && (removed === undefined || tries === 20)) made = withoutContexts(made);
    else if (later.length === 0 && Object.values(made.nodes).some(({ definition }) => definition !== undefined))
      made = withoutIncomplete(withoutTasks(made));
    else if (removed === undefined) return made;
    else made = withoutIncomplete(removeConnections(made, new Set([removed])));
  }
}

const withoutContexts = (design: Design): Design => ({
  ...design,
  contexts: {},
  nodes: Object.fromEntries(entries(design.nodes).map(([id, { context: _, ...node }]) => [id, node])),
});

/** No connection says what a Task calls. */
const withoutTasks = (design: Design): Design => ({
  ...design,
  nodes: Object.fromEntries(entries(design.nodes).map(([id, { definition: _, ...node }]) => [id, node])),
});

/** A connection between two nodes of one stack that a design has room for. */
export function withOneMore(
  design: Design,
  random: Random,
): { readonly design: Design; readonly ends: readonly NodeId[] } | undefined {
  const nodes = entries(design.nodes);
  const before = errorCount(resolveSystem(design));
  for (let tries = 0; tries < 40; tries++) {
    const [from, to] = [pick(random, nodes), pick(random, nodes)];
    if (from === undefined || to === undefined || from[0] === to[0] || from[1].context !== to[1].context) continue;
    const [source, target] = [from, to].map(([id, node]) => resolveNode(design.settings, id, node));
    const way =
      source === undefined || target === undefined ? undefined : pick(random, directWays(source, target).ways);
    if (way === undefined) continue;
    const made = connectDirectly(design, from[0], to[0], way.kind).design;
    if (made !== design && errorCount(resolveSystem(made)) <= before) return { design: made, ends: [from[0], to[0]] };
  }
  return undefined;
}

/** With a node more that nothing is connected with, where its service can be alone. */
export function withNodeAlone(
  design: Design,
  random: Random,
): { readonly design: Design; readonly id: NodeId } | undefined {
  for (let tries = 0; tries < 40; tries++) {
    const service = pick(random, services)?.type ?? '';
    const context = pick(random, [undefined, ...Object.keys(design.contexts)]);
    const added = addNode(design, {
      service,
      label: labelOf(random),
      origin: 'created',
      props: {},
      ...(context === undefined ? {} : { context: contextId(context) }),
    });
    if (errorCount(resolveSystem(added.design)) === 0) return added;
  }
  return undefined;
}

/** Every node with another label. */
export const withOtherLabels = (design: Design, random: Random): Design =>
  Object.keys(design.nodes).reduce(
    (made, id) => updateNode(made, id as NodeId, (node) => ({ ...node, label: labelOf(random) })),
    design,
  );
