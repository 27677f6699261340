import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Point } from '../model/design.js';
import { scaled } from '../../test/helpers/scale.js';
import { bendsOf, moveSegment, segmentsOf, throughBends } from './bends.js';
import { isVertical } from './segments.js';

const upper: Box = { x: 0, y: 0, width: 176, height: 56 };
const lower: Box = { x: 0, y: 200, width: 176, height: 56 };
const ends = { from: upper, to: lower };
const straight = [
  { x: 88, y: 56 },
  { x: 88, y: 200 },
];

const coordinate = fc.integer({ min: -600, max: 600 });
const point = fc.record({ x: coordinate, y: coordinate });
const box = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.constantFrom(176, 376, 900),
  height: fc.constantFrom(48, 56),
});

const isOrthogonal = (points: readonly Point[]): boolean =>
  points.slice(1).every(({ x, y }, index) => points[index]?.x === x || points[index]?.y === y);

const isOnBorder = (at: Point | undefined, { x, y, width, height }: Box): boolean =>
  at !== undefined &&
  at.x >= x &&
  at.x <= x + width &&
  at.y >= y &&
  at.y <= y + height &&
  (at.x === x || at.x === x + width || at.y === y || at.y === y + height);

describe('a line bent by hand', () => {
  test('any bends between any two boxes give an orthogonal line', () => {
    fc.assert(
      fc.property(box, box, fc.array(point, { minLength: 1, maxLength: 6 }), (from, to, bends) => {
        const points = throughBends({ from, to }, bends);
        expect(points?.length).toBeGreaterThan(0);
        expect(isOrthogonal(points ?? [])).toBe(true);
      }),
      { numRuns: scaled(300) },
    );
  });

  test('it begins and ends on the borders of the nodes, wherever they are dragged to', () => {
    fc.assert(
      fc.property(point, point, coordinate, (a, b, level) => {
        const [from, to] = [
          { ...upper, ...a, y: a.y - 1400 },
          { ...lower, ...b, y: b.y + 1400 },
        ];
        const points = throughBends({ from, to }, [
          { x: 88, y: level },
          { x: 400, y: level },
        ]);
        expect(isOrthogonal(points ?? [])).toBe(true);
        expect(isOnBorder(points?.[0], from)).toBe(true);
        expect(isOnBorder(points?.at(-1), to)).toBe(true);
        // The piece that a person placed stays at its height.
        expect(points?.some(({ y }, index) => y === level && points[index + 1]?.y === level)).toBe(
          points !== undefined && points.length > 2,
        );
      }),
      { numRuns: scaled(300) },
    );
  });

  test('without bends there is no such line', () => {
    expect(throughBends(ends, [])).toBeUndefined();
  });
});

describe('moving a piece', () => {
  test('of a straight line slides it along the cards', () => {
    const bends = moveSegment(straight, 0, { x: 40, y: 7 }, ends);
    expect(throughBends(ends, bends)).toEqual([
      { x: 128, y: 56 },
      { x: 128, y: 200 },
    ]);
  });

  test('past the corner of a card leaves the card by a short piece', () => {
    const bends = moveSegment(straight, 0, { x: 200, y: 0 }, ends);
    expect(throughBends(ends, bends)).toEqual([
      { x: 88, y: 56 },
      { x: 88, y: 72 },
      { x: 288, y: 72 },
      { x: 288, y: 184 },
      { x: 88, y: 184 },
      { x: 88, y: 200 },
    ]);
  });

  test('in the middle moves that piece alone', () => {
    const to = { ...lower, x: 400 };
    const points = [
      { x: 88, y: 56 },
      { x: 88, y: 128 },
      { x: 488, y: 128 },
      { x: 488, y: 200 },
    ];
    const bends = moveSegment(points, 1, { x: 300, y: 24 }, { from: upper, to });
    expect(throughBends({ from: upper, to }, bends)).toEqual([
      { x: 88, y: 56 },
      { x: 88, y: 152 },
      { x: 488, y: 152 },
      { x: 488, y: 200 },
    ]);
    expect(bendsOf(points)).toEqual(points.slice(1, -1));
  });

  test('is done as the pointer says, and not moving it changes nothing', () => {
    fc.assert(
      fc.property(
        point,
        coordinate,
        fc.integer({ min: 0, max: 4 }),
        fc.record({ x: coordinate, y: coordinate }),
        (b, level, index, by) => {
          const [from, to] = [
            { ...upper, y: -1400 },
            { ...lower, ...b, y: b.y + 1400 },
          ];
          const before =
            throughBends({ from, to }, [
              { x: 88, y: level },
              { x: 400, y: level },
            ]) ?? [];
          const segments = segmentsOf(before);
          const segment = segments[index % segments.length];
          if (segment === undefined) return;
          const pick = index % segments.length;
          const still = moveSegment(before, pick, { x: 0, y: 0 }, { from, to });
          expect(throughBends({ from, to }, still)).toEqual(before);
          const after = throughBends({ from, to }, moveSegment(before, pick, by, { from, to })) ?? [];
          expect(isOrthogonal(after)).toBe(true);
          const wanted = isVertical(segment) ? segment.from.x + by.x : segment.from.y + by.y;
          const axis = isVertical(segment) ? 'x' : 'y';
          expect(after.some((at) => at[axis] === wanted)).toBe(true);
        },
      ),
      { numRuns: scaled(300) },
    );
  });
});
