import fc from 'fast-check';
import { expect, test } from 'vitest';
import { design } from '../../../test/helpers/design-text.js';
import { scaled } from '../../../test/helpers/scale.js';
import { resolveSystem } from '../../system/resolve.js';
import { highlight } from './highlight.js';
import { outlineOf, rowsOf, type OutlineItem } from './outline-items.js';

const system = resolveSystem(
  design(`
  [Sales] rest-api Api -> lambda-function 注文の確認 -> dynamodb-table Orders
  [] state-machine Fulfil -> dynamodb-table Orders
`),
);
const items = outlineOf(system, 'en');
const all = (): boolean => true;
const labels = (query: string, isExpanded: (item: OutlineItem) => boolean = all) =>
  rowsOf(items, query, isExpanded).map(({ item, level }) => `${'  '.repeat(level - 1)}${item.label}`);

test('contexts hold their nodes, nodes their states and connections', () => {
  expect(labels('')).toEqual([
    'Sales',
    '  Api',
    '    → 注文の確認',
    '  注文の確認',
    '    → Orders',
    '  Orders',
    'Fulfil',
    '  PutItem Orders',
    '  → Orders',
  ]);
});

test('a search shows what matches under its parents, whatever is folded away', () => {
  expect(labels('task', () => false)).toEqual(['Fulfil', '  PutItem Orders', '  → Orders']);
  expect(labels('確認', () => false)).toEqual(['Sales', '  Api', '    → 注文の確認', '  注文の確認']);
  expect(labels('nothing of the kind')).toEqual([]);
});

test('a search looks into comments, values and notes, and says what it found', () => {
  const noted = {
    ...system.design,
    notes: { one: { text: '# Plan\nship on Monday' } },
  };
  const rows = rowsOf(outlineOf(resolveSystem(noted), 'en'), 'monday', all);
  expect(rows.map(({ item, found }) => [item.label, found])).toEqual([['Plan', '# Plan\nship on Monday']]);
});

test('what is found is marked in the text as it was written', () => {
  expect(
    highlight('ＳＱＳ キュー', 'sqs きゅー')
      .filter(({ isMatch }) => isMatch)
      .map(({ text }) => text),
  ).toEqual(['ＳＱＳ', 'キュー']);
});

test('marking loses nothing of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 4 }), (text, query) => {
      expect(
        highlight(text, query)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
    { numRuns: scaled(200) },
  );
});
