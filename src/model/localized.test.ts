import { expect, test } from 'vitest';
import { translate } from './localized.js';
import { problemTexts } from './problems.js';

test('a fact takes the place of its name, in the language of the text', () => {
  const text = { en: '{what} has {count}', ja: '{what} は {count} 件' };
  const what = { en: 'The queue', ja: 'キュー' };
  expect(translate(text, 'en', { what, count: 1200 })).toBe('The queue has 1,200');
  expect(translate(text, 'ja', { what, count: 2 })).toBe('キュー は 2 件');
});

test('a missing fact stays visible, and no prototype fills it in', () => {
  expect(translate({ en: '{constructor} {x}', ja: '' }, 'en', {})).toBe('{constructor} {x}');
});

test('English chooses its plural by the count', () => {
  const text = { en: { one: '{count} node', other: '{count} nodes' }, ja: 'ノード {count} 個' };
  expect([0, 1, 2].map((count) => translate(text, 'en', { count }))).toEqual(['0 nodes', '1 node', '2 nodes']);
});

test('a fact is never read as a template again', () => {
  expect(translate({ en: '{name} {count}', ja: '' }, 'en', { name: '{count}', count: 2 })).toBe('{count} 2');
});

test('the texts of a problem use the same facts in both languages', () => {
  const names = (text: unknown): string[] =>
    [...new Set([...JSON.stringify(text).matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1] ?? ''))].sort();
  for (const texts of Object.values(problemTexts))
    for (const text of [texts.message, texts.action]) expect(names(text.ja)).toEqual(names(text.en));
});
