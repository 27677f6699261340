import '../../../src/catalog/further.js';
import { connections, serviceOf, services } from '../../../src/catalog/index.js';
import {
  connectionId,
  emptyDesign,
  entries,
  lookup,
  type Design,
  type Json,
  type NodeId,
} from '../../../src/model/design.js';
import { isFieldVisible, type Field, type Fields } from '../../../src/model/fields.js';
import { addNode, removeConnections, removeNodes, updateConnection, updateNode } from '../../../src/model/graph.js';
import { isError } from '../../../src/model/problems.js';
import { directWays, type DirectWay } from '../../../src/system/direct.js';
import { nodeFields } from '../../../src/system/node-fields.js';
import { resolveNode } from '../../../src/system/nodes.js';
import { problemsOf } from '../../../src/system/problems.js';
import { resolveSystem } from '../../../src/system/resolve.js';
import type { SystemNode } from '../../../src/system/system.js';
import { addTaskFor } from '../../../src/system/tasks.js';
import { connectDirectly } from '../../../src/system/ways.js';
import { samplesOf } from './samples.js';

/** A small design that asks for one thing more than the design before it. */
export interface Case {
  readonly name: string;
  /** Kind of the connection; `task` for a Task state; undefined: a service by itself. */
  readonly kind: string | undefined;
  readonly design: Design;
  /** The same without what is asked for. */
  readonly before: Design;
  /** What is asked for: the connection itself, or a value of a field. */
  readonly asks: { readonly ends: readonly NodeId[] } | Asked;
}

export interface Asked {
  /** Kind or service type that the field belongs to. */
  readonly owner: string;
  readonly field: string;
  readonly value: Json;
}

type Props = Readonly<Record<string, Json>>;
/** Props as a definition gets them. */
type Given = Readonly<Record<string, unknown>>;

const base = emptyDesign('Matrix');

export const errorsOf = (design: Design) => problemsOf(resolveSystem(design)).filter(isError);

