import { describe, expect, test } from 'vitest';
import { mapRowsOf, recordOf } from './map-rows.js';

describe('lines that are pasted', () => {
  test.each([
    [
      'A=1\nB=two words',
      [
        ['A', '1'],
        ['B', 'two words'],
      ],
    ],
    ['# comment\nexport A="1"\n\n', [['A', '1']]],
    [
      'A: 1\r\nB: x=y',
      [
        ['A', '1'],
        ['B', 'x=y'],
      ],
    ],
  ])('%j become rows', (text, rows) => {
    expect(mapRowsOf(text)).toEqual(rows);
  });
  test.each(['', 'one word', '=1', 'A=1\nno'])('%j stays a text', (text) => {
    expect(mapRowsOf(text)).toBeUndefined();
  });
});

test('of a double key the first counts, and an empty key does not; inherited names are keys like others', () => {
  const record = recordOf([
    ['A', '1'],
    ['', 'x'],
    ['A', '2'],
    ['__proto__', '3'],
  ]);
  expect(Object.entries(record)).toEqual([
    ['A', '1'],
    ['__proto__', '3'],
  ]);
});
