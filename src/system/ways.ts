import { connections, serviceOf, services } from '../catalog/index.js';
import type { ConnectedEnd, ServiceDefinition } from '../catalog/define.js';
import { resolveProps } from '../model/fields.js';
import { isError } from '../model/problems.js';
import { translate, type Language, type Localized } from '../model/localized.js';
import { lookup, nodeId, type Design, type DesignNode, type Json, type NodeId } from '../model/design.js';
import { addConnection, addNode, updateNode } from '../model/graph.js';
import { betweens, type Between } from '../catalog/betweens.js';
import { mayMeet } from './may-meet.js';
import { directWays, type DirectWay } from './direct.js';
import { endOf, resolveNode } from './nodes.js';
import type { System, SystemNode, Way, Ways } from './system.js';
import { addTaskFor, taskConnectionId } from './tasks.js';

const newNode = (service: string, label: string, props: DesignNode['props']): DesignNode => ({
  service,
  label,
  origin: 'created',
  props,
});

const isApi = (node: SystemNode): boolean => endOf(node, 'proxySource') !== undefined;

const fits = ({ from: wanted, notFrom = [] }: Between, from: SystemNode): boolean =>
  (wanted?.some((role) => endOf(from, role) !== undefined) ?? true) &&
  notFrom.every((role) => endOf(from, role) === undefined);

/** The ways through one new node that make sense, given how the two meet directly. */
function throughWays(
  settings: Design['settings'],
  from: SystemNode,
  to: SystemNode,
  direct: readonly DirectWay[],
): readonly Way[] {
  if (from.id === to.id) return [];
  // Code and state machines call whatever they reach: nothing is gained by a node in between.
  if (direct.length > 0 && (endOf(from, 'sdkCaller') ?? endOf(from, 'stateMachine')) !== undefined) return [];
  return betweens.flatMap((between): readonly Way[] => {
    if (!fits(between, from) || [from, to].some(({ service }) => service.type === between.service)) return [];
    if (direct.length > 0 && !isWorthADetour(between, from, to)) return [];
    const service = serviceOf(between.service);
    if (service === undefined || !mayMeet(from.service, service) || !mayMeet(service, to.service)) return [];
    const node = resolveNode(settings, nodeId('between'), newNode(between.service, '', between.props));
    const [first] = directWays(from, node).ways;
    const second = directWays(node, to).ways.find(({ kind }) => between.out === undefined || kind === between.out);
    if (first === undefined || second === undefined || !fitsInPlace(node, [from, first], [to, second])) return [];
    return [
      {
        id: `through:${between.id}`,
        kind: 'through',
        steps: [{ connection: first.kind, service: between.service }, { connection: second.kind }],
        title: between.title,
        tradeOff: between.tradeOff,
        rank: between.rank,
      },
    ];
  });
}

/** Whether a node between two finds nothing wrong with them together: Kafka cannot be led on to just anything. */
function fitsInPlace(
  node: SystemNode,
  [source, into]: readonly [SystemNode, DirectWay],
  [target, out]: readonly [SystemNode, DirectWay],
): boolean {
  if (node.service.problemsInPlace === undefined) return true;
  const end = (other: SystemNode, way: DirectWay, from: NodeId, to: NodeId): ConnectedEnd => ({
    other,
    service: other.service,
    connection: {
      id: way.kind,
      kind: way.kind,
      from,
      to,
      props: resolveProps(way.drawn?.definition.fields ?? {}, {}),
    },
  });
  return !node.service
    .problemsInPlace(node, [end(source, into, source.id, node.id)], [end(target, out, node.id, target.id)])
    .some(isError);
}

