import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import type { Json } from '../../model/design.js';
import { evaluateExpression, evaluateTemplate, type Sample } from './evaluate.js';
import { SteppedRegExp } from './regex.js';

const sample: Sample = {
  input: { order: { id: 'A-1', items: [{ price: 2 }, { price: 3 }] } },
  context: { Execution: { Name: 'run' } },
  variables: { limit: 2 },
};

const valueOf = async (text: string, given: Sample = sample): Promise<Json> => {
  const found = await evaluateExpression(text, given);
  if ('fault' in found) throw new Error(`${text}: ${found.fault.code}`);
  return found.value;
};
const faultCode = async (text: string): Promise<string> => {
  const found = await evaluateExpression(text, sample);
  return 'fault' in found ? found.fault.code : `no fault: ${JSON.stringify(found.value)}`;
};

test.each<[string, Json]>([
  ['{% $states.input.order.id %}', 'A-1'],
  ['$sum($states.input.order.items.price) + $limit', 7],
  ['$states.input.order.items[price > $limit].price', 3],
  ['$states.context.Execution.Name & "!"', 'run!'],
  ['$partition([1, 2, 3, 4, 5], 2)', [[1, 2], [3, 4], [5]]],
  ['$partition([], 2)', []],
  ['$range(0, 10, 5)', [0, 5, 10]],
  ['$range(3, 1, -1)', [3, 2, 1]],
  ['$range(3, 1, 1)', []],
  ['$random(7) = $random(7)', true],
  ['$random() < 1', true],
  ['$length($uuid())', 36],
  ['$parse("{\\"a\\": [1]}")', { a: [1] }],
  ['$distinct([1, "1", {"a": 1, "b": 2}, {"b": 2, "a": 1}, 1])', [1, '1', { a: 1, b: 2 }]],
  ['$pad("a", -3, "01")', '01a'],
  ['$pad("a", 3)', 'a  '],
  ['$replace("a-b-c", /-(.)/, "+$1")', 'a+b+c'],
  ['$match("x1y22", /\\d+/).match', ['1', '22']],
  ['[]', []],
  ['null', null],
])('%s', async (text, value) => {
  expect(await valueOf(text)).toEqual(value);
});

test.each(['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])('$hash by %s', async (algorithm) => {
  for (const text of ['', 'a', 'é漢字', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'x'.repeat(1000)]) {
    const expected = createHash(algorithm.replace('-', '')).update(text).digest('hex');
    expect(await valueOf(`$hash($text, "${algorithm}")`, { variables: { text } })).toBe(expected);
  }
});

test.each<[string, string]>([
  ['$states.input.nothing', 'undefined'],
  ['$states.result', 'undefined'],
  ['$eval("1")', 'eval'],
  ['$noSuchFunction(1)', 'T1006'],
  ['function($x) { $x }', 'function'],
  ['$partition(1, 2)', 'argument-list'],
  ['$partition([1], 0)', 'argument-positive'],
  ['$range(1, 5000, 1)', 'range-size'],
  ['$range(1, 2, 0)', 'argument-step'],
  ['$hash("a", "CRC")', 'hash-algorithm'],
  ['$parse("{")', 'no-json'],
  ['1 + "a"', 'T2002'],
  ['(1', 'S0203'],
  ['name', 'undefined'],
])('%s ends in the fault %s', async (text, code) => {
  expect(await faultCode(text)).toBe(code);
});

test('a fault has its place, in the text as it was given', async () => {
  const found = await evaluateExpression('{% 1 + $states.input.order.id %}', sample);
  expect(found).toMatchObject({ fault: { code: 'T2002', at: '{% 1 +'.length } });
});

describe('hostile expressions end', () => {
  test.each([
    '($f := function() { $f() }; $f())',
    '($f := function($n) { 1 + $f($n) }; $f(1))',
    '[1..9999999]',
    '$reduce([1..60], function($all, $n) { $all & $all }, "xxxxxxxxxx")',
    '$reduce([1..40], function($all, $n) { $append($all, $all) }, [1,2,3])',
    '[1..3000].([1..3000].(1))',
    '$pad("x", 999999999)',
    '$match($join([1..60].("a")) & "!", /^(a+)+$/)',
    '$match($join([1..20000].("a")), /(a*)*(a*)*(a*)*b/)',
    '$sort([1..2000], function($a, $b) { $f($a) })',
    '$map([1..50000], function($v) { $map([1..50000], function($w) { $w }) })',
  ])('%s', async (text) => {
    const found = await evaluateExpression(text, {}, { timeout: 3_000 });
    expect(found).toHaveProperty('fault');
  });

  test('and can be stopped', async () => {
    const stop = new AbortController();
    const running = evaluateExpression('[1..300].([1..300].($x := 1))', {}, { signal: stop.signal, timeout: 60_000 });
    stop.abort();
    expect(await running).toMatchObject({ fault: { code: 'stopped' } });
  });
});

test('names of a prototype are variables like any other', async () => {
  const variables = Object.fromEntries([
    ['constructor', 1],
    ['__proto__', 2],
  ]);
  expect(await valueOf('$constructor', { variables })).toBe(1);
  expect(await faultCode('$toString')).not.toMatch(/^no fault/);
});

test('a template keeps what is no expression, and tells each fault with its place', async () => {
  const good = await evaluateTemplate({ a: '{% $limit %}', b: ['x', { c: '{% $states.input.order.id %}' }] }, sample);
  expect(good).toEqual({ value: { a: 2, b: ['x', { c: 'A-1' }] } });
  const bad = await evaluateTemplate({ a: '{% $none %}', b: ['{% 1 + %}'] }, sample);
  expect(bad).toMatchObject({ faults: [{ path: ['a'] }, { path: ['b', '0'] }] });
});

test('no text makes an evaluation reject', async () => {
  const parts = fc.constantFrom(
    '$',
    'a',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '1',
    '"',
    '.',
    '%',
    '/',
    '~>',
    '|',
    ' ',
    '^',
    '@',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 20 }), async (words) => {
      const found = await evaluateExpression(words.join(''), sample);
      expect('value' in found || 'fault' in found).toBe(true);
    }),
    { numRuns: scaled(300) },
  );
});

test('the regular expressions match as those of the engine do', () => {
  const atom = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '\\w',
    '\\d',
    '(a)',
    '(?:ab|b)',
    '(a|b)',
    '\\b',
    '^',
    '$',
  );
  const quantifier = fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '{1,2}', '{2}', '{0,}?');
  const source = fc
    .array(fc.tuple(atom, quantifier), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.map(([one, sign]) => (/^(?:\\b|\^|\$)$/.test(one) ? one : one + sign)).join(''));
  fc.assert(
    fc.property(
      source,
      fc.constantFrom('', 'i', 'm'),
      fc.stringMatching(/^[ab1 \n]{0,10}$/),
      (text, flags, subject) => {
        const theirs = new RegExp(text, `${flags}g`).exec(subject);
        const ours = new SteppedRegExp(new RegExp(text, `${flags}g`)).exec(subject);
        expect(ours?.[0]).toBe(theirs?.[0]);
        expect(ours?.index).toBe(theirs?.index);
      },
    ),
    { numRuns: scaled(1_000) },
  );
});
