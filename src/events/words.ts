import { sameInEveryLanguage, translate, type Language, type Localized } from '../model/localized.js';
import type { Scalar } from './json.js';
import type { Matcher, TextTest } from './matcher.js';
import { shown } from './pattern.js';

const textWords = {
  prefix: { en: 'begins with {value}', ja: '{value} で始まる値' },
  suffix: { en: 'ends with {value}', ja: '{value} で終わる値' },
  'equals-ignore-case': { en: '{value} in any case', ja: '{value} (大文字と小文字は区別しない)' },
  wildcard: { en: 'fits {value}', ja: '{value} に合う値' },
} as const satisfies Record<TextTest, Localized>;

const others = {
  numeric: { en: 'a number {value}', ja: '数値 {value}' },
  cidr: { en: 'an IP address in {value}', ja: '{value} の IP アドレス' },
  exists: { en: 'any value', ja: '任意の値' },
  absent: { en: 'no such field', ja: 'フィールドなし' },
  anythingBut: { en: 'anything but {value}', ja: '{value} 以外' },
  nothing: { en: 'absent', ja: 'なし' },
  object: { en: 'an object', ja: 'オブジェクト' },
} as const satisfies Record<string, Localized>;

/** Sentences of a mismatch. */
export const texts = {
  field: {
    en: '{path}: expected {expected}, found {actual}',
    ja: '{path}: 期待値 {expected}、実際の値 {actual}',
  },
  alternatives: { en: '{path}: none of the alternatives matches', ja: '{path}: 一致する選択肢がありません。' },
  elements: {
    en: '{path}: no single element of the list matches everything',
    ja: '{path}: すべてに一致する要素がリストにありません。',
  },
  oneOf: { en: 'one of the alternatives', ja: 'いずれかの選択肢' },
  noneOf: { en: 'none', ja: 'なし' },
  oneElement: { en: 'one element that matches everything', ja: 'すべてに一致する要素' },
  noElement: { en: 'none', ja: 'なし' },
} as const satisfies Record<string, Localized>;

/** At most this many values are named. */
const named = 4;

/** What a field may be, in words. */
export function expectationOf(matchers: readonly Matcher[]): Localized {
  const words = matchers.slice(0, named).map(wordsOf);
  const more = matchers.length > named;
  const join = (language: Language, or: string): string =>
    words.map((word) => translate(word, language)).join(or) + (more ? `${or}…` : '');
  return { en: join('en', ' or '), ja: join('ja', '、') };
}

function wordsOf(matcher: Matcher): Localized {
  switch (matcher.kind) {
    case 'exact':
      return sameInEveryLanguage(shown(matcher.value));
    case 'text':
      return withValue(textWords[matcher.test], shown(matcher.text));
    case 'numeric':
      return withValue(others.numeric, matcher.bounds.map(({ operator, value }) => `${operator} ${value}`).join(', '));
    case 'cidr':
      return withValue(others.cidr, matcher.text);
    case 'exists':
      return matcher.exists ? others.exists : others.absent;
    case 'anything-but':
      return withValue(others.anythingBut, listed(matcher.values));
    case 'anything-but-text':
      return withValue(others.anythingBut, `${matcher.test} ${listed(matcher.texts)}`);
  }
}

const listed = (values: readonly Scalar[]): string =>
  [...values.slice(0, named).map(shown), ...(values.length > named ? ['…'] : [])].join(', ');

const withValue = (words: Localized, value: string): Localized => ({
  en: translate(words, 'en', { value }),
  ja: translate(words, 'ja', { value }),
});

/** What a field of the event holds, in words. */
export function actualWords(value: unknown, scalars: readonly Scalar[]): Localized {
  if (scalars.length > 0) return sameInEveryLanguage(Array.isArray(value) ? `[${listed(scalars)}]` : listed(scalars));
  if (Array.isArray(value)) return sameInEveryLanguage('[]');
  return typeof value === 'object' && value !== null ? others.object : others.nothing;
}
