import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../test/helpers/scale.js';
import { matchEvent } from './match.js';
import { parsePattern } from './pattern.js';
import { sampleForPattern } from './sample-event.js';

const result = (pattern: unknown, event: unknown) => {
  const parsed = parsePattern(pattern);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return matchEvent(parsed.pattern, event);
};
const matches = (pattern: unknown, event: unknown): boolean => result(pattern, event).matches;

/** The operators of the public list, each with an event that fits and one that does not. */
const cases: readonly (readonly [name: string, pattern: unknown, fits: readonly unknown[], not: readonly unknown[]])[] =
  [
    [
      'equals',
      { a: ['x'] },
      [{ a: 'x' }, { a: 'x', b: 1 }],
      [{ a: 'X' }, { b: 'x' }, {}, { a: ['y'] }, { a: { x: 1 } }],
    ],
    ['one of several', { a: ['x', 1, true] }, [{ a: 1 }, { a: true }], [{ a: '1' }, { a: false }]],
    ['both fields', { a: ['x'], b: { c: [2] } }, [{ a: 'x', b: { c: 2 } }], [{ a: 'x' }, { a: 'x', b: { c: 3 } }]],
    ['null', { a: [null] }, [{ a: null }], [{ a: '' }, {}]],
    ['empty text', { a: [''] }, [{ a: '' }], [{ a: null }, {}]],
    ['prefix', { a: [{ prefix: 'us-' }] }, [{ a: 'us-east-1' }], [{ a: 'eu-us-' }, { a: 1 }]],
    [
      'prefix in any case',
      { a: [{ prefix: { 'equals-ignore-case': 'EventB' } }] },
      [{ a: 'eventBridge' }],
      [{ a: 'my eventb' }],
    ],
    ['suffix', { a: [{ suffix: '.png' }] }, [{ a: 'a.png' }], [{ a: 'a.PNG' }]],
    ['suffix in any case', { a: [{ suffix: { 'equals-ignore-case': '.png' } }] }, [{ a: 'a.PNG' }], [{ a: 'png' }]],
    ['equals in any case', { a: [{ 'equals-ignore-case': 'Alice' }] }, [{ a: 'aLICE' }], [{ a: 'alice ' }]],
    ['anything but a text', { a: [{ 'anything-but': 'x' }] }, [{ a: 'y' }, { a: 1 }, { a: null }], [{ a: 'x' }, {}]],
    ['anything but numbers', { a: [{ 'anything-but': [1, 2] }] }, [{ a: 3 }, { a: '1' }], [{ a: 1 }, { a: 2 }]],
    [
      'anything but prefixes',
      { a: [{ 'anything-but': { prefix: ['x', 'y'] } }] },
      [{ a: 'z' }],
      [{ a: 'xa' }, { a: 'y' }],
    ],
    ['anything but a suffix', { a: [{ 'anything-but': { suffix: '.png' } }] }, [{ a: 'a.gif' }], [{ a: 'a.png' }]],
    [
      'anything but in any case',
      { a: [{ 'anything-but': { 'equals-ignore-case': ['x', 'y'] } }] },
      [{ a: 'z' }],
      [{ a: 'X' }, { a: 'y' }],
    ],
    [
      'anything but a wildcard',
      { a: [{ 'anything-but': { wildcard: '*/lib/*' } }] },
      [{ a: '/src/x' }],
      [{ a: '/a/lib/x' }, { a: '/lib/' }],
    ],
    [
      'number in a range',
      { a: [{ numeric: ['>', 0, '<=', 5] }] },
      [{ a: 5 }, { a: 0.1 }],
      [{ a: 0 }, { a: 6 }, { a: '3' }],
    ],
    ['number equal', { a: [{ numeric: ['=', 301.8] }] }, [{ a: 3.018e2 }], [{ a: 301 }]],
    ['address', { a: [{ cidr: '10.0.0.0/24' }] }, [{ a: '10.0.0.255' }], [{ a: '10.0.1.0' }, { a: 'x' }]],
    [
      'address of six',
      { a: [{ cidr: '2001:db8::/32' }] },
      [{ a: '2001:db8:1::1' }],
      [{ a: '2001:db9::' }, { a: '10.0.0.1' }],
    ],
    ['present', { a: [{ exists: true }] }, [{ a: 0 }, { a: null }, { a: [1] }], [{}, { a: { b: 1 } }, { a: [] }]],
    ['absent', { a: { b: [{ exists: false }] } }, [{ a: {} }, {}, { a: 1 }, { a: { b: { c: 1 } } }], [{ a: { b: 1 } }]],
    ['absent or a value', { a: ['x', { exists: false }] }, [{}, { a: 'x' }], [{ a: 'y' }]],
    ['wildcard', { a: [{ wildcard: 'dir/*.png' }] }, [{ a: 'dir/a/b.png' }, { a: 'dir/.png' }], [{ a: 'dir/a.pngx' }]],
    ['wildcard with a star meant', { a: [{ wildcard: 'a\\*\\\\*' }] }, [{ a: 'a*\\b' }], [{ a: 'ab\\b' }]],
    [
      'or',
      { s: ['x'], $or: [{ a: [1] }, { b: { c: [2] } }] },
      [
        { s: 'x', a: 1 },
        { s: 'x', b: { c: 2 } },
      ],
      [{ a: 1 }, { s: 'x', a: 2 }],
    ],
    ['a list has one of them', { a: ['x'] }, [{ a: ['y', 'x'] }, { a: [['x']] }], [{ a: ['y'] }, { a: [] }]],
    [
      'fields of one element',
      { a: { first: ['Anna'], last: ['Smith'] } },
      [{ a: [{ first: 'B' }, { first: 'Anna', last: 'Smith' }] }],
      [
        {
          a: [
            { first: 'Anna', last: 'Jones' },
            { first: 'Peter', last: 'Smith' },
          ],
        },
      ],
    ],
  ];

