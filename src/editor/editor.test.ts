import { describe, expect, test } from 'vitest';
import { contextId, emptyDesign, nodeId, type Design } from '../model/design.js';
import { addConnection, addContext, addNode } from '../model/graph.js';
import { emptySelection, type Editor } from './define.js';
import { createEditor } from './editor.js';
import {
  deleteSelection,
  duplicate,
  groupIntoContext,
  moveNodes,
  nudge,
  renameNode,
  setDefinition,
  setNodeProps,
} from './commands/index.js';

/** A queue read by a function that calls a workflow, in one context; the workflow's text refers to the table. */
function sample(): Design {
  let design = emptyDesign('Sample');
  design = addContext(design, { label: 'Sales' }).design;
  const add = (service: string, label: string, x: number, context?: string): void => {
    const member = context === undefined ? {} : { context: contextId(context) };
    design = addNode(design, { service, label, origin: 'created', props: {}, ...member }, { at: { x, y: 40 } }).design;
  };
  add('sqs-queue', 'Orders', 0, 'sales');
  add('lambda-function', 'Ship', 200, 'sales');
  add('state-machine', 'Fulfil', 400);
  add('dynamodb-table', 'Stock', 600);
  const fulfil = nodeId('fulfil');
  design = {
    ...design,
    nodes: {
      ...design.nodes,
      [fulfil]: {
        service: 'state-machine',
        label: 'Fulfil',
        origin: 'created',
        props: {},
        definition: {
          format: 'json',
          text: '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}',
          substitutions: { StockName: { node: nodeId('stock'), attribute: 'name' } },
        },
      },
    },
  };
  const connect = (kind: string, from: string, to: string): void => {
    design = addConnection(design, { kind, from: nodeId(from), to: nodeId(to), props: {} }).design;
  };
  connect('event-source-mapping', 'orders', 'ship');
  connect('uses', 'ship', 'fulfil');
  return design;
}

const text = (editor: Editor): string => JSON.stringify(editor.getState().design);

describe('history', () => {
  test('an undone step gives the design back, with the order of its records, and its name names it', () => {
    const editor = createEditor(sample());
    const before = text(editor);
    editor.select({ nodes: new Set(['orders']) });
    editor.run(deleteSelection);
    expect(editor.getState().design.connections).not.toHaveProperty('orders-to-ship');
    expect(editor.history.undo).toEqual({ en: 'Delete "Orders"', ja: '「Orders」を削除' });
    editor.undo();
    expect(text(editor)).toBe(before);
    expect([...editor.getState().selection.nodes]).toEqual(['orders']);
    expect(editor.history).toEqual({ undo: undefined, redo: { en: 'Delete "Orders"', ja: '「Orders」を削除' } });
    editor.redo();
    expect(Object.keys(editor.getState().design.nodes)).toEqual(['ship', 'fulfil', 'stock']);
  });

  test('one burst of typing is one step, another field begins the next', () => {
    const editor = createEditor(sample());
    const before = text(editor);
    for (const description of ['S', 'Sh', 'Ships']) editor.run(setNodeProps, { node: 'ship', props: { description } });
    editor.run(setNodeProps, { node: 'ship', props: { memory: 512 } });
    editor.undo();
    expect(editor.getState().design.nodes[nodeId('ship')]?.props).toEqual({ description: 'Ships' });
    editor.undo();
    expect(text(editor)).toBe(before);
  });

  test('an ended gesture begins a new step', () => {
    const editor = createEditor(sample());
    editor.select({ nodes: new Set(['ship']) });
    editor.run(nudge, { dx: 4, dy: 0 });
    editor.run(nudge, { dx: 4, dy: 0 });
    editor.endGesture();
    editor.run(nudge, { dx: 4, dy: 0 });
    editor.undo();
    expect(editor.getState().design.layout.nodes['ship']).toEqual({ x: 208, y: 40 });
    editor.undo();
    expect(editor.getState().design.layout.nodes['ship']).toEqual({ x: 200, y: 40 });
  });

  test('a command that changes nothing leaves no step', () => {
    const editor = createEditor(sample());
    editor.run(moveNodes, { nodes: { ship: { x: 200, y: 40 } } });
    editor.run(renameNode, { node: 'ship', label: 'Ship' });
    expect(editor.history.undo).toBeUndefined();
  });
});

