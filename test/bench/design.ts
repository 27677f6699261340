import {
  connectionId,
  contextId,
  emptyDesign,
  nodeId,
  type Connection,
  type Design,
  type DesignNode,
  type Json,
} from '../../src/model/design.js';

/** Designs of any size for measurements: contexts of twenty nodes each, as real systems are cut, around event buses. */

type Props = Readonly<Record<string, Json>>;

/** The nodes of a context, in the order in which a smaller context loses them from the end. */
const members: readonly (readonly [key: string, service: string, label: string, props?: Props])[] = [
  ['api', 'rest-api', 'Orders API'],
  ['create', 'lambda-function', 'CreateOrder', { work: 'transform', description: 'Checks the order and saves it.' }],
  ['orders', 'dynamodb-table', 'Orders', { partitionKey: 'orderId', stream: 'NEW_AND_OLD_IMAGES' }],
  ['read', 'lambda-function', 'GetOrder', { work: 'transport', mapping: 'picks', memory: 128 }],
  ['jobs', 'sqs-queue', 'Jobs', { visibilityTimeout: 180 }],
  ['work', 'lambda-function', 'WorkOnJob', { work: 'mixed', mapping: 'computes', timeout: 30 }],
  ['flow', 'state-machine', 'Fulfil', { type: 'STANDARD' }],
  ['price', 'lambda-function', 'ComputePrice', { work: 'transform' }],
  ['stock', 'dynamodb-table', 'Stock', { partitionKey: 'item' }],
  ['failed', 'sqs-queue', 'FailedJobs'],
  ['changes', 'pipe', 'OrderChanges'],
  ['files', 's3-bucket', 'Files'],
  ['index', 'lambda-function', 'IndexFile', { work: 'transform', memory: 512 }],
  ['mail', 'lambda-function', 'SendMail', { work: 'unknown' }],
  ['notices', 'sqs-queue', 'Notices'],
  ['notify', 'lambda-function', 'Notify', { work: 'transform' }],
  ['publish', 'lambda-function', 'PublishNotice', { work: 'transport', mapping: 'none', memory: 128 }],
  ['readers', 'dynamodb-table', 'Readers', { partitionKey: 'readerId' }],
  ['archive', 's3-bucket', 'Archive'],
  ['report', 'lambda-function', 'WriteReport', { work: 'transform', memory: 1024 }],
];

const bus = 'bus';

/** Connections of a context by the keys of its members; those with an end that is missing are left out. */
const links: readonly (readonly [kind: string, from: string, to: string, props?: Props])[] = [
  ['api-proxy', 'api', 'create', { method: 'POST', path: '/orders' }],
  ['api-proxy', 'api', 'read', { method: 'GET', path: '/orders/{orderId}' }],
  ['api-integration', 'api', 'jobs', { method: 'POST', path: '/jobs', action: 'SendMessage' }],
  ['uses', 'create', 'orders', { actions: ['putItem'] }],
  ['uses', 'read', 'orders', { actions: ['getItem'] }],
  ['event-source-mapping', 'jobs', 'work', { batchSize: 10 }],
  ['uses', 'work', 'flow', { actions: ['startExecution'], invocation: 'async' }],
  ['uses', 'work', 'orders', { actions: ['updateItem'] }],
  ['uses', 'price', 'stock', { actions: ['getItem'] }],
  ['pipe-source', 'orders', 'changes', { startingPosition: 'LATEST' }],
  ['pipe-target', 'changes', bus, { eventSource: 'orders', detailType: 'OrderChanged' }],
  ['s3-notification', 'files', 'index', { prefix: 'uploads/' }],
  ['uses', 'index', 'stock', { actions: ['putItem'] }],
  ['rule', bus, 'mail', { pattern: '{\n  "source": ["orders"]\n}' }],
  ['rule', bus, 'notices', { pattern: '{\n  "source": ["orders"],\n  "detail-type": ["OrderChanged"]\n}' }],
  ['event-source-mapping', 'notices', 'notify', { batchSize: 5 }],
  ['uses', 'notify', 'readers', { actions: ['query'] }],
  ['uses', 'publish', bus, { actions: ['putEvents'] }],
  ['uses', 'report', 'archive', { actions: ['putObject'] }],
  ['rule', bus, 'report', { pattern: '{\n  "detail-type": ["MonthEnded"]\n}' }],
];

