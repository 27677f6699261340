import { parsePattern } from '../events/pattern.js';
import type { CodeLanguage } from '../model/fields.js';
import { translate, type Localized } from '../model/localized.js';

/** What is wrong with the text of a code field; undefined: nothing that can be seen here. */
export function checkCode(language: CodeLanguage, text: string): Localized | undefined {
  if (text.trim() === '' || (language !== 'json' && language !== 'event-pattern')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { en: 'this is not valid JSON', ja: 'JSON の構文が無効です。' };
  }
  return language === 'event-pattern' ? checkPattern(value) : undefined;
}

function checkPattern(value: unknown): Localized | undefined {
  const parsed = parsePattern(value);
  if ('pattern' in parsed) return undefined;
  const [{ words, facts }] = parsed.problems;
  return { en: translate(words, 'en', facts), ja: translate(words, 'ja', facts) };
}
