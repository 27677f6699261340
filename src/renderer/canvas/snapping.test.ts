import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../../model/design.js';
import { scaled } from '../../../test/helpers/scale.js';
import { snapBox, snapIndexOf } from './snapping.js';

const card = (x: number, y: number): Box => ({ x, y, width: 176, height: 56 });

test('edges and middles come in line, with the distance to the next card', () => {
  const snap = snapBox(snapIndexOf([card(0, 0)]), card(3, 103), 6, 4);
  expect(snap.by.x).toBe(-3);
  expect(snap.lines).toEqual([{ along: 'y', at: 88, from: 0, to: 160 }]);
  expect(snap.distances).toEqual([{ along: 'y', at: 88, from: 56, to: 104 }]);
});

test('between two cards, and after them, the gaps become equal', () => {
  const row = snapIndexOf([card(0, 0), card(500, 0)]);
  const between = snapBox(row, card(254, 1), 6, 4);
  expect(254 + between.by.x).toBe(250);
  expect(between.distances.filter(({ along }) => along === 'x').map(({ from, to }) => to - from)).toEqual([74, 74]);
  const after = snapBox(snapIndexOf([card(0, 0), card(200, 0)]), card(403, 1), 6, 4);
  expect(403 + after.by.x).toBe(400);
});

test('nothing near: the grid', () => {
  expect(snapBox(snapIndexOf([card(1000, 1000)]), card(5, 7), 6, 4).by).toEqual({ x: -1, y: 1 });
});

test('a snap never carries farther than it looks, and every guide touches the box', () => {
  const boxes = fc.array(
    fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 1, max: 300 }),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(boxes, fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (others, x, y) => {
      const box = card(x, y);
      const { by, lines } = snapBox(snapIndexOf(others), box, 6, 4);
      expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(6);
      for (const { along, at, from, to } of lines) {
        const [start, size] = along === 'x' ? [x + by.x, box.width] : [y + by.y, box.height];
        const [across, room] = along === 'x' ? [y + by.y, box.height] : [x + by.x, box.width];
        expect(from).toBeLessThanOrEqual(start);
        expect(to).toBeGreaterThanOrEqual(start + size);
        expect([across, across + room / 2, across + room].some((line) => Math.abs(line - at) < 0.51)).toBe(true);
      }
    }),
    { numRuns: scaled(200) },
  );
});
