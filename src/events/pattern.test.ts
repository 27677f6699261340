import { describe, expect, test } from 'vitest';
import { maxPatternLength, parsePattern } from './pattern.js';

const problemsOf = (pattern: unknown): { path: string; en: unknown }[] => {
  const parsed = parsePattern(pattern);
  return 'problems' in parsed ? parsed.problems.map(({ path, words }) => ({ path: path.join('.'), en: words.en })) : [];
};

describe('a pattern is refused where EventBridge refuses it', () => {
  test.each([
    ['no object', [], ''],
    ['no field', {}, ''],
    ['an empty object inside', { detail: {} }, 'detail'],
    ['a value without a list', { source: 'a' }, 'source'],
    ['an empty list', { source: [] }, 'source'],
    ['a list in a list', { source: [['a']] }, 'source.0'],
    ['an unknown operator', { source: ['a', { contains: 'b' }] }, 'source.1.contains'],
    ['two operators in one', { source: [{ prefix: 'a', suffix: 'b' }] }, 'source.0.suffix'],
    ['a prefix of a number', { source: [{ prefix: 1 }] }, 'source.0.prefix'],
    ['anything but mixed', { a: [{ 'anything-but': ['a', 1] }] }, 'a.0.anything-but'],
    ['anything but nothing', { a: [{ 'anything-but': [] }] }, 'a.0.anything-but'],
    ['anything but a range', { a: [{ 'anything-but': { numeric: ['=', 1] } }] }, 'a.0.anything-but.numeric'],
    ['anything but an empty prefix', { a: [{ 'anything-but': { prefix: '' } }] }, 'a.0.anything-but.prefix'],
    ['a range without a number', { a: [{ numeric: ['>', '1'] }] }, 'a.0.numeric'],
    ['a range of an unknown sign', { a: [{ numeric: ['!=', 1] }] }, 'a.0.numeric.0'],
    ['a range upside down', { a: [{ numeric: ['>', 5, '<', 1] }] }, 'a.0.numeric'],
    ['a range that begins with its top', { a: [{ numeric: ['<', 5, '>', 1] }] }, 'a.0.numeric'],
    ['a number too large', { a: [{ numeric: ['>', 6e9] }] }, 'a.0.numeric'],
    ['exists with a text', { a: [{ exists: 'true' }] }, 'a.0.exists'],
    ['no address range', { a: [{ cidr: '10.0.0.0' }] }, 'a.0.cidr'],
    ['a mask too long', { a: [{ cidr: '10.0.0.0/33' }] }, 'a.0.cidr'],
    ['two stars', { a: [{ wildcard: 'a**' }] }, 'a.0.wildcard'],
    ['a lonely backslash', { a: [{ wildcard: 'a\\b' }] }, 'a.0.wildcard'],
    ['one alternative', { $or: [{ a: [1] }] }, '$or'],
    ['an operator as a field of $or', { $or: [{ prefix: ['a'] }, { b: [1] }] }, '$or.0.prefix'],
    ['an empty alternative', { $or: [{ a: [1] }, {}] }, '$or.1'],
  ])('%s', (_name, pattern, path) => {
    expect(problemsOf(pattern).map((problem) => problem.path)).toEqual([path]);
  });

  test('everything wrong is told at once', () => {
    expect(problemsOf({ source: 'a', detail: { x: [], y: [{ z: 1 }] } }).map(({ path }) => path)).toEqual([
      'source',
      'detail.x',
      'detail.y.0.z',
    ]);
  });

  test('one that is longer than the quota', () => {
    expect(problemsOf({ a: ['x'.repeat(maxPatternLength)] })).toHaveLength(1);
    expect(problemsOf({ a: ['x'.repeat(maxPatternLength - 20)] })).toEqual([]);
  });
});

test('a field may be called $or, and like an operator outside of $or', () => {
  expect(problemsOf({ $or: { a: [1] }, prefix: ['x'], numeric: { exists: ['y'] } })).toEqual([]);
});
