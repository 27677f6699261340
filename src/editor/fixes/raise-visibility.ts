import { lookup } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';
import { defineFix } from './define.js';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const recommendedFactor = 6;
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const longestVisibility = 43_200;

/** Gives a queue the visibility timeout that is recommended for the function that reads it. */
export const raiseVisibility = defineFix({
  id: 'raise-visibility',
  codes: ['visibility-too-short'],
  offer: ({ design }, { connection, facts }) => {
    const queue = connection === undefined ? undefined : lookup(design.connections, connection)?.from;
    const { timeout } = facts;
    if (queue === undefined || typeof timeout !== 'number') return [];
    const seconds = Math.min(longestVisibility, timeout * recommendedFactor);
    return [
      {
        label: {
          en: 'Set the visibility timeout to {seconds} seconds',
          ja: '可視性タイムアウトを {seconds} 秒に設定',
        },
        facts: { seconds },
        apply: (now) =>
          updateNode(now, queue, (node) => ({ ...node, props: { ...node.props, visibilityTimeout: seconds } })),
      },
    ];
  },
  examples: [
    `nodes:
  orders: { service: sqs-queue, label: Orders, props: { visibilityTimeout: 30 } }
  ship: { service: lambda-function, label: Ship, props: { timeout: 60 } }
connections: { one: { kind: event-source-mapping, from: orders, to: ship } }`,
  ],
});