describe.each(cases)('%s', (_name, pattern, fits, not) => {
  test('fits', () => {
    for (const event of fits) expect(matches(pattern, event), JSON.stringify(event)).toBe(true);
  });
  test('does not fit', () => {
    for (const event of not) expect(matches(pattern, event), JSON.stringify(event)).toBe(false);
  });
});

describe('the first reason', () => {
  const reasonOf = (pattern: unknown, event: unknown) => {
    const found = result(pattern, event);
    return found.matches ? undefined : { ...found.reason, path: found.reason.path.join('.') };
  };
  test('names the field, what was expected and what is there', () => {
    expect(
      reasonOf({ source: ['a'], detail: { state: ['on', 'off'] } }, { source: 'a', detail: { state: 'x' } }),
    ).toMatchObject({ path: 'detail.state', expected: { en: '"on" or "off"' }, actual: { en: '"x"', ja: '"x"' } });
  });
  test('says that a field is not there', () => {
    expect(reasonOf({ source: ['a'] }, {})).toMatchObject({ path: 'source', actual: { en: 'absent', ja: 'なし' } });
  });
  test('says that no element has it all', () => {
    const event = {
      list: [
        { a: 1, b: 2 },
        { a: 2, b: 1 },
      ],
    };
    expect(reasonOf({ list: { a: [1], b: [1] } }, event)?.words.en).toContain('no single element');
  });
});

/** Fields as EventBridge sees an event: names joined, each value with the element of each list that it stands in. */
interface Leaf {
  readonly path: string;
  readonly value: unknown;
  readonly within: ReadonlyMap<number, number>;
}

/** The same question, asked in another way: flat fields, every choice of values tried. */
function naive(pattern: unknown, event: unknown): boolean {
  const leaves: Leaf[] = [];
  let lists = 0;
  const flatten = (value: unknown, path: string, within: ReadonlyMap<number, number>): void => {
    if (Array.isArray(value)) {
      const list = lists++;
      value.forEach((item, index) => {
        flatten(item, path, new Map([...within, [list, index]]));
      });
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) flatten(inner, `${path}/${key}`, within);
    else leaves.push({ path, value, within });
  };
  flatten(event, '', new Map());
  const consistent = (one: Leaf['within'], other: Leaf['within']): boolean =>
    [...one].every(([list, index]) => (other.get(list) ?? index) === index);
  const wanted = Object.entries(pattern as Record<string, unknown>).flatMap(([key, value]) =>
    flatPattern(value, `/${key}`),
  );
  const choose = (at: number, within: Leaf['within']): boolean => {
    const next = wanted[at];
    if (next === undefined) return true;
    return leaves
      .filter((leaf) => leaf.path === next.path && consistent(leaf.within, within))
      .some((leaf) => next.values.includes(leaf.value) && choose(at + 1, new Map([...within, ...leaf.within])));
  };
  return choose(0, new Map());
}

function flatPattern(value: unknown, path: string): { path: string; values: readonly unknown[] }[] {
  return Array.isArray(value)
    ? [{ path, values: value }]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => flatPattern(inner, `${path}/${key}`));
}

const scalar = fc.constantFrom('x', 'y', 1, true, null);
const key = fc.constantFrom('a', 'b', 'c');
const { event } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('value'), { maxLength: 3 }), tie('event')),
  event: fc.dictionary(key, tie('value'), { maxKeys: 3 }),
}));
const { pattern } = fc.letrec((tie) => ({
  leaf: fc.array(scalar, { minLength: 1, maxLength: 2 }),
  pattern: fc.dictionary(key, fc.oneof({ maxDepth: 2 }, tie('leaf'), tie('pattern')), { minKeys: 1, maxKeys: 3 }),
}));

describe('for any pattern and event', () => {
  test('the answer is that of a plain search over flat fields', () => {
    fc.assert(
      fc.property(pattern, event, (one, other) => {
        expect(matches(one, other)).toBe(naive(one, other));
      }),
      { numRuns: scaled(2000) },
    );
  });

  test('a sample made for a pattern of plain values matches it', () => {
    fc.assert(
      fc.property(pattern, (one) => {
        expect(matches(one, sampleForPattern(one))).toBe(true);
      }),
      { numRuns: scaled(300) },
    );
  });

  test('anything at all is read and matched without an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const parsed = parsePattern(one);
        if ('pattern' in parsed) matchEvent(parsed.pattern, other);
      }),
      { numRuns: scaled(500) },
    );
  });

  test('a wildcard against a long text ends', () => {
    const text = 'a'.repeat(20_000);
    expect(matches({ a: [{ wildcard: `${'a*'.repeat(400)}b` }] }, { a: text })).toBe(false);
  });
});
