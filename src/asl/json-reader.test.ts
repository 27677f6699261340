import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../test/helpers/scale.js';
import type { Json } from '../model/design.js';
import { readText, type Path, type TextDocument } from './document.js';
import { readJson } from './json-reader.js';

const limit = 1_000;
const spacing = fc.constantFrom(undefined, 1, 2, '\t', '\n ');
/** JSON as people write it, and with one place broken. */
const json = fc.tuple(fc.jsonValue(), spacing).map(([value, space]) => JSON.stringify(value, null, space));
const broken = fc
  .tuple(
    json,
    fc.nat(),
    fc.nat(3),
    fc.constantFrom('', '"', '\\', '{', ']', ',', ':', '0', '\u0007', '\ud800', '\\u12'),
  )
  .map(([text, at, length, insert]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + insert + text.slice(start + length);
  });

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** JSON.parse makes infinity of what no number can hold; the reader keeps how it is spelt, so that it is written as it was. */
const hasInfinity = (value: unknown): boolean =>
  typeof value === 'number'
    ? !Number.isFinite(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasInfinity);

test('a number that no number can hold keeps its spelling', () => {
  expect(readJson('[2.5e+1075]', limit)).toMatchObject({ value: ['2.5e+1075'] });
});

/** Every path of a value, the root first. */
function* pathsIn(value: Json, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* pathsIn(item, [...path, key]);
}

test('takes exactly the texts that JSON.parse takes, as the same values', () => {
  fc.assert(
    fc.property(fc.oneof(json, broken, fc.string()), (text) => {
      const read = readJson(text, limit);
      const expected = parsed(text);
      if ('expected' in read) {
        expect(expected).toBeUndefined();
        expect(read.at).toBeLessThanOrEqual(text.length);
      } else if (!hasInfinity(expected)) expect(read.value).toEqual(expected);
    }),
    { numRuns: scaled(500) },
  );
});

test('knows the place of every value and key', () => {
  fc.assert(
    fc.property(json, (text) => {
      const { document } = readText(text, 'json');
      expect(document).toBeDefined();
      for (const path of pathsIn(document?.value ?? null)) {
        const at = (range: ReturnType<TextDocument['rangeOf']>) => parsed(text.slice(range?.start, range?.end));
        const value = path.reduce<Json | undefined>(
          (part, key) => (part as Readonly<Record<string, Json>> | undefined)?.[key],
          document?.value,
        );
        expect(at(document?.rangeOf(path))).toEqual(value);
        const key = document?.keyRangeOf(path);
        if (key !== undefined) expect(at(key)).toBe(path.at(-1));
      }
    }),
    { numRuns: scaled(100) },
  );
});

test('agrees with the YAML reader about values, places and keys', () => {
  const plain = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('"__proto__"'));
  fc.assert(
    fc.property(plain, fc.constantFrom(undefined, 2), (value, space) => {
      const text = JSON.stringify({ a: value }, null, space);
      const yaml = readText(text, 'yaml').document;
      const own = readText(text, 'json').document;
      if (yaml === undefined || own === undefined) throw new Error('not read');
      expect(own.value).toEqual(yaml.value);
      for (const path of pathsIn(own.value)) {
        expect(own.rangeOf(path)).toEqual(yaml.rangeOf(path));
        expect(own.keyRangeOf(path)).toEqual(yaml.keyRangeOf(path));
        expect(own.keysOf(path)).toEqual(yaml.keysOf(path));
      }
    }),
    { numRuns: scaled(100) },
  );
});

describe('hostile text', () => {
  const codes = (text: string) => readText(text, 'json').problems.map(({ code }) => code);

  test('nesting, size and number of values are limited', () => {
    expect(codes('['.repeat(101) + ']'.repeat(101))).toEqual(['too-deep']);
    expect(codes('['.repeat(100) + ']'.repeat(100))).toEqual([]);
    expect(codes('['.repeat(500_000))).toEqual(['too-deep']);
    expect(codes(`"${'x'.repeat(1_048_576)}"`)).toEqual(['text-too-long']);
    expect(codes(`[${'1,'.repeat(500_000)}1]`)).toEqual(['too-many-values']);
    expect(codes(`[${'1,'.repeat(499_998)}1]`)).toEqual([]);
  });

  test('each key that appears again is named with its place, and the last value counts', () => {
    const text = '{"a":{"b":1,"c":2,"b":3}}';
    const { document, problems } = readText(text, 'json');
    expect(problems).toMatchObject([
      { code: 'duplicate-key', facts: { key: 'b' }, path: ['a', 'b'], range: { start: 18, end: 21 } },
    ]);
    expect(document?.value).toEqual({ a: { b: 3, c: 2 } });
    expect(document?.rangeOf(['a', 'b'])).toEqual({ start: 22, end: 23 });
  });

  test('keys of prototypes are keys, half characters stay, numbers beyond numbers keep their spelling', () => {
    const { document } = readText('{"__proto__":{"constructor":"\\ud800"},"n":[1e400,-0,1.50]}', 'json');
    expect(Object.keys((document?.value ?? {}) as object)).toEqual(['__proto__', 'n']);
    expect(document?.rangeOf(['__proto__', 'constructor'])).toEqual({ start: 28, end: 36 });
    expect(JSON.stringify(document?.value)).toBe('{"__proto__":{"constructor":"\\ud800"},"n":["1e400",0,1.5]}');
  });

  test.each([
    ['', 0, 'a value is expected here'],
    ['{"a":1,}', 7, 'a key in double quotes is expected here'],
    ['{"a" 1}', 5, 'a colon is expected here'],
    ['[1 2]', 3, 'a comma or the closing bracket is expected here'],
    ['["a\nb"]', 1, 'this string is not closed or has an invalid character'],
    ['"\\x"', 0, 'this string is not closed or has an invalid character'],
    ['{} 1', 3, 'nothing may follow the end of the definition'],
    ['[01]', 2, 'a comma or the closing bracket is expected here'],
    ['\ufeff{}', 0, 'a value is expected here'],
  ])('%j stops at %i', (text, at, expected) => {
    expect(readJson(text, limit)).toMatchObject({ at, expected: { en: expected } });
  });
});
