import { expect, test } from 'vitest';
import type { ReviewedFile } from '../../host/host.js';
import { decisionsOf, fileChanges, isSettled, treeOf } from './reviewed-files.js';

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const base = text('a', 'b', 'c', 'd');
const byHand: ReviewedFile = {
  path: 'lib/a.ts',
  state: 'changed-by-hand',
  current: text('A', 'b', 'c', 'd'),
  last: base,
  revision: 'r1',
};
const of = (files: readonly ReviewedFile[], next: Readonly<Record<string, string>>) =>
  fileChanges(files, new Map(Object.entries(next)));

test('only what a person decided is asked of the host, with what they saw', () => {
  const orphan: ReviewedFile = { path: 'old.ts', state: 'orphaned', current: 'x', revision: 'r2', untouched: true };
  const changes = of([byHand, orphan], { 'lib/a.ts': text('a', 'b', 'c', 'D') });
  expect(decisionsOf(changes, {})).toEqual([]);
  expect(decisionsOf(changes, { 'lib/a.ts': 'mine', 'old.ts': 'mine' })).toEqual([]);
  expect(decisionsOf(changes, { 'lib/a.ts': 'merged', 'old.ts': 'removed' })).toEqual([
    { path: 'lib/a.ts', revision: 'r1', take: 'merged', text: text('A', 'b', 'c', 'D') },
    { path: 'old.ts', revision: 'r2', take: 'removed' },
  ]);
});

test('what cannot be merged is not', () => {
  const changes = of([byHand], { 'lib/a.ts': text('X', 'b', 'c', 'd') });
  expect(changes[0]?.merge?.conflicts).toBe(1);
  expect(decisionsOf(changes, { 'lib/a.ts': 'merged' })).toEqual([]);
});

test('a changed file asks for nothing while the design says the same about it', () => {
  const [settled] = of([byHand], { 'lib/a.ts': base });
  const [open] = of([byHand], { 'lib/a.ts': text('a', 'b', 'c') });
  expect([settled, open].map((change) => change !== undefined && isSettled(change))).toEqual([true, false]);
});

test('lines that come and go are counted; line ends of Windows are none', () => {
  const files: readonly ReviewedFile[] = [
    { path: 'a', state: 'added' },
    { path: 'b', state: 'changed', current: 'one\r\ntwo\r\n' },
    { path: 'c', state: 'unchanged' },
  ];
  const counts = of(files, { a: 'x\ny\n', b: 'one\nthree\n', c: 'z' }).map(({ added, removed }) => [added, removed]);
  expect(counts).toEqual([
    [2, 0],
    [1, 1],
    [0, 0],
  ]);
});

test('files stand below their folders, and a chain of folders is one row', () => {
  const paths = ['README.md', 'handlers/put/index.ts', 'lib/a.ts', 'lib/support/b.ts'];
  const changes = of(
    paths.map((path) => ({ path, state: 'added' })),
    {},
  );
  expect(
    treeOf(changes).map(({ kind, depth, name }) => `${'  '.repeat(depth)}${name}${kind === 'folder' ? '/' : ''}`),
  ).toEqual(['handlers/put/', '  index.ts', 'lib/', '  support/', '    b.ts', '  a.ts', 'README.md']);
});
