import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import { translate } from '../../model/localized.js';
import { callsIn, pathsInCall, placesIn, readIntrinsic } from './intrinsics.js';

test.each([
  "States.Format('{} and {}', $.a, 1)",
  'States.Format($template, $$.Map.Item.Value)',
  "States.StringToJson('\\{\"a\": \\'b\\'\\}')",
  'States.Array()',
  'States.UUID( )',
  'States.MathRandom(1, 10)',
  'States.MathRandom(1, 10, $.seed)',
  'States.MathAdd($.a, -1)',
  "States.JsonMerge($.a, States.StringToJson('{}'), false)",
  "States.Array('a', 1.5, true, null, $.b[?(@.c == 'x,)')].d)",
  "States.Format('${Prefix}/{}', $.a)",
])('%s is a call', (text) => {
  expect(readIntrinsic(text)).toHaveProperty('call');
});

test.each<[string, RegExp]>([
  ['States.Nothing($.a)', /there is no function States.Nothing/],
  ['States.ArrayLength()', /arguments of States.ArrayLength: 1, not 0/],
  ['States.MathRandom(1)', /2 to 3, not 1/],
  ['States.Format()', /1 or more/],
  ['States.UUID(1)', /0, not 1/],
  ['States.Array', /opening bracket/],
  ["States.Array('a'", /comma or the closing bracket/],
  ["States.Array('a)", /not closed with a single quote/],
  ['States.Format(\'a \\"b\\"\')', /backslash/],
  ['States.Array("a")', /an argument is/],
  ['States.Array(a)', /an argument is/],
  ["States.Array('a') x", /nothing may follow/],
  ['States.Array($.a b)', /special characters/],
  [`${'States.Array('.repeat(11)}${')'.repeat(11)}`, /at most 10 deep/],
])('%s is none', (text, words) => {
  const read = readIntrinsic(text);
  if ('call' in read) throw new Error('read');
  expect(translate(read.fault.detail, 'en', read.fault.facts)).toMatch(words);
});

test('paths and calls inside of calls are found', () => {
  const read = readIntrinsic("States.Format('{}', States.ArrayGetItem(States.StringSplit($.key, '/'), $index))");
  if ('fault' in read) throw new Error('not read');
  expect([...callsIn(read.call)].map(({ name }) => name)).toEqual(['Format', 'ArrayGetItem', 'StringSplit']);
  expect([...pathsInCall(read.call)].map(({ root }) => root.kind)).toEqual(['input', 'variable']);
});

test('escaped braces are no places', () => {
  expect(placesIn('{} \\{\\} {}')).toBe(2);
});

test('no text makes reading throw', () => {
  const parts = fc.constantFrom(
    'States.',
    'Format',
    'Array',
    '(',
    ')',
    ',',
    "'",
    '\\',
    '{}',
    '$.a',
    '1',
    ' ',
    '$',
    '[',
    '"',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (words) => {
      const read = readIntrinsic(words.join(''));
      expect('call' in read || 'fault' in read).toBe(true);
    }),
    { numRuns: scaled(500) },
  );
});