/** Where two meet directly, a detour pays for an API that waits for data, and for a reader that wants a filter. */
function isWorthADetour(between: Between, from: SystemNode, to: SystemNode): boolean {
  if (between.detour !== true) return false;
  if (between.id === 'pipe') return endOf(to, 'reader') !== undefined;
  const role = endOf(to, 'sdkTarget')?.role;
  const action = role?.defaultAction === undefined ? undefined : lookup(role.actions, role.defaultAction);
  return isApi(from) && endOf(to, 'proxyTarget') === undefined && action !== undefined && action.async !== true;
}

/** The ways to connect two nodes, best first; where none is direct, why. */
export function waysToConnect(system: System, from: NodeId, to: NodeId): Ways {
  const [source, target] = [system.node(from), system.node(to)];
  if (source === undefined || target === undefined || from === to) return { ways: [] };
  return waysBetween(system.design.settings, source, target);
}

/** The same for two resolved nodes. */
export function waysBetween(settings: Design['settings'], from: SystemNode, to: SystemNode): Ways {
  const { ways: direct, refusals } = directWays(from, to);
  const ways = [
    ...direct.map(({ kind, label, tradeOff, rank }): Way => ({
      id: `direct:${kind}`,
      kind: 'direct',
      steps: [{ connection: kind }],
      title: label,
      tradeOff,
      rank,
    })),
    ...throughWays(settings, from, to, direct),
  ].sort((a, b) => a.rank - b.rank);
  if (direct.length > 0) return { ways };
  return { ways, refusal: { reason: reasonOf(from, to, refusals, ways), nearest: nearestOf(from, to, ways) } };
}

const callsSomething = (node: SystemNode): boolean =>
  endOf(node, 'stateMachine') !== undefined ||
  connections.some((definition) => node.service.roles[definition.from] !== undefined);

function reasonOf(from: SystemNode, to: SystemNode, refusals: readonly Localized[], ways: readonly Way[]): Localized {
  const [refusal] = refusals;
  if (refusal !== undefined) return refusal;
  const names = { from: from.service.label, to: to.service.label };
  if (!callsSomething(from))
    return fill(
      {
        en: '"{from}" only answers; it calls nothing itself.',
        ja: '「{from}」は呼び出しに応答するだけで、ほかのサービスを呼び出しません。',
      },
      names,
    );
  if (ways.length > 0)
    return fill(
      {
        en: 'There is no direct integration of "{from}" with "{to}".',
        ja: '「{from}」には「{to}」との直接統合がありません。',
      },
      names,
    );
  return to.service.refusal;
}

function nearestOf(from: SystemNode, to: SystemNode, ways: readonly Way[]): Localized {
  const [best] = ways;
  if (best !== undefined) return best.title;
  const [reverse] = directWays(to, from).ways;
  if (reverse !== undefined)
    return fill({ en: 'the other way round, {kind}', ja: '逆方向の接続 ({kind})' }, { kind: reverse.label });
  if (endOf(from, 'sdkTarget') !== undefined && endOf(to, 'sdkTarget') !== undefined)
    return { en: 'a state machine that calls both', ja: '両方を呼び出すステートマシン' };
  return reachedFrom(to);
}

/** What does lead to a node, else what it leads to; of one that is never connected, where it is used. */
function reachedFrom({ service }: SystemNode): Localized {
  const others = services.filter(({ type }) => type !== 'generic');
  const sources = others.filter((other) => mayMeet(other, service));
  const targets = others.filter((other) => mayMeet(service, other));
  if (sources.length > 0)
    return { en: `connect it from: ${named(sources, 'en')}`, ja: `接続元にできるもの: ${named(sources, 'ja')}` };
  if (targets.length > 0)
    return {
      en: `begin with it; it leads to: ${named(targets, 'en')}`,
      ja: `接続先にできるもの: ${named(targets, 'ja')}`,
    };
  return fill(
    { en: 'name "{to}" in the fields of what uses it', ja: '「{to}」を使用するノードのフィールドで指定' },
    { to: service.label },
  );
}

