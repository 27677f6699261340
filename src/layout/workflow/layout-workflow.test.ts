import { expect, test } from 'vitest';
import type { Box, Point } from '../../model/design.js';
import { overlaps } from '../geometry.js';
import { crossesBox, segmentsOf } from '../segments.js';
import {
  endMark,
  labelHeight,
  startMark,
  type FlowMachine,
  type FlowOptions,
  type FlowState,
  type FlowTransition,
} from './define.js';
import { WorkflowLayouter } from './layout-workflow.js';

const options: FlowOptions = { labelOf: ({ label }) => label, collapsed: new Set(), placed: {} };

const state = (key: string, more: Partial<FlowState> = {}): FlowState => ({
  key,
  type: 'Pass',
  isReachable: true,
  isEnd: false,
  machines: [],
  ...more,
});

const way = (from: string | undefined, to: string, more: Partial<FlowTransition> = {}): FlowTransition => ({
  key: `${from ?? ''}>${to}`,
  kind: 'next',
  from,
  to,
  label: '',
  isLoop: false,
  ...more,
});

const start = (to: string): FlowTransition => way(undefined, to, { kind: 'start' });

/** A choice with a way back, an error handled, a Parallel with two branches, and a state that nothing leads to. */
const inner = (name: string): FlowMachine => ({
  key: name,
  start: `${name}/1`,
  states: [state(`${name}/1`), state(`${name}/2`, { isEnd: true })],
  transitions: [start(`${name}/1`), way(`${name}/1`, `${name}/2`)],
});
const machine: FlowMachine = {
  key: '',
  start: 'a',
  states: [
    state('a'),
    state('choose', { type: 'Choice' }),
    state('both', { type: 'Parallel', machines: [inner('left'), inner('right')] }),
    state('end', { type: 'Succeed', isEnd: true }),
    state('failed', { type: 'Fail', isEnd: true }),
    state('lost', { isReachable: false }),
  ],
  transitions: [
    start('a'),
    way('a', 'choose'),
    way('a', 'failed', { kind: 'catch', label: 'any error' }),
    way('choose', 'both', { kind: 'choice', label: 'x > 3' }),
    way('choose', 'a', { kind: 'default', label: 'Otherwise', isLoop: true }),
    way('both', 'end'),
    way('lost', 'end'),
  ],
};

const layout = (of = machine, more: Partial<FlowOptions> = {}) =>
  new WorkflowLayouter().layout(of, { ...options, ...more });

const boxOf = (boxes: ReadonlyMap<string, Box>, key: string): Box => {
  const box = boxes.get(key);
  if (box === undefined) throw new Error(`${key} has no place`);
  return box;
};

const isInside = (inside: Box, around: Box): boolean =>
  inside.x >= around.x &&
  inside.y >= around.y &&
  inside.x + inside.width <= around.x + around.width &&
  inside.y + inside.height <= around.y + around.height;

test('what follows lies below, what is inside of a state lies inside of its card, and no two cards overlap', async () => {
  const { boxes, frames } = await layout();
  const at = (key: string): Box => boxOf(boxes, key);
  expect([startMark(''), 'a', 'choose', 'both', 'end', endMark('')].map((key) => at(key).y)).toEqual(
    [startMark(''), 'a', 'choose', 'both', 'end', endMark('')].map((key) => at(key).y).sort((p, q) => p - q),
  );
  for (const branch of ['left', 'right']) {
    expect(isInside(boxOf(frames, branch), at('both'))).toBe(true);
    for (const name of ['1', '2']) expect(isInside(at(`${branch}/${name}`), boxOf(frames, branch))).toBe(true);
  }
  const outer = machine.states.map(({ key }) => at(key));
  for (const [index, box] of outer.entries())
    for (const other of outer.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
});

test('lines run horizontally and vertically past the cards, and words on them cover none', async () => {
  const { boxes, lines } = await layout();
  const cards = machine.states.map(({ key }) => boxOf(boxes, key));
  for (const { key, isLoop, from } of machine.transitions) {
    if (from === 'lost') continue;
    const line = lines.get(key);
    if (line === undefined) throw new Error(`${key} is not drawn`);
    for (const segment of segmentsOf(line.points)) {
      expect(segment.from.x === segment.to.x || segment.from.y === segment.to.y).toBe(true);
      expect(cards.filter((card) => crossesBox(segment, card, -1))).toEqual([]);
    }
    if (isLoop) expect(line.points.at(-1)?.y).toBeLessThan(line.points[0]?.y ?? 0);
    if (line.label === undefined) continue;
    const words: Box = {
      x: line.label.x - line.labelWidth / 2,
      y: line.label.y - labelHeight / 2,
      width: line.labelWidth,
      height: labelHeight,
    };
    expect(cards.filter((card) => overlaps(words, card))).toEqual([]);
  }
});

test('a state that nothing leads to stands beside the others', async () => {
  const { boxes } = await layout();
  const others = machine.states.filter(({ isReachable }) => isReachable).map(({ key }) => boxOf(boxes, key));
  expect(boxOf(boxes, 'lost').x).toBeGreaterThan(Math.max(...others.map(({ x, width }) => x + width)));
});

test('equal workflows lie equally, whatever was laid out before', async () => {
  const layouter = new WorkflowLayouter();
  await layouter.layout(inner('left'), options);
  expect(await layouter.layout(machine, options)).toEqual(await layout());
});

test('a state placed by hand lies there, its lines follow, and its container encloses it', async () => {
  const by = { x: 300, y: 400 };
  const before = await layout();
  const { boxes, frames, lines } = await layout(machine, { placed: { a: { x: 900, y: 40 }, 'left/2': by } });
  expect(boxOf(boxes, 'a')).toMatchObject({ x: 900, y: 40 });
  expect(nearest(boxOf(boxes, 'a'), lines.get('a>choose')?.points[0])).toBe(0);
  expect(isInside(boxOf(boxes, 'left/2'), boxOf(frames, 'left'))).toBe(true);
  expect(boxOf(boxes, 'both').height).toBeGreaterThan(boxOf(before.boxes, 'both').height);
});

test('a collapsed container is a card, and what is in it is not drawn', async () => {
  const { boxes, frames } = await layout(machine, { collapsed: new Set(['both']) });
  expect(boxes.has('left/1')).toBe(false);
  expect(frames.size).toBe(0);
  expect(boxOf(boxes, 'both').height).toBe(boxOf(boxes, 'a').height);
});

/** How far a point is from the border of a box. */
function nearest(box: Box, point: Point | undefined): number {
  if (point === undefined) return Infinity;
  const isOn =
    (point.x === box.x || point.x === box.x + box.width || point.y === box.y || point.y === box.y + box.height) &&
    isInside({ ...point, width: 0, height: 0 }, box);
  return isOn ? 0 : 1;
}