describe('commands', () => {
  test('the id follows the label at the end of typing, with everything that refers to it', () => {
    const editor = createEditor(sample());
    editor.select({ nodes: new Set(['stock']) });
    editor.run(renameNode, { node: 'stock', label: 'Inventory', final: false });
    expect(Object.keys(editor.getState().design.nodes)).toContain('stock');
    editor.run(renameNode, { node: 'stock', label: 'Inventory' });
    const { design, selection } = editor.getState();
    expect([...selection.nodes]).toEqual(['inventory']);
    expect(design.nodes[nodeId('fulfil')]?.definition?.substitutions['StockName']).toMatchObject({
      node: 'inventory',
    });
    expect(design.layout.nodes).toHaveProperty('inventory');
    editor.undo();
    expect(editor.history.undo).toBeUndefined();
    expect([...editor.getState().selection.nodes]).toEqual(['stock']);
  });

  test('a fixed id stays when the label changes', () => {
    const design = sample();
    const ship = nodeId('ship');
    const node = design.nodes[ship];
    if (node === undefined) throw new Error('no node');
    const editor = createEditor({ ...design, nodes: { ...design.nodes, [ship]: { ...node, idFixed: true } } });
    editor.run(renameNode, { node: 'ship', label: 'Send' });
    expect(editor.getState().design.nodes[ship]?.label).toBe('Send');
  });

  test('a definition that does not parse is a draft beside the last valid text', () => {
    const editor = createEditor(sample());
    editor.run(setDefinition, { node: 'fulfil', text: '{"StartAt":' });
    const broken = editor.getState().design.nodes[nodeId('fulfil')]?.definition;
    expect(broken).toMatchObject({ draft: '{"StartAt":', text: '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}' });
    const valid = '{"StartAt":"B","States":{"B":{"Type":"Succeed"}}}';
    editor.run(setDefinition, { node: 'fulfil', text: valid });
    expect(editor.getState().design.nodes[nodeId('fulfil')]?.definition).toEqual({
      ...broken,
      text: valid,
      draft: undefined,
    });
  });

  test('copies are connected among themselves and leave the originals alone', () => {
    const editor = createEditor(sample());
    const before = editor.getState().design;
    editor.select({ nodes: new Set(['orders', 'ship']) });
    editor.run(duplicate);
    const { design, selection } = editor.getState();
    expect([...selection.nodes]).toEqual(['orders-2', 'ship-2']);
    expect(Object.values(design.connections).slice(2)).toEqual([
      { kind: 'event-source-mapping', from: 'orders-2', to: 'ship-2', props: {} },
    ]);
    expect(design.nodes).toMatchObject(before.nodes);
  });

  test('a deleted context frees its members', () => {
    const editor = createEditor(sample());
    editor.select({ contexts: new Set(['sales']) });
    editor.run(deleteSelection);
    expect(Object.values(editor.getState().design.nodes).map((node) => node.context)).toEqual(Array(4).fill(undefined));
  });
});

test('selects only what is there', () => {
  const editor = createEditor(sample());
  editor.select({ ...emptySelection, nodes: new Set(['ship', 'gone', 'constructor']) });
  expect([...editor.getState().selection.nodes]).toEqual(['ship']);
});

test('a new context is named in the language of the person', () => {
  const editor = createEditor(sample());
  editor.select({ nodes: new Set(['stock']) });
  editor.run(groupIntoContext, { language: 'ja' });
  expect(Object.values(editor.getState().design.contexts).map(({ label }) => label)).toEqual(['Sales', 'コンテキスト']);
});
