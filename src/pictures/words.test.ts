import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../test/helpers/scale.js';
import { wordWidth } from './word-width.js';
import { fitted, wrapped } from './words.js';

const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }));

test('what fits is left as it is', () => {
  expect(fitted('PublishStatus', 110, 13, 600)).toBe('PublishStatus');
  expect(fitted('  two\nlines\t ', 110, 13)).toBe('two lines');
});

test('what does not fit ends in an ellipsis, in any script', () => {
  expect(fitted('注文を処理する関数', 66, 11)).toBe('注文を処理…');
  expect(fitted('ListAllTheLiveChannels', 80, 13, 600)).toMatch(/^ListAll\w*…$/);
  expect(fitted('anything', 0, 13)).toBe('');
});

test('no letter is cut in two: neither a family nor a mark above a letter', () => {
  const family = '👩‍👩‍👧‍👦';
  expect(fitted(family.repeat(5), 60, 13)).toBe(`${family.repeat(3)}…`);
  expect(fitted('é'.repeat(20), 40, 13)).not.toMatch(/e…$/);
});

test('one line of any text, never wider than its room', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 12, max: 300 }), (text, room) => {
      const line = fitted(text, room, 12);
      expect(line).not.toMatch(/[\n\r]/);
      // A joined emoji is narrower than the sum of its parts.
      if (!/[\u200d\u{1f3fb}-\u{1f3ff}\p{M}\u{1f1e6}-\u{1f1ff}]/u.test(line))
        expect(wordWidth(line, 12)).toBeLessThanOrEqual(room + 0.01);
    }),
    { numRuns: scaled(200) },
  );
});

test('a note is broken between words and between Japanese letters, and cut at its last line', () => {
  expect(wrapped('one two three', 60, 12, 4)).toEqual(['one two', 'three']);
  expect(wrapped('注文を処理する関数', 48, 12, 9)).toEqual(['注文を処', '理する関', '数']);
  expect(wrapped('a\nb\nc', 100, 12, 2)).toEqual(['a', 'b…']);
});

test('a note of any text has no more lines than there is room for', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 5 }), (text, lines) => {
      expect(wrapped(text, 60, 12, lines).length).toBeLessThanOrEqual(lines);
    }),
    { numRuns: scaled(200) },
  );
});
