import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { scaled } from '../../test/helpers/scale.js';
import { readText, type Format, type TextDocument } from './document.js';
import { insertItem, moveItem, removeItem } from './splice-items.js';
import { insertCopy, insertKey, moveKey } from './splice.js';

const read = (text: string, format: Format): TextDocument => {
  const { document } = readText(text, format);
  if (document === undefined) throw new Error(`not read: ${text}`);
  return document;
};

describe('items of a list', () => {
  const json = '{\n  "a": [\n    1.0,\n    { "b": 2 }\n  ],\n  "c": [1, 2]\n}\n';
  const yaml = 'a:\n  # first\n  - 1.0 # one\n  - b: 2\n    c: 3\n  - x\nd: [1, 2]\n';

  test('are added in the way of the others', () => {
    expect(insertItem(read(json, 'json'), ['a'], 1, { n: 1 }).text).toBe(
      '{\n  "a": [\n    1.0,\n    {\n      "n": 1\n    },\n    { "b": 2 }\n  ],\n  "c": [1, 2]\n}\n',
    );
    expect(insertItem(read(json, 'json'), ['c'], 2, { n: [1] }).text).toContain('"c": [1, 2, { "n": [1] }]');
    expect(insertItem(read(yaml, 'yaml'), ['a'], 1, { n: 1, m: 2 }).text).toBe(
      'a:\n  # first\n  - 1.0 # one\n  - n: 1\n    m: 2\n  - b: 2\n    c: 3\n  - x\nd: [1, 2]\n',
    );
    expect(insertItem(read(yaml, 'yaml'), ['d'], 0, 'new').text).toContain('d: [new, 1, 2]');
  });

  test('are removed with their comma or line', () => {
    expect(removeItem(read(json, 'json'), ['a'], 1).text).toBe('{\n  "a": [\n    1.0\n  ],\n  "c": [1, 2]\n}\n');
    expect(removeItem(read(json, 'json'), ['c'], 0).text).toContain('"c": [2]');
    expect(removeItem(read(yaml, 'yaml'), ['a'], 1).text).toBe('a:\n  # first\n  - 1.0 # one\n  - x\nd: [1, 2]\n');
  });

  test('move in their own spelling', () => {
    expect(moveItem(read(json, 'json'), ['a'], 0, 1).text).toContain('    { "b": 2 },\n    1.0\n');
    expect(moveItem(read(yaml, 'yaml'), ['a'], 0, 2).text).toBe(
      'a:\n  # first\n  - b: 2\n    c: 3\n  - x\n  - 1.0 # one\nd: [1, 2]\n',
    );
  });

  test('of any list keep the others byte for byte', () => {
    const value = fc.oneof(fc.integer(), fc.string(), fc.dictionary(fc.string(), fc.integer(), { maxKeys: 3 }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        value,
        fc.constantFrom<Format>('json', 'yaml'),
        (list, from, to, added, format) => {
          const text = format === 'json' ? JSON.stringify({ list }, null, 2) : stringify({ list }, { lineWidth: 0 });
          const document = read(text, format);
          const at = from % list.length;
          const inserted = insertItem(document, ['list'], at, added);
          expect(removeItem(inserted, ['list'], at).text).toBe(text);
          const target = to % list.length;
          expect(moveItem(moveItem(document, ['list'], at, target), ['list'], target, at).text).toBe(text);
        },
      ),
      { numRuns: scaled(100) },
    );
  });
});

describe('moving an entry', () => {
  test('takes its spelling and its comments along, with the indentation of the new place', () => {
    const text =
      'a:\n  x: 1\n  # about y\n  # two lines\n  y:\n    n: 1.50\n    # inside\n    m: |\n      text\n  z: 2\nb:\n    c: {}\n    d: 1\n';
    expect(moveKey(read(text, 'yaml'), ['a', 'y'], ['b', 'c']).text).toBe(
      'a:\n  x: 1\n  z: 2\nb:\n    c:\n      # about y\n      # two lines\n      y:\n        n: 1.50\n        # inside\n        m: |\n          text\n    d: 1\n',
    );
  });

  test('works between JSON of different steps', () => {
    const source = read('{\n\t"a": {\n\t\t"n": 1.50,\n\t\t"l": [\n\t\t\t1\n\t\t]\n\t}\n}', 'json');
    const target = read('{\n  "b": {\n    "c": 1\n  }\n}', 'json');
    expect(insertCopy(target, ['b'], 'd', { document: source, path: ['a'] }).text).toBe(
      '{\n  "b": {\n    "c": 1,\n    "d": {\n      "n": 1.50,\n      "l": [\n        1\n      ]\n    }\n  }\n}',
    );
  });

  test('between formats keeps the meaning', () => {
    const source = read('{"a":{"n":1.50}}', 'json');
    const target = read('b:\n  c: 1\n', 'yaml');
    expect(insertCopy(target, ['b'], 'd', { document: source, path: ['a'] }).text).toBe(
      'b:\n  c: 1\n  d:\n    n: 1.5\n',
    );
  });

  test('within its object reorders', () => {
    const text = '{ "a": 1.0, "b": 2, "c": 3 }';
    expect(moveKey(read(text, 'json'), ['a'], [], 'b').text).toBe('{ "b": 2, "a": 1.0, "c": 3 }');
    expect(moveKey(read(text, 'json'), ['a'], [], 'a').text).toBe(text);
    expect(moveKey(read(text, 'json'), ['c'], [], 'b').text).toBe(text);
  });
});

test('the first key of an empty block is written as a block', () => {
  expect(insertKey(read('States: {}\nStartAt: A\n', 'yaml'), ['States'], 'A', { Type: 'Pass' }).text).toBe(
    'States:\n  A:\n    Type: Pass\nStartAt: A\n',
  );
});
