import { describe, expect, test } from 'vitest';
import { emptySelection } from '../../editor/define.js';
import { createEditor } from '../../editor/editor.js';
import { setNodeProps } from '../../editor/commands/set-node-props.js';
import { connectionId, contextId, nodeId, type Design } from '../../model/design.js';
import { addConnection, removeNodes } from '../../model/graph.js';
import { sketch } from '../../layout/sketch.fixture.js';
import { resolveSystem } from '../../system/resolve.js';
import { nothingMoved } from './dragging.js';
import { pictureOf, previewPicture, type Picture } from './picture.js';
import { Projector, type ProjectionInput } from './projection.js';

/** Two contexts: a queue that a function reads, and a function that writes a table. */
function sample(): Design {
  const design = sketch(
    { Sales: 'orders:sqs-queue, ship:lambda-function', Stock: 'count:lambda-function, items:dynamodb-table' },
    ['orders > ship: event-source-mapping', 'count > items: uses'],
  );
  const at = { orders: [0, 0], ship: [0, 112], count: [400, 0], items: [400, 112] } as const;
  return {
    ...design,
    layout: {
      ...design.layout,
      nodes: Object.fromEntries(Object.entries(at).map(([id, [x, y]]) => [id, { x, y }])),
    },
  };
}

const inputOf = (picture: Picture): ProjectionInput => ({
  picture,
  findings: [],
  problems: [],
  selection: emptySelection,
  language: 'en',
  moved: nothingMoved,
});

describe('projection', () => {
  test('one edit makes one new node; everything else keeps its identity', () => {
    const editor = createEditor(sample());
    const projector = new Projector();
    const system = resolveSystem(editor.getState().design);
    const before = projector.project(inputOf(pictureOf(system)));
    editor.run(setNodeProps, { node: 'ship', props: { memory: 1024 } });
    const after = projector.project(inputOf(pictureOf(resolveSystem(editor.getState().design, system))));
    expect(after.nodes.filter((node) => !before.nodes.includes(node)).map(({ id }) => id)).toEqual(['ship']);
    expect(after.edges).toEqual(before.edges);
    expect(after.edges.every((edge, index) => edge === before.edges[index])).toBe(true);
  });

  test('a drag moves one node and its lines, and nothing else', () => {
    const projector = new Projector();
    const input = inputOf(pictureOf(resolveSystem(sample())));
    const before = projector.project(input);
    const after = projector.project({ ...input, moved: new Map([['ship', { x: 40, y: 160 }]]) });
    expect(after.nodes.filter((node) => !before.nodes.includes(node))).toMatchObject([
      { id: 'ship', position: { x: 40, y: 160 } },
    ]);
    expect(after.edges.filter((edge) => !before.edges.includes(edge)).map(({ id }) => id)).toEqual(['orders-to-ship']);
  });

  test('parallel connections are one line with a count', () => {
    const { design, id } = addConnection(sample(), {
      kind: 'uses',
      from: nodeId('count'),
      to: nodeId('items'),
      props: {},
    });
    const { edges } = new Projector().project(inputOf(pictureOf(resolveSystem(design))));
    const bundle = edges.find(({ source }) => source === 'count');
    expect(bundle?.data?.ids).toBe(`count-to-items\n${id}`);
    expect(bundle?.data?.label).toMatch(/ \+1$/);
  });

  test('selection lights a node and its lines', () => {
    const input = inputOf(pictureOf(resolveSystem(sample())));
    const { nodes, edges } = new Projector().project({
      ...input,
      selection: { ...emptySelection, nodes: new Set(['items']) },
    });
    expect(nodes.filter(({ selected }) => selected).map(({ id }) => id)).toEqual(['items']);
    expect(edges.filter(({ data }) => data?.isLit).map(({ id }) => id)).toEqual(['count-to-items']);
  });
});

describe('preview', () => {
  test('shows what goes, what comes, what is touched, and fades the rest; nothing moves', () => {
    const design = sample();
    const system = resolveSystem(design);
    const fields = { ofService: () => [], ofConnection: () => [] };
    const without = removeNodes(design, new Set(['ship']), fields);
    const pipe = nodeId('pipe');
    const after: Design = {
      ...without,
      nodes: { ...without.nodes, [pipe]: { service: 'pipe', label: 'Pipe', origin: 'created', props: {} } },
      connections: {
        ...without.connections,
        [connectionId('orders-to-pipe')]: { kind: 'pipe-source', from: nodeId('orders'), to: pipe, props: {} },
      },
    };
    const picture = previewPicture(system, after, [nodeId('ship')]);
    expect(Object.fromEntries(picture.nodes.map(({ node, ghost }) => [node.id, ghost]))).toEqual({
      orders: 'none',
      ship: 'removed',
      count: 'faded',
      items: 'faded',
      pipe: 'added',
    });
    expect(Object.fromEntries(picture.connections.map(({ connection, ghost }) => [connection.id, ghost]))).toEqual({
      'orders-to-ship': 'removed',
      'count-to-items': 'faded',
      'orders-to-pipe': 'added',
    });
    expect(picture.design.layout.nodes).toMatchObject(design.layout.nodes);
    expect(picture.design.layout.nodes['pipe']).toBeDefined();
  });
});

describe('a collapsed context', () => {
  /** The sample with one context collapsed, and a second line from it into the other. */
  function collapsed(): Design {
    const design = sample();
    const { design: linked } = addConnection(design, {
      kind: 'uses',
      from: nodeId('ship'),
      to: nodeId('items'),
      props: {},
    });
    const { design: doubled } = addConnection(linked, {
      kind: 'uses',
      from: nodeId('orders'),
      to: nodeId('items'),
      props: {},
    });
    const area = { x: -16, y: -44, width: 208, height: 228, collapsed: true };
    return { ...doubled, layout: { ...doubled.layout, contexts: { [contextId('sales')]: area } } };
  }

  test('is one card that stands for its members, and its lines are bundled', () => {
    const { nodes, edges } = new Projector().project(inputOf(pictureOf(resolveSystem(collapsed()))));
    expect(nodes.map(({ id }) => id)).toEqual(['context:sales', 'context:stock', 'count', 'items']);
    expect(nodes.find(({ id }) => id === 'context:sales')).toMatchObject({
      position: { x: -16, y: -44 },
      data: { isCollapsed: true, members: '2 nodes' },
    });
    const lines = edges.map(({ source, target, data }) => [source, target, data?.ids.split('\n').length]);
    expect(lines).toEqual([
      ['count', 'items', 1],
      ['context:sales', 'items', 2],
    ]);
  });

  test('expanded again it looks as before', () => {
    const design = collapsed();
    const open = { ...design, layout: { ...design.layout, contexts: {} } };
    const projector = new Projector();
    const before = projector.project(inputOf(pictureOf(resolveSystem(open))));
    projector.project(inputOf(pictureOf(resolveSystem(design))));
    const after = projector.project(inputOf(pictureOf(resolveSystem(open))));
    expect(after).toEqual(before);
  });
});
