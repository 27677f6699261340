import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../../test/helpers/scale.js';
import { loadKnownEvents } from '../../events/known-events.js';
import { parsePattern } from '../../events/pattern.js';
import { patternOptions } from './pattern-options.js';

const own = new Map([['shop', new Set(['order.created'])]]);
const names = { known: await loadKnownEvents(), own };

/** What is offered at `|`. */
const at = (marked: string) => {
  const offset = marked.indexOf('|');
  return patternOptions(marked.replace('|', ''), offset, names);
};
const labels = (marked: string): string[] => at(marked).options.map(({ label }) => label);

test('keys of the envelope at the top', () => {
  expect(labels('{|}').slice(0, 3)).toEqual(['source', 'detail-type', 'detail']);
  expect(labels('{ "source": ["a"], "d|')).toContain('detail');
});

test('sources of the design, then of AWS', () => {
  const offered = labels('{"source": ["|');
  expect(offered[0]).toBe('shop');
  expect(offered).toContain('aws.s3');
});

test('detail types of the source that is written', () => {
  expect(labels('{"source": ["aws.s3"], "detail-type": ["|"]}')).toContain('Object Created');
  expect(labels('{"source": ["shop"], "detail-type": ["|"]}')).toEqual(['order.created']);
});

test('fields of the detail, also deeper', () => {
  const head = '{"source": ["aws.s3"], "detail-type": ["Object Created"], "detail": {';
  expect(labels(`${head}|`)).toContain('bucket');
  expect(labels(`${head} "reason": ["x"], "bucket": { "|`)).toEqual(['name']);
});

test('operators where a value may be one', () => {
  expect(labels('{"detail": {"a": [|]}}')).toContain('prefix');
  expect(labels('{"detail": {"a": ["x", {|')).toContain('numeric');
  expect(labels('{"detail": |')).toEqual([]);
});

test('what is offered makes a pattern that is right, apart from lists still to be filled', () => {
  for (const [before, after] of [
    ['{"detail": {"a": [', ']}}'],
    ['{"detail": {"a": [{', '}]}}'],
    ['{"source": [', ']}'],
  ] as const)
    for (const { label, text } of at(`${before}|${after}`).options) {
      const parsed = parsePattern(JSON.parse(before + text + after));
      const filled = 'pattern' in parsed || parsed.problems.every(({ path }) => path.includes(label));
      expect(filled, label).toBe(true);
    }
});

test('any text and place is looked at without an exception, and the word begins before the place', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'a', '\\', '\n', ' ', '"source"', '"aws.s3"');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(60), (pieces, place) => {
      const text = pieces.join('');
      const offset = Math.min(place, text.length);
      const { from } = patternOptions(text, offset, names);
      expect(from).toBeLessThanOrEqual(offset);
      expect(from).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: scaled(500) },
  );
});
