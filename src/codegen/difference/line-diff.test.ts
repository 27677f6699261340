import { expect, test } from 'vitest';
import { diffLines } from './line-diff.js';

const shown = (before: string, after: string): string =>
  diffLines(before, after)
    .map(({ kind, text }) => `${kind === 'same' ? ' ' : kind === 'removed' ? '-' : '+'}${text}`)
    .join('\n');

test('only what differs is marked', () => {
  expect(shown('a\nb\nc\nd', 'a\nx\nc\ny\nd')).toBe(' a\n-b\n+x\n c\n+y\n d');
});

test('both texts can be read back from the lines', () => {
  const before = 'one\ntwo\ntwo\nthree';
  const after = 'two\none\nthree\ntwo';
  const lines = diffLines(before, after);
  const of = (gone: string): string =>
    lines
      .filter(({ kind }) => kind !== gone)
      .map(({ text }) => text)
      .join('\n');
  expect(of('added')).toBe(before);
  expect(of('removed')).toBe(after);
});
