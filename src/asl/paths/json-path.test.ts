import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import { translate } from '../../model/localized.js';
import { unknownInContext } from './context.js';
import { isReference, readPath, type JsonPath } from './json-path.js';

const pathOf = (text: string): JsonPath => {
  const read = readPath(text);
  if ('fault' in read) throw new Error(`${text}: ${translate(read.fault.detail, 'en')}`);
  return read.path;
};
const keysOf = (text: string): readonly string[] =>
  pathOf(text).steps.map((step) => (step.kind === 'key' ? step.key : `<${step.kind}>`));

test.each<[string, string[]]>([
  ['$', []],
  ['$.order.id', ['order', 'id']],
  ['$.a-b_c', ['a-b_c']],
  ["$['a b'].c", ['a b', 'c']],
  ['$["it\\"s"]', ['it"s']],
  ['$.[0]', ['<index>']],
  ['$[0][1].x', ['<index>', '<index>', 'x']],
  ['$[-1]', ['<several>']],
  ['$.items[*].id', ['items', '<several>', 'id']],
  ['$.items[1:]', ['items', '<several>']],
  ['$.items[0, 2]', ['items', '<several>']],
  ["$.items['a', 'b']", ['items', '<several>']],
  ["$.items[?(@.name == 'x]')].id", ['items', '<several>', 'id']],
  ['$..id', ['<several>', 'id']],
  ['$.*', ['<several>']],
  ['$.items.length()', ['items', '<several>']],
  ['$.注文.番号', ['注文', '番号']],
  ['$.${Key}.id', ['${Key}', 'id']],
])('%s has the steps %j', (text, steps) => {
  expect(keysOf(text)).toEqual(steps);
});

test('a path begins at the data, the context or a variable', () => {
  expect(pathOf('$.a').root).toEqual({ kind: 'input' });
  expect(pathOf('$$.Task.Token').root).toEqual({ kind: 'context' });
  expect(pathOf('$order.items[0]').root).toEqual({ kind: 'variable', name: 'order' });
});

test('paths inside of filters are found too', () => {
  expect(pathOf('$.a[?(@.b == $.limit.max)]').inside).toMatchObject([{ steps: [{ key: 'limit' }, { key: 'max' }] }]);
});

test.each<[string, number]>([
  ['', 0],
  ['a.b', 0],
  ['$.', 2],
  ['$.a b', 3],
  ['$.a[', 3],
  ["$['a", 2],
  ['$[a]', 1],
  ['$.a]', 3],
  ['$.a..', 5],
])('%s is no path, at %d', (text, at) => {
  expect(readPath(text)).toMatchObject({ fault: { at } });
});

test('a reference names one place', () => {
  expect(isReference(pathOf("$.a['b'][0]"))).toBe(true);
  for (const text of ['$.a[*]', '$..a', '$.a[0:1]', '$.a[?(@.b)]', '$.a[-1]'])
    expect(isReference(pathOf(text)), text).toBe(false);
});

describe('the context', () => {
  test.each<[string, string | undefined]>([
    ['$$.Execution.Input.anything.at.all', undefined],
    ['$$.Map.Item.Value[0].x', undefined],
    ['$$', undefined],
    ['$$.Execution.Title', 'Execution.Title'],
    ['$$.execution', 'execution'],
  ])('%s: %s', (text, unknown) => {
    expect(unknownInContext(pathOf(text).steps)).toBe(unknown);
  });
});

test('no text makes reading throw, and what is read is read again alike', () => {
  const parts = fc.constantFrom(
    '$',
    '.',
    '[',
    ']',
    "'",
    '"',
    'a',
    '0',
    ':',
    ',',
    '*',
    '?',
    '(',
    ')',
    '@',
    ' ',
    '\\',
    '$$',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (words) => {
      const text = words.join('');
      expect(readPath(text)).toEqual(readPath(text));
    }),
    { numRuns: scaled(500) },
  );
});
