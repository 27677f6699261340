import { describe, expect, test } from 'vitest';
import { connectionId, nodeId, type Design } from '../model/design.js';
import { resolveSystem } from '../system/resolve.js';
import { design, idOf } from '../../test/helpers/design-text.js';
import { commonFields } from './common-fields.js';
import { reconnect, replaceService, reverseConnection, setPropsOfNodes } from './commands/index.js';
import { createEditor } from './editor.js';
import { reconnection } from './reconnection.js';
import { replacementsFor } from './replacement.js';

const drawn = (made: Design): string[] =>
  Object.values(made.connections).map(({ kind, from, to }) => `${from} ${kind} ${to}`);

describe('an end put elsewhere', () => {
  const made = design(
    'sqs-queue Orders -(batchSize: 5)-> lambda-function Ship; lambda-function Bill; dynamodb-table Stock; s3-bucket Files; event-bus Events',
  );
  const id = connectionId('orders-to-ship');

  test('keeps kind and settings where the roles fit', () => {
    const editor = createEditor(made);
    editor.run(reconnect, { connection: id, end: 'to', node: 'bill' });
    expect(editor.getState().design.connections[id]).toMatchObject({
      kind: 'event-source-mapping',
      from: 'orders',
      to: 'bill',
      props: { batchSize: 5 },
    });
    expect([...editor.getState().selection.connections]).toEqual([id]);
  });

  test('sets what the kind needs on the new end', () => {
    const editor = createEditor(made);
    editor.run(reconnect, { connection: id, end: 'from', node: 'stock' });
    const after = editor.getState().design;
    expect(drawn(after)).toEqual(['stock event-source-mapping ship']);
    expect(after.nodes[nodeId('stock')]?.props).not.toEqual({});
    expect(resolveSystem(after).connections.get(id)?.definition).toBeDefined();
  });

  test('takes the best other way, directly or through a node', () => {
    const editor = createEditor(made);
    editor.run(reconnect, { connection: id, end: 'to', node: 'events' });
    const after = editor.getState().design;
    expect(drawn(after)).not.toContain('orders event-source-mapping ship');
    expect(Object.keys(after.nodes)).toHaveLength(Object.keys(made.nodes).length + 1);
  });

  test('is refused with a reason', () => {
    const system = resolveSystem(made);
    for (const node of ['orders', 'ship'])
      expect(reconnection(system, id, 'to', nodeId(node))).toHaveProperty('refusal');
    expect(reconnection(system, 'none', 'to', nodeId('bill'))).toHaveProperty('refusal');
    const editor = createEditor(made);
    editor.run(reconnect, { connection: id, end: 'to', node: 'orders' });
    expect(editor.history.undo).toBeUndefined();
  });
});

test('a direction is reversed where there is a direct way back', () => {
  const editor = createEditor(design('lambda-function Put -> sqs-queue Orders; s3-bucket Files'));
  editor.select({ connections: new Set(['put-to-orders']) });
  expect(reverseConnection.enabled(editor.getState())).toBe(true);
  editor.run(reverseConnection);
  expect(drawn(editor.getState().design)).toEqual(['orders event-source-mapping put']);
});

describe('another service', () => {
  const made = design(
    'rest-api API -> lambda-function Put -> sqs-queue Orders -> lambda-function Ship; s3-bucket Files',
  );

  test('those that keep the most connections come first, and what others would lose is said', () => {
    const all = replacementsFor(resolveSystem(made), idOf(made, 'Orders'));
    const losses = all.map(({ loses }) => loses.length);
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    const table = all.find(({ service }) => service.type === 'dynamodb-table');
    expect(table).toMatchObject({ keeps: 2, loses: [] });
    const model = all.find(({ service }) => service.type === 'comprehend');
    expect(model?.loses.map(({ to }) => to)).toEqual(['ship']);
  });

  test('connections stay legal, what is not possible goes, the label stays', () => {
    const editor = createEditor(made);
    editor.run(replaceService, { node: 'orders', service: 'dynamodb-table' });
    const after = editor.getState().design;
    expect(after.nodes[nodeId('orders')]).toMatchObject({ service: 'dynamodb-table', label: 'Orders' });
    expect(drawn(after)).toContain('orders event-source-mapping ship');
    const system = resolveSystem(after);
    expect([...system.connections.values()].every(({ definition }) => definition !== undefined)).toBe(true);
    editor.run(replaceService, { node: 'orders', service: 'comprehend' });
    expect(Object.keys(editor.getState().design.connections)).not.toContain('orders-to-ship');
  });

  test('a Task state calls the new service', () => {
    const flow = design('state-machine Flow -> sqs-queue Orders');
    const editor = createEditor(flow);
    editor.run(replaceService, { node: 'orders', service: 'dynamodb-table' });
    const after = editor.getState().design;
    expect(resolveSystem(after).connections.get('task:flow:orders')?.label.en).toBe('PutItem');
    expect(after.nodes[nodeId('flow')]?.definition?.text).not.toContain('sqs');
  });

  test('a name that only says the service says the new one', () => {
    const editor = createEditor(design('sqs-queue Queue; sqs-queue "キュー"'));
    editor.run(replaceService, { node: 'queue', service: 'lambda-function' });
    editor.run(replaceService, { node: 'sqs-queue', service: 'lambda-function' });
    expect(Object.values(editor.getState().design.nodes).map(({ label }) => label)).toEqual(['Function', '関数']);
  });
});

describe('settings of several', () => {
  const made = design('lambda-function A(memory: 256); lambda-function B(memory: 512); sqs-queue C; sqs-queue D');

  test('of one service share every field; where values differ that is said', () => {
    const fields = commonFields(resolveSystem(made), ['a', 'b']);
    expect(fields['memory']).toMatchObject({ isMixed: true, isSet: true, value: undefined });
    expect(fields['timeout']).toMatchObject({ isMixed: false, isSet: false });
  });

  test('of several services share what means the same in each', () => {
    const mixed = commonFields(resolveSystem(made), ['a', 'c']);
    expect(mixed).not.toHaveProperty('memory');
    const queues = commonFields(resolveSystem(made), ['c', 'd']);
    expect(Object.keys(queues)).toContain('visibilityTimeout');
  });

  test('are changed as one step', () => {
    const editor = createEditor(made);
    editor.run(setPropsOfNodes, { nodes: ['a', 'b'], props: { memory: 1024 } });
    expect(commonFields(resolveSystem(editor.getState().design), ['a', 'b'])['memory']).toMatchObject({ value: 1024 });
    editor.undo();
    expect(editor.getState().design).toEqual(made);
  });
});