const fulfil = (pricing: boolean): string => `{
  "QueryLanguage": "JSONata",
  "StartAt": "${pricing ? 'Price' : 'Save'}",
  "States": {${
    pricing
      ? `
    "Price": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": { "FunctionName": "\${PriceArn}", "Payload": "{% $states.input %}" },
      "Output": "{% $states.result.Payload %}",
      "Next": "Save"
    },`
      : ''
  }
    "Save": {
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:updateItem",
      "Arguments": {
        "TableName": "\${OrdersName}",
        "Key": { "orderId": { "S": "{% $states.input.orderId %}" } },
        "UpdateExpression": "SET price = :price",
        "ExpressionAttributeValues": { ":price": { "N": "{% $string($states.input.price) %}" } }
      },
      "End": true
    }
  }
}
`;

const column = 200;
const row = 112;
const columns = 5;
const areaWidth = columns * column + 40;
const areaHeight = (members.length / columns) * row + 80;
const gap = 40;
/** Of the canvas in a window of 1440×900: the whole drawing fills it. */
const aspect = 1.15;
const contextsOfBus = 5;

/** A design of exactly `count` nodes, each with a position. The same count gives the same design. */
export function benchDesign(count: number): Design {
  const contextCount = Math.ceil(count / (members.length + 1 / contextsOfBus));
  const busCount = Math.ceil(contextCount / contextsOfBus);
  const perRow = Math.max(1, Math.ceil(Math.sqrt((contextCount * aspect * (areaHeight + gap)) / (areaWidth + gap))));
  const contexts: Record<string, Design['contexts'][ReturnType<typeof contextId>]> = {};
  const nodes: Record<string, DesignNode> = {};
  const connections: Record<string, Connection> = {};
  const positions: Record<string, { x: number; y: number; width?: number }> = {};

  for (let at = 0; at < busCount; at++) {
    const id = `events-${String(at + 1)}`;
    nodes[id] = { service: 'event-bus', label: `Events ${String(at + 1)}`, origin: 'created', props: {} };
    positions[id] = { x: at * 480, y: -120 };
  }
  let left = count - busCount;
  for (let at = 0; at < contextCount && left > 0; at++) {
    const name = String(at + 1).padStart(3, '0');
    const context = contextId(`area-${name}`);
    contexts[context] = { label: `Area ${name}`, team: `Team ${String((at % 7) + 1)}` };
    const present = members.slice(0, left);
    left -= present.length;
    const idOf = (key: string): string =>
      key === bus ? `events-${String(Math.floor(at / contextsOfBus) + 1)}` : `${key}-${name}`;
    const has = new Set([bus, ...present.map(([key]) => key)]);
    for (const [index, [key, service, label, props = {}]] of present.entries()) {
      const id = idOf(key);
      nodes[id] = {
        service,
        label: `${label} ${name}`,
        context,
        origin: 'created',
        props: key === 'jobs' && has.has('failed') ? { ...props, deadLetterQueue: nodeId(idOf('failed')) } : props,
        ...(key === 'flow' ? { definition: definitionOf(has.has('price'), idOf) } : {}),
      };
      positions[id] = {
        x: (at % perRow) * (areaWidth + gap) + (index % columns) * column + 20,
        y: Math.floor(at / perRow) * (areaHeight + gap) + Math.floor(index / columns) * row + 60,
      };
    }
    for (const [kind, from, to, props = {}] of links) {
      if (!has.has(from) || !has.has(to)) continue;
      connections[connectionId(`${idOf(from)}-to-${idOf(to)}`)] = {
        kind,
        from: nodeId(idOf(from)),
        to: nodeId(idOf(to)),
        props,
      };
    }
  }
  return {
    ...emptyDesign(`Bench ${String(count)}`),
    contexts,
    nodes,
    connections,
    layout: { nodes: positions, contexts: {}, notes: {}, states: {}, bends: {} },
  };
}

function definitionOf(pricing: boolean, idOf: (key: string) => string): NonNullable<DesignNode['definition']> {
  return {
    format: 'json',
    text: fulfil(pricing),
    substitutions: {
      OrdersName: { node: nodeId(idOf('orders')), attribute: 'name' },
      ...(pricing ? { PriceArn: { node: nodeId(idOf('price')), attribute: 'arn' } } : {}),
    },
  };
}
