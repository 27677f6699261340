import { expect, test } from 'vitest';
import { compareDesigns } from './compare.js';
import { connectionId, emptyDesign, nodeId, type Design } from './design.js';

const before: Design = {
  ...emptyDesign('Orders'),
  nodes: {
    [nodeId('a')]: { service: 'lambda-function', label: 'A', origin: 'created', props: { memory: 128 } },
    [nodeId('b')]: { service: 'sqs-queue', label: 'B', origin: 'created', props: {} },
    [nodeId('c')]: { service: 'sqs-queue', label: 'C', origin: 'created', props: {} },
  },
  connections: { [connectionId('a-to-b')]: { kind: 'uses', from: nodeId('a'), to: nodeId('b'), props: {} } },
  layout: { ...emptyDesign('').layout, nodes: { a: { x: 0, y: 0 }, b: { x: 0, y: 80 }, c: { x: 0, y: 160 } } },
};

test('what came, went, changed and moved is told apart, down to the field', () => {
  const after: Design = {
    ...before,
    settings: { ...before.settings, region: 'ap-northeast-1', tags: { team: 'x' } },
    nodes: {
      [nodeId('a')]: { service: 'lambda-function', label: 'A', origin: 'created', props: { memory: 256 } },
      [nodeId('b')]: { service: 'sqs-queue', label: 'B', origin: 'created', props: {} },
      [nodeId('d')]: { service: 'event-bus', label: 'D', origin: 'created', props: {} },
    },
    connections: {},
    layout: { ...before.layout, nodes: { a: { x: 4, y: 0 }, b: { x: 8, y: 80 } } },
  };
  expect(compareDesigns(before, after)).toEqual([
    { kind: 'node', id: 'a', change: 'changed', fields: [{ field: 'props.memory', before: 128, after: 256 }] },
    { kind: 'node', id: 'b', change: 'moved', fields: [] },
    { kind: 'node', id: 'c', change: 'removed', fields: [] },
    { kind: 'node', id: 'd', change: 'added', fields: [] },
    { kind: 'connection', id: 'a-to-b', change: 'removed', fields: [] },
    {
      kind: 'settings',
      id: '',
      change: 'changed',
      fields: [
        { field: 'tags.team', before: undefined, after: 'x' },
        { field: 'region', before: undefined, after: 'ap-northeast-1' },
      ],
    },
  ]);
});

test('a design says the same as itself, in whatever order', () => {
  const turned: Design = { ...before, nodes: Object.fromEntries(Object.entries(before.nodes).reverse()) };
  expect(compareDesigns(before, turned)).toEqual([]);
});
