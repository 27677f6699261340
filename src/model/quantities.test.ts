import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../test/helpers/scale.js';
import { parseQuantity, quantityWords, stepOf } from './quantities.js';

describe('what people type', () => {
  test.each([
    ['90', 90],
    ['5m', 300],
    ['1h 30m', 5400],
    ['1h30m', 5400],
    ['1.5 h', 5400],
    ['2 days', 172_800],
    ['１０秒', 10],
    ['1 時間 30 分', 5400],
    ['1,800', 1800],
    ['90 s', 90],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseQuantity('seconds', text)).toBe(seconds);
  });
  test.each(['', 'soon', '5x', '5m 5m', '5m 1h', '1..5', '--1', '1h -', '9'.repeat(99)])(
    '"%s" is no duration',
    (text) => {
      expect(parseQuantity('seconds', text)).toBeUndefined();
    },
  );
  test('megabytes and counts', () => {
    expect(parseQuantity('megabytes', '1.5 GB')).toBe(1536);
    expect(parseQuantity('megabytes', '512mb')).toBe(512);
    expect(parseQuantity('count', '10')).toBe(10);
    expect(parseQuantity('count', '10 s')).toBeUndefined();
  });
});

test.each([
  [5400, '1 h 30 min', '1 時間 30 分'],
  [86_400, '1 d', '1 日'],
  [10, '10 s', '10 秒'],
  [0, '0 s', '0 秒'],
  [90_061, '90,061 s', '90,061 秒'],
])('%d seconds are said as %s', (seconds, en, ja) => {
  expect(quantityWords('seconds', seconds)).toEqual({ en, ja });
});

test('what is shown is read back as the same number, in both languages', () => {
  const unit = fc.constantFrom('seconds', 'megabytes', 'count', undefined);
  fc.assert(
    fc.property(unit, fc.integer({ min: -5, max: 2_000_000 }), (one, value) => {
      const words = quantityWords(one, value);
      expect(parseQuantity(one, words.en as string)).toBe(value);
      expect(parseQuantity(one, words.ja)).toBe(value);
    }),
    { numRuns: scaled(300) },
  );
});

test('any text is read without an exception', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parseQuantity('seconds', text);
      expect(read === undefined || Number.isFinite(read)).toBe(true);
    }),
    { numRuns: scaled(300) },
  );
});

test('an arrow goes one of what is shown', () => {
  expect(stepOf({ unit: 'seconds' }, 30)).toBe(1);
  expect(stepOf({ unit: 'seconds' }, 900)).toBe(60);
  expect(stepOf({ unit: 'count', step: 5 }, 900)).toBe(5);
});