function resolved(design: Design, id: NodeId): SystemNode {
  const node = lookup(design.nodes, id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return resolveNode(design.settings, id, node);
}

/** Adds a node with what its service requires; with `whole`, also the nodes that its fields may refer to. */
function place(design: Design, type: string, label: string, whole: boolean): { design: Design; id: NodeId } {
  const fields: [string, Field][] = Object.entries(serviceOf(type)?.fields ?? {});
  const required = fields.flatMap(([name, field]) => {
    const isMissing = 'required' in field && field.required && field.default === undefined;
    const [sample] = isMissing ? samplesOf(field, undefined) : [];
    return sample === undefined ? [] : [[name, sample] as const];
  });
  const props = type === 'generic' ? { cfnType: 'AWS::SNS::Topic', arnAttribute: 'Ref' } : Object.fromEntries(required);
  const added = addNode(design, { service: type, label, origin: 'created', props });
  let made = added.design;
  if (!whole) return { design: made, id: added.id };
  for (const [name, field] of fields) {
    if (field.kind !== 'node' || name === 'deadLetterQueue') continue;
    const refers =
      field.services[0] === undefined ? undefined : place(made, field.services[0], `${label} ${name}`, false);
    if (refers === undefined) continue;
    made = updateNode(refers.design, added.id, (node) => ({ ...node, props: { ...node.props, [name]: refers.id } }));
  }
  return { design: made, id: added.id };
}

/** A pipe has both ends before it says anything. */
function completePipes(design: Design): Design {
  return entries(design.nodes).reduce((made, [id, { service }]) => {
    if (service !== 'pipe') return made;
    const has = (kind: string): boolean => Object.values(made.connections).some((one) => one.kind === kind);
    let whole = made;
    if (!has('pipe-source')) {
      const feed = place(whole, 'sqs-queue', 'Feed', false);
      whole = connectDirectly(feed.design, feed.id, id, 'pipe-source').design;
    }
    if (!has('pipe-target')) {
      const sink = place(whole, 'sqs-queue', 'Sink', false);
      whole = connectDirectly(sink.design, id, sink.id, 'pipe-target').design;
    }
    return whole;
  }, design);
}

/** An API says nothing of its requests before one of them leads somewhere, a distribution nothing of what is in no bucket. */
function completeEntries(design: Design): Design {
  return entries(design.nodes).reduce((made, [id, { service }]) => {
    const roles = serviceOf(service)?.roles;
    const behind =
      roles?.restApi !== undefined || roles?.httpApi !== undefined
        ? (['lambda-function', 'api-proxy'] as const)
        : roles?.distribution !== undefined
          ? (['s3-bucket', 'origin'] as const)
          : undefined;
    if (behind === undefined || Object.values(made.connections).some((one) => one.from === id && isAnswer(one.kind)))
      return made;
    const answer = place(made, behind[0], 'Answer', false);
    return connectDirectly(answer.design, id, answer.id, behind[1]).design;
  }, design);
}

const isAnswer = (kind: string): boolean => kind !== 'authorizer' && kind !== 'web-acl-association';

/** Without a connection, and without the nodes that are nothing then. */
function without(design: Design, connection: string): Design {
  const apart = removeConnections(design, new Set([connection]));
  const lost = new Set(errorsOf(apart).flatMap(({ node }) => (node === undefined ? [] : [String(node)])));
  return lost.size === 0 ? apart : removeNodes(apart, lost, nodeFields);
}

interface Pair {
  readonly design: Design;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly ways: readonly DirectWay[];
}

/** Two services beside each other, as much of them as lets them be connected. */
function pairOf(from: string, to: string): Pair | undefined {
  for (const whole of [false, true]) {
    const sender = place(base, from, 'Sender', whole);
    const receiver = place(sender.design, to, 'Receiver', whole);
    const { design } = receiver;
    const ways = directWays(resolved(design, sender.id), resolved(design, receiver.id)).ways.filter(
      ({ kind }) => kind === 'task' || errorsOf(connected(design, sender.id, receiver.id, kind).design).length === 0,
    );
    if (ways.length > 0) return { design, from: sender.id, to: receiver.id, ways };
  }
  return undefined;
}

function connected(design: Design, from: NodeId, to: NodeId, kind: string, props: Props = {}) {
  const { design: made, connection = '' } = connectDirectly(design, from, to, kind, props);
  return { design: completeEntries(completePipes(made)), connection };
}

const fit = (from: string, to: string): boolean =>
  connections.some(
    (one) => serviceOf(from)?.roles[one.from] !== undefined && serviceOf(to)?.roles[one.to] !== undefined,
  ) ||
  (serviceOf(from)?.roles.stateMachine !== undefined && serviceOf(to)?.roles.sdkTarget !== undefined);

/** One design for each kind, pair of services whose roles fit, and each value of what can be said of it. */
export function* matrix(): Generator<Case> {
  const seen = new Map<string, Connected>();
  for (const { type: from } of services)
    for (const { type: to } of services) {
      const pair = fit(from, to) ? pairOf(from, to) : undefined;
      if (pair === undefined) continue;
      for (const way of pair.ways) {
        if (way.kind === 'task') yield* taskCases(pair);
        else yield* connectionCases(pair, way, seen);
      }
    }
  for (const { type } of services) yield* serviceCases(type, seen.get(lookup(tellingPlaces, type) ?? type));
}

/** Where fields of a service matter, if not in the first place that it can be connected. */
const tellingPlaces: Readonly<Record<string, string>> = {
  'cloudwatch-alarm': 'alarm-action from cloudwatch-alarm',
  'ssm-opsitem': 'alarm-action to ssm-opsitem',
};

function* connectionCases(pair: Pair, { kind, drawn }: DirectWay, seen: Map<string, Connected>): Generator<Case> {
  const { from, to } = pair;
  const name = `${serviceTypeOf(pair.design, from)} -${kind}-> ${serviceTypeOf(pair.design, to)}`;
  const { design, connection } = connected(pair.design, from, to, kind);
  yield { name, kind, design, before: without(design, connection), asks: { ends: [from, to] } };
  if (drawn === undefined) return;
  const options = drawn.definition.optionsFor?.(drawn.from, drawn.to) ?? {};
  const set = (made: Design, props: Props): Design =>
    updateConnection(made, connectionId(connection), (one) => ({ ...one, props: { ...one.props, ...props } }));
  const given = lookup(design.connections, connection)?.props ?? {};
  yield* variants(drawn.definition.fields, given, options, (props, beside) => ({
    name: `${name} (${spell(props)})`,
    kind,
    design: set(beside(design), props),
    before: beside(design),
    owner: kind,
  }));
  // What a service can be matters to each kind that it takes part in: once for each, with whoever comes first.
  for (const [id, direction] of [
    [from, 'from'],
    [to, 'to'],
  ] as const) {
    const type = serviceTypeOf(design, id);
    const place = { design, id, name };
    if (!seen.has(type)) seen.set(type, place);
    const key = `${kind} ${direction} ${type}`;
    if (seen.has(key)) continue;
    seen.set(key, place);
    yield* endCases(place, kind);
  }
}

/** A node in the first design that connects it by a kind. */
interface Connected {
  readonly design: Design;
  readonly id: NodeId;
  readonly name: string;
}

function* endCases({ design, id, name }: Connected, kind: string): Generator<Case> {
  const node = lookup(design.nodes, id);
  const service = node === undefined ? undefined : serviceOf(node.service);
  if (node === undefined || service === undefined) return;
  const chosen = Object.fromEntries(
    Object.entries<Field>(service.fields).filter(([, field]) => field.kind === 'choice' || field.kind === 'boolean'),
  );
  yield* variants(chosen, resolved(design, id).props, {}, (props, beside) => ({
    name: `${name}, ${service.type} (${spell(props)})`,
    kind,
    design: withNodeProps(beside(design), id, props),
    before: beside(design),
    owner: service.type,
  }));
}

const withNodeProps = (design: Design, id: NodeId, props: Props): Design =>
  updateNode(design, id, (node) => ({ ...node, props: { ...node.props, ...props } }));

/** A service by itself, and each of its fields where it is connected with something. */
function* serviceCases(type: string, place: Connected | undefined): Generator<Case> {
  const alone = aloneOf(type);
  if (alone !== undefined)
    yield { name: type, kind: undefined, design: alone.design, before: base, asks: { ends: [alone.id] } };
  const at = place ?? alone;
  if (at === undefined) return;
  yield* variants(serviceOf(type)?.fields ?? {}, resolved(at.design, at.id).props, {}, (props, beside) => ({
    name: `${type} (${spell(props)})${place === undefined ? '' : ` in ${place.name}`}`,
    kind: undefined,
    design: withNodeProps(beside(at.design), at.id, props),
    before: beside(at.design),
    owner: type,
  }));
}

function aloneOf(type: string): { readonly design: Design; readonly id: NodeId } | undefined {
  return [false, true]
    .map((whole) => place(base, type, 'Alone', whole))
    .find(({ design }) => errorsOf(design).length === 0);
}

/** A Task for each action that the called service knows, and each way to wait for it. */
function* taskCases({ design, from, to }: Pair): Generator<Case> {
  const role = resolved(design, to).service.roles.sdkTarget;
  const actions = Object.keys(role?.actions ?? {});
  const waits = (role?.optimized ?? []).flatMap(({ action, patterns }) =>
    patterns.map((pattern) => ({ action, pattern })),
  );
  const calls = [
    ...actions.map((action) => ({ action, pattern: 'REQUEST_RESPONSE' as const })),
    ...waits.filter(({ pattern }) => pattern !== 'REQUEST_RESPONSE'),
  ];
  for (const { action, pattern } of calls) {
    const made = addTaskFor(design, from, to, action, pattern);
    if (made === design || errorsOf(made).length > 0) continue;
    const name = `state-machine -task-> ${serviceTypeOf(design, to)} (${action} ${pattern})`;
    yield { name, kind: 'task', design: made, before: design, asks: { ends: [from] } };
  }
}

const serviceTypeOf = (design: Design, id: NodeId): string => lookup(design.nodes, id)?.service ?? '';

const spell = (props: Props): string =>
  Object.entries(props)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');

interface Made {
  readonly name: string;
  readonly kind: string | undefined;
  readonly design: Design;
  readonly before: Design;
  readonly owner: string;
}

/** A legal design for each value of each field, with the fields set that it waits for. */
function* variants(
  fields: Fields,
  given: Given,
  options: Readonly<Record<string, readonly string[]>>,
  make: (props: Props, beside: (design: Design) => Design) => Made,
): Generator<Case> {
  const same = (design: Design): Design => design;
  for (const [field, definition] of Object.entries<Field>(fields)) {
    const { when } = definition;
    const opener: Props = {
      ...lookup(openers, field),
      ...(when?.is[0] === undefined || isOpen(definition, fields, given) ? {} : { [when.field]: when.is[0] }),
    };
    const offered = when === undefined ? undefined : lookup(options, when.field);
    if (offered !== undefined && when?.is.some((one) => typeof one === 'string' && offered.includes(one)) === false)
      continue;
    if (lookup(options, field)?.length === 0) continue;
    if (definition.kind === 'node') {
      yield* nodeVariants(field, definition.services, opener, make);
      continue;
    }
    for (const value of samplesOf(definition, lookup(options, field))) {
      if (JSON.stringify(value) === JSON.stringify(given[field]) || waits(fields, field, value)) continue;
      const opened = Object.keys(opener).length === 0 ? undefined : make(opener, same);
      const { owner, ...made } = make({ ...opener, [field]: value }, same);
      if (errorsOf(made.design).length > 0) continue;
      const before = opened !== undefined && errorsOf(opened.design).length === 0 ? opened.design : made.before;
      yield { ...made, before, asks: { owner, field, value } };
    }
  }
}

/** What a field says nothing without, where the form shows it all the same. */
const openers: Readonly<Record<string, Props>> = {
  filterScope: { filterPolicy: '{ "from": ["order"] }' },
  headerValue: { headerName: 'X-Order' },
  quotaPeriod: { quota: 100 },
  imageTag: { imageRepository: 'orders' },
  sortKeyType: { sortKey: 'other' },
};

/** Whether an option only lets something be written, which is asked for by itself. */
const waits = (fields: Fields, name: string, value: Json): boolean =>
  Object.values<Field>(fields).some(
    ({ kind, when }) => (kind === 'code' || kind === 'map') && when?.field === name && when.is.includes(value),
  );

const isOpen = (field: Field, fields: Fields, given: Given): boolean => {
  const defaults = Object.fromEntries(
    Object.entries<Field>(fields).map(([name, one]) => [name, 'default' in one ? one.default : undefined]),
  );
  return isFieldVisible(field, { ...defaults, ...given });
};

function* nodeVariants(
  field: string,
  types: readonly string[],
  opener: Props,
  make: (props: Props, beside: (design: Design) => Design) => Made,
): Generator<Case> {
  for (const type of types) {
    let id: NodeId | undefined;
    const beside = (design: Design): Design => {
      const placed = place(design, type, 'Beside', false);
      id = placed.id;
      return placed.design;
    };
    // The id depends on the label alone.
    beside(base);
    if (id === undefined) continue;
    const { owner, ...made } = make({ ...opener, [field]: id }, beside);
    if (errorsOf(made.design).length > 0) continue;
    yield { ...made, asks: { owner, field, value: id } };
  }
}
