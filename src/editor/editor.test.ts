import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextId, emptyDesign, nodeId, type Design } from '../model/design.js';
import { addConnection, addContext, addNode } from '../model/graph.js';
import { serialiseDesign } from '../model/serialise.js';
import { emptySelection, type Editor } from './define.js';
import { createEditor } from './editor.js';
import {
  deleteSelection,
  dismissFinding,
  duplicate,
  groupIntoContext,
  moveIntoContext,
  moveNodes,
  nudge,
  removeFromContext,
  renameNode,
  restoreFinding,
  selectAll,
  setConnectionProps,
  setContext,
  setDefinition,
  setNodeProps,
  setSettings,
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

/** Ids that nothing in the design has. */
function dangling(design: Design): string[] {
  const missing = (id: string): boolean => !Object.hasOwn(design.nodes, id);
  return [
    ...Object.values(design.connections).flatMap(({ from, to }) => [from, to].filter(missing)),
    ...Object.values(design.nodes).flatMap((node) => [
      ...(node.context !== undefined && !Object.hasOwn(design.contexts, node.context) ? [node.context] : []),
      ...Object.values(node.definition?.substitutions ?? {}).flatMap((substitution) =>
        'node' in substitution && missing(substitution.node) ? [substitution.node] : [],
      ),
    ]),
    ...Object.keys(design.layout.nodes).filter(missing),
    ...Object.keys(design.layout.contexts).filter((id) => !Object.hasOwn(design.contexts, id)),
  ];
}

type Act = (editor: Editor) => void;

const ids = ['orders', 'ship', 'fulfil', 'stock', 'orders-2', 'constructor'];
const anyId = fc.constantFrom(...ids);
const someIds = fc.uniqueArray(anyId, { maxLength: 3 });
const label = fc.oneof(fc.constantFrom('注文', '__proto__', 'Ship', 'toString', ''), fc.string({ maxLength: 8 }));
const act: fc.Arbitrary<Act> = fc.oneof(
  someIds.map((nodes): Act => (editor) => {
    editor.select({ nodes: new Set(nodes) });
  }),
  fc.constantFrom('orders-to-ship', 'ship-to-fulfil').map((id): Act => (editor) => {
    editor.select({ connections: new Set([id]) });
  }),
  fc.constantFrom<Act>(
    (editor) => {
      editor.run(deleteSelection);
    },
    (editor) => {
      editor.run(duplicate);
    },
    (editor) => {
      editor.run(selectAll);
    },
    (editor) => {
      editor.run(groupIntoContext);
    },
    (editor) => {
      editor.run(removeFromContext);
    },
    (editor) => {
      editor.endGesture();
    },
    (editor) => {
      editor.run(setNodeProps, { node: 'ship', props: { memory: 256, toString: undefined } });
    },
    (editor) => {
      editor.run(dismissFinding, { rule: 'r', fingerprint: 'f', reason: 'kept' });
    },
    (editor) => {
      editor.run(restoreFinding, { rule: 'r', fingerprint: 'f' });
    },
    (editor) => {
      editor.select({ contexts: new Set(['sales', 'context']) });
    },
  ),
  fc.tuple(anyId, label).map(([node, name]): Act => (editor) => {
    editor.run(renameNode, { node, label: name });
  }),
  fc.tuple(someIds, fc.constantFrom('sales', 'context', 'toString')).map(([nodes, context]): Act => (editor) => {
    editor.run(moveIntoContext, { nodes, context, positions: { ship: { x: 8, y: 8 } } });
  }),
  fc.tuple(anyId, fc.integer({ min: -99, max: 99 })).map(([node, x]): Act => (editor) => {
    editor.run(moveNodes, { nodes: { [node]: { x, y: x } }, gesture: 'drag' });
  }),
  label.map((name): Act => (editor) => {
    editor.run(setSettings, { name, region: name === '' ? undefined : name });
  }),
  label.map((team): Act => (editor) => {
    editor.run(setContext, { context: 'sales', changes: { team, hue: 2 } });
  }),
  label.map((description): Act => (editor) => {
    editor.run(setConnectionProps, { connection: 'orders-to-ship', props: { description } });
  }),
  label.map((definition): Act => (editor) => {
    editor.run(setDefinition, { node: 'fulfil', text: definition });
  }),
);

describe('any sequence of commands', () => {
  test('can be undone byte for byte and done again, and leaves nothing dangling', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const editor = createEditor(sample());
        const before = text(editor);
        const bytes = serialiseDesign(editor.getState().design);
        for (const perform of acts) {
          perform(editor);
          expect(dangling(editor.getState().design)).toEqual([]);
        }
        const after = text(editor);
        let steps = 0;
        for (; editor.history.undo !== undefined; steps++) editor.undo();
        expect(text(editor)).toBe(before);
        expect(serialiseDesign(editor.getState().design)).toBe(bytes);
        for (; editor.history.redo !== undefined; steps--) editor.redo();
        expect(steps).toBe(0);
        expect(text(editor)).toBe(after);
      }),
      { numRuns: 200 },
    );
  });

  test('selects only what is there', () => {
    const editor = createEditor(sample());
    editor.select({ ...emptySelection, nodes: new Set(['ship', 'gone', 'constructor']) });
    expect([...editor.getState().selection.nodes]).toEqual(['ship']);
  });
});

test('a new context is named in the language of the person', () => {
  const editor = createEditor(sample());
  editor.select({ nodes: new Set(['stock']) });
  editor.run(groupIntoContext, { language: 'ja' });
  expect(Object.values(editor.getState().design.contexts).map(({ label }) => label)).toEqual(['Sales', 'コンテキスト']);
});
