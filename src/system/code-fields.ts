import type { CodeLanguage } from '../model/fields.js';
import type { Localized } from '../model/localized.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

/**
 * Every value of an event pattern is a list of what it may be:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
function checkPattern(pattern: unknown): Localized | undefined {
  if (!isObject(pattern) || Object.keys(pattern).length === 0)
    return {
      en: 'a pattern is an object with at least one field',
      ja: 'パターンには 1 つ以上のフィールドが必要です。',
    };
  for (const [name, value] of Object.entries(pattern)) {
    if (Array.isArray(value)) {
      if (value.length === 0)
        return { en: `"${name}" has no value to match`, ja: `「${name}」に一致させる値がありません。` };
    } else if (isObject(value)) {
      const inside = checkPattern(value);
      if (inside !== undefined) return inside;
    } else return { en: `the value of "${name}" must be a list`, ja: `「${name}」の値はリストで指定してください。` };
  }
  return undefined;
}