/** The first of the catalog, by name. */
const named = (found: readonly ServiceDefinition[], language: Language): string =>
  found
    .slice(0, 3)
    .map(({ label }) => translate(label, language))
    .join(language === 'ja' ? '、' : ', ');

const fill = (text: Localized, facts: Readonly<Record<string, Localized>>): Localized => ({
  en: translate(text, 'en', facts),
  ja: translate(text, 'ja', facts),
});

export interface AppliedWay {
  readonly design: Design;
  /** The last connection that was made; of a Task, the derived one. */
  readonly connection?: string;
  /** Nodes that were inserted. */
  readonly added: readonly NodeId[];
}

/** The design with two nodes connected in a way. Unchanged where the way does not fit them. */
export function applyWay(design: Design, from: NodeId, to: NodeId, way: Way): AppliedWay {
  const [first, second] = way.steps;
  const between = betweens.find(({ id }) => way.id === `through:${id}`);
  if (first === undefined) return { design, added: [] };
  if (second === undefined || between === undefined)
    return { ...connectDirectly(design, from, to, first.connection), added: [] };

  const [source, target] = [lookup(design.nodes, from), lookup(design.nodes, to)];
  if (source === undefined || target === undefined) return { design, added: [] };
  // Routes and their workflow belong to the API; pipes and readers to whoever consumes.
  const context = between.id === 'express-workflow' ? source.context : (target.context ?? source.context);
  const inserted = addNode(design, {
    ...newNode(between.service, `${source.label} → ${target.label}`, between.props),
    ...(context === undefined ? {} : { context }),
  });
  const half = connectDirectly(inserted.design, from, inserted.id, first.connection);
  const whole = connectDirectly(half.design, inserted.id, to, second.connection);
  return half.connection === undefined || whole.connection === undefined
    ? { design, added: [] }
    : { ...whole, added: [inserted.id] };
}

/** Connects two nodes by a kind, with what the kind sets on its ends and on a new connection of its own. */
export function connectDirectly(
  design: Design,
  from: NodeId,
  to: NodeId,
  kind: string,
  props: Readonly<Record<string, Json>> = {},
): Omit<AppliedWay, 'added'> {
  const [source, target] = [lookup(design.nodes, from), lookup(design.nodes, to)];
  if (source === undefined || target === undefined) return { design };
  const resolved = (id: NodeId, node: DesignNode): SystemNode => resolveNode(design.settings, id, node);
  const way = directWays(resolved(from, source), resolved(to, target)).ways.find((one) => one.kind === kind);
  if (way === undefined) return { design };
  if (way.drawn === undefined) {
    const added = addTaskFor(design, from, to);
    return added === design ? { design } : { design: added, connection: taskConnectionId(from, to) };
  }
  let prepared = design;
  for (const [id, set] of [
    [from, way.prepared.from],
    [to, way.prepared.to],
  ] as const)
    if (set !== undefined)
      prepared = updateNode(prepared, id, (node) => ({ ...node, props: { ...node.props, ...set } }));
  const initial = way.drawn.definition.initialProps?.(way.drawn.from, way.drawn.to) ?? {};
  const { design: connected, id } = addConnection(prepared, { kind, from, to, props: { ...initial, ...props } });
  return { design: connected, connection: id };
}

export type LegalEnd =
  { readonly ways: number; readonly direct: boolean } | { readonly refusal: NonNullable<Ways['refusal']> };

/** For every other node: in how many ways a connection from this one can end there, or why in none. */
export function legalEnds(system: System, from: NodeId): ReadonlyMap<NodeId, LegalEnd> {
  const ends = new Map<NodeId, LegalEnd>();
  for (const to of system.nodes.keys()) {
    if (to === from) continue;
    const { ways, refusal } = waysToConnect(system, from, to);
    if (ways.length > 0) ends.set(to, { ways: ways.length, direct: ways.some(({ kind }) => kind === 'direct') });
    else if (refusal !== undefined) ends.set(to, { refusal });
  }
  return ends;
}
