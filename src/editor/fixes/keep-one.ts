import { removeConnections } from '../../model/graph.js';
import type { Problem } from '../../model/problems.js';
import { rivalGroups } from '../../system/connected-twice.js';
import type { System, SystemConnection } from '../../system/system.js';
import { defineFix } from './define.js';

/** Of connections that cannot stand together, keeps one and deletes the others. */
export const keepOne = defineFix({
  id: 'keep-one',
  codes: ['pipe-two-ends', 'route-twice', 'connected-twice'],
  offer: (system, problem) =>
    rivals(system, problem).map((kept, _index, all) => {
      const other = kept.from === problem.node ? kept.to : kept.from;
      return {
        label: { en: 'Keep only the connection with "{label}"', ja: '「{label}」との接続だけを残す' },
        facts: { label: system.node(other)?.label ?? other },
        apply: (design) => removeConnections(design, new Set(all.filter((one) => one !== kept).map(({ id }) => id))),
      };
    }),
  examples: [
    `nodes:
  orders: { service: sqs-queue, label: Orders }
  returns: { service: sqs-queue, label: Returns }
  full: { service: cloudwatch-alarm, label: Full }
connections:
  one: { kind: alarm-metric, from: orders, to: full }
  two: { kind: alarm-metric, from: returns, to: full }`,
    `nodes:
  orders: { service: sqs-queue, label: Orders }
  returns: { service: sqs-queue, label: Returns }
  ship: { service: lambda-function, label: Ship }
  forward: { service: pipe, label: Forward }
  bus: { service: event-bus, label: Events }
connections:
  one: { kind: pipe-source, from: orders, to: forward }
  two: { kind: pipe-source, from: returns, to: forward }
  three: { kind: pipe-target, from: forward, to: bus, props: { source: shop, detailType: placed } }
  four: { kind: event-source-mapping, from: orders, to: ship }
  five: { kind: event-source-mapping, from: returns, to: ship }`,
    `nodes:
  api: { service: rest-api, label: Api }
  one: { service: lambda-function, label: One }
  two: { service: lambda-function, label: Two }
connections:
  first: { kind: api-proxy, from: api, to: one, props: { method: GET, path: /orders } }
  second: { kind: api-proxy, from: api, to: two, props: { method: GET, path: /orders } }
  third: { kind: api-proxy, from: api, to: one, props: { method: GET, path: /one } }
  fourth: { kind: api-proxy, from: api, to: two, props: { method: GET, path: /two } }`,
  ],
});

const pipeEnds = [
  ['source', 'pipe-source'],
  ['enrichment', 'pipe-enrichment'],
  ['target', 'pipe-target'],
] as const;

function rivals(system: System, { code, node, facts }: Problem): readonly SystemConnection[] {
  if (node === undefined) return [];
  if (code === 'connected-twice') {
    const kind = JSON.stringify(facts['kind'] ?? '');
    const groups = rivalGroups(system.incoming(node), system.outgoing(node));
    return groups.find(([first]) => JSON.stringify(first?.definition?.label) === kind) ?? [];
  }
  const drawn = [...system.incoming(node), ...system.outgoing(node)].filter(({ origin }) => origin === 'drawn');
  if (code === 'route-twice') {
    const { route } = facts;
    if (typeof route !== 'string') return [];
    const wanted = shapeOf(route);
    return drawn.filter(({ from, props }) => from === node && isRoute(props, wanted));
  }
  // The words of the end are a fact of the problem; the kind of its connections is not.
  const end = JSON.stringify(facts['end'] ?? '');
  const kind = pipeEnds.find(([word]) => end.includes(`"${word}"`))?.[1];
  return drawn.filter((connection) => connection.kind === kind);
}

/** Names of path parameters tell no routes apart. */
const shapeOf = (route: string): string => route.replace(/\{[^}]*\}/g, '{}');

const isRoute = ({ method, path }: SystemConnection['props'], wanted: string): boolean =>
  typeof method === 'string' && typeof path === 'string' && shapeOf(`${method} ${path}`) === wanted;
