import { expect, test } from 'vitest';
import '../../catalog/further.js';
import { connectionId, contextId, emptyDesign, nodeId, type Design } from '../../model/design.js';
import { nodeBoxes, overlaps } from '../../layout/geometry.js';
import { originsOf } from '../../model/origins.js';
import { insertImported } from './insert-imported.js';

function system(name: string, retention: string): Design {
  const queue = {
    service: 'sqs-queue',
    label: 'Orders',
    origin: 'created',
    props: {},
    context: contextId('app'),
  } as const;
  return {
    ...emptyDesign(name),
    contexts: { [contextId('app')]: { label: name } },
    nodes: {
      [nodeId('Orders')]: {
        ...queue,
        adopted: { template: 'template.yaml', resources: { Orders: { type: 'AWS::SQS::Queue' } } },
      },
      [nodeId('Worker')]: { service: 'lambda-function', label: 'Worker', origin: 'created', props: {} },
    },
    connections: {
      [connectionId('c')]: { kind: 'event-source-mapping', from: nodeId('Orders'), to: nodeId('Worker'), props: {} },
    },
    parameters: { Retention: { Type: 'String', Default: retention }, Stage: { Type: 'String' } },
    origins: {
      'template.yaml': { format: 'sam', name, parameters: { Retention: 'Retention', Stage: 'Stage' } },
    },
    layout: {
      ...emptyDesign('').layout,
      nodes: { Orders: { x: 16, y: 44 }, Worker: { x: 240, y: 44 } },
      contexts: { app: { x: 0, y: 0, width: 208, height: 120 } },
    },
  };
}

const inserted = (): Design => insertImported(system('Shop', '1'), system('Stock', '2'), 'stock');

test('what was there stays as it was, ids, places and all', () => {
  const before = system('Shop', '1');
  expect(inserted()).toMatchObject({ nodes: before.nodes, contexts: before.contexts, connections: before.connections });
  expect(inserted().layout.nodes).toMatchObject(before.layout.nodes);
});

test('a newcomer whose id is taken gets a prefix, and its connections and context follow', () => {
  const { nodes, connections, contexts } = inserted();
  expect(Object.keys(nodes)).toEqual(['Orders', 'Worker', 'stock-Orders', 'stock-Worker']);
  expect(nodes[nodeId('stock-Orders')]?.context).toBe('stock-app');
  expect(contexts[contextId('stock-app')]?.label).toBe('Stock');
  expect(connections[connectionId('stock-c')]).toMatchObject({ from: 'stock-Orders', to: 'stock-Worker' });
});

test('nothing lies on top of anything', () => {
  const boxes = [...nodeBoxes(inserted()).values()];
  expect(boxes).toHaveLength(4);
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
});

test('two templates of one path stay two, with their own parameters', () => {
  const design = inserted();
  expect(design.nodes[nodeId('stock-Orders')]?.adopted?.template).toBe('stock-template.yaml');
  const origins = originsOf(design);
  expect(origins.get('template.yaml')?.parameters).toEqual({ Retention: 'Retention', Stage: 'Stage' });
  expect(origins.get('stock-template.yaml')?.parameters).toEqual({ Retention: 'stock-Retention', Stage: 'Stage' });
  expect(design.parameters['Retention']).toMatchObject({ Default: '1' });
  expect(design.parameters['stock-Retention']).toMatchObject({ Default: '2' });
});
