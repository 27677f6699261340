import { expect, test } from 'vitest';
import { shownEntries, type PaletteEntry } from './palette-entries.js';

const view = { en: 'View', ja: '表示' };
const goTo = { en: 'Go to', ja: '移動' };
const entry = (id: string, group: PaletteEntry['group'], ...texts: string[]): PaletteEntry => ({
  id,
  group,
  label: texts[0] ?? '',
  detail: '',
  texts,
  run: () => undefined,
});
const entries = [
  entry('command:fit', view, 'Zoom to fit', '全体を表示'),
  entry('command:undo', view, 'Undo', '元に戻す'),
  entry('node orders', goTo, 'Orders', 'SQS queue'),
];
const shown = (query: string, recent: readonly string[] = []) =>
  shownEntries(entries, query, recent).map((group) => [group.group.en, ...group.entries.map(({ id }) => id)]);

test('what was run last stands first, and once', () => {
  expect(shown('', ['undo', 'gone'])).toEqual([
    ['Recent', 'command:undo'],
    ['View', 'command:fit'],
    ['Go to', 'node orders'],
  ]);
});

test('each language finds everything', () => {
  expect(shown('元に')).toEqual([['View', 'command:undo']]);
  expect(shown('ZOOM ｆｉｔ')).toEqual([['View', 'command:fit']]);
  expect(shown('queue')).toEqual([['Go to', 'node orders']]);
});

test('thousands of nodes make no thousands of rows', () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    entry(`node ${String(index)}`, goTo, `Node ${String(index)}`),
  );
  expect(shownEntries(many, 'node', []).flatMap((group) => group.entries).length).toBeLessThan(100);
  expect(shownEntries(many, '', []).flatMap((group) => group.entries).length).toBeLessThan(100);
});
