import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextId, nodeId, type Design } from '../model/design.js';
import { scaled } from '../../test/helpers/scale.js';
import { design, idOf } from '../../test/helpers/design-text.js';
import { readClipboard } from './clipboard.js';
import { paste } from './commands/index.js';
import { copySelection } from './copy.js';
import { createEditor } from './editor.js';

const shop = (): Design => {
  const made = design(
    '[Orders] sqs-queue Orders(deadLetterQueue: Failed) -> lambda-function Ship -> dynamodb-table Stock; sqs-queue Failed',
  );
  const nodes = Object.fromEntries(Object.keys(made.nodes).map((id, index) => [id, { x: index * 200, y: 40 }]));
  return { ...made, layout: { ...made.layout, nodes } };
};

const copied = (from: Design, ...labels: string[]): string => {
  const editor = createEditor(from);
  editor.select({ nodes: new Set(labels.map((label) => idOf(from, label))) });
  return copySelection(editor.getState());
};

const codes = (text: string): string[] => {
  const read = readClipboard(text);
  return 'problems' in read ? read.problems.map(({ code }) => code) : [];
};

describe('a copy', () => {
  test('is a YAML text with what is selected and the connections among that', () => {
    const text = copied(shop(), 'Orders', 'Ship');
    expect(text.split('\n')[0]).toBe('format: servicefull-selection');
    const read = readClipboard(text);
    expect('fragment' in read ? Object.keys(read.fragment.connections) : []).toEqual(['orders-to-ship']);
  });

  test('pasted into the same design refers to the copies, and beyond to what it referred to', () => {
    const editor = createEditor(shop());
    editor.run(paste, { text: copied(shop(), 'Orders', 'Ship') });
    const { design: after, selection } = editor.getState();
    expect([...selection.nodes]).toEqual(['orders-2', 'ship-2']);
    expect(after.nodes[nodeId('orders-2')]).toMatchObject({ props: { deadLetterQueue: 'failed' }, context: 'orders' });
    expect(Object.values(after.connections).at(-1)).toMatchObject({ from: 'orders-2', to: 'ship-2' });
    expect(editor.history.undo).toEqual({ en: 'Paste 2 items', ja: '2 個のアイテムを貼り付け' });
  });

  test('pasted into another design keeps no name of what is not there', () => {
    const editor = createEditor(design('event-bus Events'));
    editor.run(paste, { text: copied(shop(), 'Orders') });
    expect(editor.getState().design.nodes[nodeId('orders')]).toEqual({
      service: 'sqs-queue',
      label: 'Orders',
      origin: 'created',
      props: {},
    });
  });

  test('pasted again and again never covers what was pasted before', () => {
    const editor = createEditor(shop());
    const text = copied(shop(), 'Orders');
    for (let count = 0; count < 5; count++) editor.run(paste, { text });
    for (let count = 0; count < 5; count++) editor.run(paste, { text, at: { x: 900, y: 900 } });
    const places = Object.values(editor.getState().design.layout.nodes).map(({ x, y }) => `${String(x)},${String(y)}`);
    expect(new Set(places).size).toBe(14);
  });

  test('pasted at a point has its middle there, and belongs to the context there', () => {
    const from = shop();
    const area = { x: 1000, y: 1000, width: 600, height: 400 };
    const into: Design = {
      ...from,
      contexts: { ...from.contexts, [contextId('sales')]: { label: 'Sales' } },
      layout: { ...from.layout, contexts: { sales: area } },
    };
    const editor = createEditor(into);
    editor.run(paste, { text: copied(from, 'Stock'), at: { x: 1288, y: 1228 } });
    const { design: after } = editor.getState();
    expect(after.layout.nodes['stock-2']).toEqual({ x: 1200, y: 1200 });
    expect(after.nodes[nodeId('stock-2')]?.context).toBe('sales');
  });

  test('of a context brings its members and its area', () => {
    const editor = createEditor(shop());
    editor.select({ contexts: new Set(['orders']) });
    editor.run(paste, { text: copySelection(editor.getState()) });
    const { design: after, selection } = editor.getState();
    expect([...selection.contexts]).toEqual(['orders-2']);
    expect(Object.values(after.nodes).filter(({ context }) => context === 'orders-2')).toHaveLength(4);
    expect(after.layout.contexts['orders-2']).toMatchObject({ x: 8, y: 20 });
  });
});

describe('a text from elsewhere', () => {
  test('nodes written by hand need no header and no places', () => {
    const editor = createEditor(shop());
    editor.run(paste, {
      text: 'nodes:\n  a: { service: sqs-queue, label: キュー }\n  b: { service: event-bus, label: "" }\n',
    });
    const { design: after } = editor.getState();
    expect(
      Object.values(after.nodes)
        .map(({ label }) => label)
        .slice(-2),
    ).toEqual(['キュー', '']);
    expect(Object.keys(after.layout.nodes)).toHaveLength(6);
  });

  test.each([
    ['nothing', ''],
    ['words', 'hello, world'],
    ['another document', 'kind: Deployment\nspec: {}'],
    ['a design without anything', 'format: servicefull-selection\n'],
  ])('%s is no selection', (_name, text) => {
    expect(codes(text)).toEqual(['not-a-selection']);
  });

  test('hostile texts give problems, each its own', () => {
    expect(codes('nodes: {')).toEqual(['yaml-syntax']);
    expect(codes('nodes:\n  __proto__: {}\n')).toEqual(['reserved-key']);
    expect(codes('nodes:\n  Not An Id: { service: x, label: x }\n')).toEqual(['invalid-id']);
    expect(codes('nodes:\n  a: { service: 1, label: x }\n')).toEqual(['wrong-type']);
    expect(codes(`nodes:\n  a: { service: x, label: ${'x'.repeat(6 * 1024 * 1024)} }\n`)).toEqual([
      'selection-too-large',
    ]);
    const many = Array.from({ length: 3001 }, (_, index) => `  n${String(index)}: { service: x, label: x }`);
    expect(codes(`nodes:\n${many.join('\n')}\n`)).toEqual(['selection-too-many']);
  });

  test('places that cannot be drawn are made anew', () => {
    const editor = createEditor(shop());
    editor.run(paste, {
      text: 'nodes: { a: { service: x, label: x } }\nlayout: { nodes: { a: { x: 1.0e+300, y: 0 } } }\n',
    });
    expect(Math.abs(editor.getState().design.layout.nodes['x']?.x ?? Infinity)).toBeLessThan(10_000);
  });

  test('whatever it is, reading it does not throw', () => {
    const line = fc.constantFrom(
      'nodes:',
      '  a:',
      '    service: x',
      '    label: &l [*l]',
      'format: x',
      'notes: {}',
      '- *l',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(line).map((lines) => lines.join('\n')),
        ),
        (text) => {
          expect(() => readClipboard(text)).not.toThrow();
        },
      ),
      { numRuns: scaled(200) },
    );
  });
});
