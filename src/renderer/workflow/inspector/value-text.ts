import { loneSubstitution } from '../../../asl/definition.js';
import { isExpression } from '../../../asl/expressions.js';
import type { Json } from '../../../model/design.js';
import { checkCode, type CodeProblem } from '../../code/check-code.js';

/** A value of a state as people write it: an expression as it is, anything else as JSON. */
export function textOfValue(value: Json | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' && standsAlone(value)) return value;
  return JSON.stringify(value, null, 2);
}

const standsAlone = (text: string): boolean => isExpression(text) || loneSubstitution(text) !== undefined;

export type ParsedValue = { readonly value: Json | undefined } | { readonly problem: CodeProblem };

/** The value of such a text; undefined: it is empty. */
export function parseValue(text: string): ParsedValue {
  const trimmed = text.trim();
  if (trimmed === '') return { value: undefined };
  if (standsAlone(trimmed)) return { value: trimmed };
  const [problem] = trimmed.startsWith('{%') ? checkCode('asl-value', text) : checkCode('json', text);
  if (problem !== undefined) return { problem };
  try {
    // What JSON.parse gives is JSON.
    return { value: JSON.parse(text) as Json };
  } catch {
    const words = { en: 'this is no JSON', ja: 'JSON として無効です。' };
    return { problem: { start: 0, end: text.length, words, facts: {} } };
  }
}

/** JSON with its usual indentation; undefined where there is nothing to format. */
export function formattedValue(text: string): string | undefined {
  const parsed = parseValue(text);
  if ('problem' in parsed) return undefined;
  const tidy = textOfValue(parsed.value);
  return tidy === text ? undefined : tidy;
}
