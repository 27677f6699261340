import { connectionId, lookup } from '../../model/design.js';
import { updateConnection } from '../../model/graph.js';
import { defineFix } from './define.js';
import { likeness } from './similar.js';

const alike = 0.5;
const mostOffers = 2;

/** Leads a connection to the node whose id is nearly the one that was written. */
export const chooseEnd = defineFix({
  id: 'choose-end',
  codes: ['dangling-node'],
  offer: (system, { path }) => {
    const [section, id, end] = path ?? [];
    if (section !== 'connections' || typeof id !== 'string' || (end !== 'from' && end !== 'to')) return [];
    const connection = lookup(system.design.connections, id);
    if (connection === undefined) return [];
    return [...system.nodes.values()]
      .map((node) => ({
        node,
        like: Math.max(likeness(connection[end], node.id), likeness(connection[end], node.label)),
      }))
      .filter(({ like }) => like >= alike)
      .sort((a, b) => b.like - a.like)
      .slice(0, mostOffers)
      .map(({ node }) => ({
        label: { en: 'Connect "{label}"', ja: '「{label}」を接続' },
        facts: { label: node.label },
        apply: (design) => updateConnection(design, connectionId(id), (now) => ({ ...now, [end]: node.id })),
      }));
  },
  examples: [
    `nodes:
  orders: { service: sqs-queue, label: Orders }
  ship: { service: lambda-function, label: Ship }
connections: { one: { kind: event-source-mapping, from: oders, to: ship } }`,
  ],
});
