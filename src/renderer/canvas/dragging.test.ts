import { describe, expect, test } from 'vitest';
import { contextId, nodeId, emptyDesign, type Design } from '../../model/design.js';
import { addContext, addNode, addNote } from '../../model/graph.js';
import { beginDrag, contextChanges, dragBy, dropAreaOf } from './dragging.js';

const everywhere = { x: -10_000, y: -10_000, width: 20_000, height: 20_000 };
const free = { zoom: 1, snaps: false, straight: false };

/** Two contexts; `sales` holds two cards and a note. */
function sample(): Design {
  const node = (label: string, context: string | undefined, x: number, y: number) => (design: Design) =>
    addNode(
      design,
      {
        service: 'sqs-queue',
        label,
        origin: 'created',
        props: {},
        ...(context === undefined ? {} : { context: contextId(context) }),
      },
      { at: { x, y } },
    ).design;
  const steps = [
    (design: Design) => addContext(design, { label: 'sales' }).design,
    (design: Design) => addContext(design, { label: 'stock' }).design,
    node('orders', 'sales', 0, 0),
    node('ship', 'sales', 0, 112),
    node('count', 'stock', 400, 0),
    node('alone', undefined, 804, 8),
    (design: Design) =>
      addNote(design, { text: 'why', context: contextId('sales') }, { at: { x: 0, y: 200, width: 120, height: 60 } })
        .design,
  ];
  return steps.reduce((design, step) => step(design), emptyDesign('Sample'));
}

describe('what moves', () => {
  test('an area takes its members and notes along', () => {
    const design = sample();
    const drag = beginDrag(design, ['context:sales'], everywhere);
    const { by } = dragBy(drag!, { x: 101, y: 2 }, free);
    const { moved } = dragBy(drag!, { x: 101, y: 2 }, free);
    const [note] = Object.keys(design.notes);
    expect([...moved.keys()].sort()).toEqual(['context:sales', `note:${note!}`, 'orders', 'ship'].sort());
    expect(moved.get('ship')).toEqual({ x: by.x, y: 112 + by.y });
  });

  test('what is locked stays, also in an area that moves', () => {
    const design = sample();
    const locked: Design = {
      ...design,
      layout: { ...design.layout, nodes: { ...design.layout.nodes, ship: { x: 0, y: 112, pinned: true } } },
    };
    expect(beginDrag(locked, ['ship'], everywhere)).toBeUndefined();
    expect(beginDrag(locked, ['context:sales'], everywhere)?.starts.has('ship')).toBe(false);
    expect(beginDrag(locked, ['ship'], everywhere, true)?.starts.has('ship')).toBe(true);
  });
});

describe('how it moves', () => {
  test('to the grid where nothing is in line', () => {
    const drag = beginDrag(sample(), ['orders'], everywhere);
    expect(dragBy(drag!, { x: 13, y: -7 }, free).moved.get('orders')).toEqual({ x: 12, y: -8 });
  });

  test('in line with another card within six pixels of the screen', () => {
    const drag = beginDrag(sample(), ['alone'], everywhere);
    const options = { zoom: 1, snaps: true, straight: false };
    const near = dragBy(drag!, { x: -60, y: -5 }, options);
    expect(near.moved.get('alone')?.y).toBe(0);
    expect(near.lines.some(({ along, at }) => along === 'x' && at === 28)).toBe(true);
    const zoomedIn = dragBy(drag!, { x: -60, y: -3 }, { ...options, zoom: 2 });
    expect(zoomedIn.lines.filter(({ along }) => along === 'x')).toEqual([]);
  });

  test('along one axis while it is held straight', () => {
    const drag = beginDrag(sample(), ['alone'], everywhere);
    const { moved } = dragBy(drag!, { x: 80, y: 33 }, { zoom: 1, snaps: true, straight: true });
    expect(moved.get('alone')?.y).toBe(8);
  });
});

describe('where it falls', () => {
  test('a node dropped into another area changes its context, one dropped outside leaves it', () => {
    const design = sample();
    const into = new Map([['ship', { x: 380, y: 20 }]]);
    expect(contextChanges(design, into)).toEqual([{ id: 'ship', to: 'stock' }]);
    expect(dropAreaOf(design, into)).toBe('stock');
    expect(contextChanges(design, new Map([['ship', { x: 0, y: 900 }]]))).toEqual([{ id: 'ship', to: undefined }]);
    expect(contextChanges(design, new Map([[nodeId('ship'), { x: 4, y: 100 }]]))).toEqual([]);
  });
});
