import type { NodeId } from '../../model/design.js';
import type { System, SystemNode } from '../system.js';
import { priceOf, type Price } from './prices.js';

/** What a million requests cost that come in at one node and take every way that is drawn from there once. */
export interface EntryCost {
  readonly node: SystemNode;
  readonly usd: number;
  /** Nodes on the way without a price. */
  readonly unpriced: number;
  /** How often a month it runs by itself, of a schedule with a rate. */
  readonly runsPerMonth?: number;
}

export interface Costs {
  readonly prices: readonly { readonly node: SystemNode; readonly price: Price }[];
  /** No price is known of them. */
  readonly unpriced: readonly SystemNode[];
  readonly entries: readonly EntryCost[];
}

/** They cost nothing by themselves, or nothing that AWS bills. */
const free: ReadonlySet<string> = new Set([
  'person',
  'email-address',
  'https-endpoint',
  'aws-events',
  'partner-events',
]);

/** What the nodes of a system cost by use, as far as prices are known. */
export function costsOf(system: System): Costs {
  const nodes = [...system.nodes.values()];
  const priced = new Map<NodeId, Price>();
  for (const node of nodes) {
    const price = priceOf(node);
    if (price !== undefined) priced.set(node.id, price);
  }
  return {
    prices: nodes.flatMap((node) => {
      const price = priced.get(node.id);
      return price === undefined ? [] : [{ node, price }];
    }),
    unpriced: nodes.filter(({ id, service }) => !priced.has(id) && !free.has(service.type)),
    entries: nodes.filter((node) => isEntry(system, node)).map((node) => entryCost(system, node, priced)),
  };
}

/** Something begins here: nothing drawn leads to it but a person, and it leads on. */
const isEntry = (system: System, { id, service }: SystemNode): boolean =>
  service.type !== 'person' &&
  system.outgoing(id).some(({ origin }) => origin !== 'reference') &&
  system
    .incoming(id)
    .every(({ origin, from }) => origin === 'reference' || system.node(from)?.service.type === 'person');

function entryCost(system: System, node: SystemNode, priced: ReadonlyMap<NodeId, Price>): EntryCost {
  const reached = new Set<NodeId>([node.id]);
  for (const id of reached)
    for (const { origin, to } of system.outgoing(id)) if (origin !== 'reference') reached.add(to);
  const ids = [...reached];
  const runs = runsPerMonth(node);
  return {
    node,
    usd: ids.reduce((sum, id) => sum + (priced.get(id)?.usd ?? 0), 0),
    unpriced: ids.filter((id) => !priced.has(id) && !free.has(system.node(id)?.service.type ?? '')).length,
    ...(runs === undefined ? {} : { runsPerMonth: runs }),
  };
}

const minutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };
const minutesPerMonth = 30 * 24 * 60;

/** Of `rate(5 minutes)`; a cron expression is not counted. */
function runsPerMonth({ service, props }: SystemNode): number | undefined {
  const expression = props['expression'];
  if (service.type !== 'schedule' || typeof expression !== 'string') return undefined;
  const [, count, unit] = /^rate\((\d{1,6}) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const every = Number(count) * (minutes[unit ?? ''] ?? 0);
  return every > 0 ? Math.max(1, Math.round(minutesPerMonth / every)) : undefined;
}
