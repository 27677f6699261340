import { lookup } from '../../model/design.js';
import { removeConnections } from '../../model/graph.js';
import { defineFix } from './define.js';
import { connectionAt } from './connection-at.js';

/** Removes a connection that leads nowhere, means nothing, or is there twice. */
export const deleteConnection = defineFix({
  id: 'delete-connection',
  codes: ['dangling-node', 'unknown-connection-kind', 'illegal-connection', 'mapping-twice', 'pair-connected-twice'],
  offer: ({ design }, problem) => {
    const id = connectionAt(problem);
    if (id === undefined || lookup(design.connections, id) === undefined) return [];
    return [
      {
        label: { en: 'Delete the connection', ja: '接続を削除' },
        apply: (now) => removeConnections(now, new Set([id])),
      },
    ];
  },
  examples: [
    `nodes: { orders: { service: sqs-queue, label: Orders } }
connections: { one: { kind: rule, from: orders, to: nowhere } }`,
    `nodes:
  orders: { service: sqs-queue, label: Orders }
  returns: { service: sqs-queue, label: Returns }
  ship: { service: lambda-function, label: Ship }
connections:
  one: { kind: telepathy, from: orders, to: returns }
  two: { kind: event-source-mapping, from: orders, to: ship }
  three: { kind: event-source-mapping, from: returns, to: ship }`,
    `nodes:
  orders: { service: sqs-queue, label: Orders }
  ship: { service: lambda-function, label: Ship }
connections:
  one: { kind: event-source-mapping, from: orders, to: ship }
  two: { kind: event-source-mapping, from: orders, to: ship }`,
    `nodes:
  orders: { service: sns-topic, label: Orders }
  ship: { service: sqs-queue, label: Ship }
connections:
  one: { kind: subscription, from: orders, to: ship }
  two: { kind: subscription, from: orders, to: ship }`,
  ],
});
