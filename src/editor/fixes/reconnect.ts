import { lookup } from '../../model/design.js';
import { removeConnections } from '../../model/graph.js';
import { applyWay, connectDirectly, waysToConnect } from '../../system/ways.js';
import { connectionAt } from './connection-at.js';
import { defineFix } from './define.js';

const mostOffers = 3;

/** Draws a connection again in a way that its ends allow. One of the same kind keeps its settings. */
export const reconnect = defineFix({
  id: 'reconnect',
  codes: ['illegal-connection', 'unknown-connection-kind'],
  offer: (system, problem) => {
    const id = connectionAt(problem);
    const connection = id === undefined ? undefined : lookup(system.design.connections, id);
    if (id === undefined || connection === undefined) return [];
    const { from, to, kind, props } = connection;
    return waysToConnect(system, from, to)
      .ways.slice(0, mostOffers)
      .map((way) => ({
        label: { en: 'Connect again: {way}', ja: '接続し直す: {way}' },
        facts: { way: way.title },
        apply: (design) => {
          const without = removeConnections(design, new Set([id]));
          return way.id === `direct:${kind}`
            ? connectDirectly(without, from, to, kind, props).design
            : applyWay(without, from, to, way).design;
        },
      }));
  },
  examples: [
    `nodes:
  orders: { service: sqs-queue, label: Orders }
  ship: { service: lambda-function, label: Ship }
connections: { one: { kind: api-proxy, from: orders, to: ship } }`,
    `nodes:
  orders: { service: dynamodb-table, label: Orders }
  ship: { service: lambda-function, label: Ship }
connections: { one: { kind: event-source-mapping, from: orders, to: ship, props: { batchSize: 5 } } }`,
  ],
});
