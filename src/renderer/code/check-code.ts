import { expressionError, isExpression, stringsIn } from '../../asl/expressions.js';
import { readText, type Range, type TextDocument } from '../../asl/document.js';
import { aslProblemTexts, type AslProblem } from '../../asl/problems.js';
import { parsePattern } from '../../events/pattern.js';
import type { CodeLanguage } from '../../model/fields.js';
import { sameInEveryLanguage, type Facts, type Localized } from '../../model/localized.js';
import { checkVtl } from './check-vtl.js';
import { blankPlaceholders } from './placeholders.js';

/** What is wrong at a place of a text. */
export interface CodeProblem {
  readonly start: number;
  readonly end: number;
  readonly words: Localized;
  readonly facts: Facts;
}

/** What is wrong with a text of a code field, with its places. Never throws. */
export function checkCode(language: CodeLanguage, text: string): readonly CodeProblem[] {
  if (text.trim() === '') return [];
  switch (language) {
    case 'json':
    case 'yaml':
      return readText(text, language).problems.map(fromAsl);
    case 'event-pattern':
      return checkPattern(text);
    case 'input-template':
      return checkTemplate(text);
    case 'jsonata':
      return checkExpression(text);
    case 'asl-value':
      return checkAslValue(text);
    case 'vtl':
      return checkVtl(text);
    case 'javascript':
    case 'graphql':
      return [];
  }
}

function fromAsl({ code, facts, range }: AslProblem): CodeProblem {
  const detail = facts['detail'];
  // The words speak of definitions; what is wrong with the syntax stands in the detail.
  if (code === 'syntax' && detail !== undefined)
    return {
      start: range.start,
      end: range.end,
      words: typeof detail === 'object' ? detail : sameInEveryLanguage(String(detail)),
      facts: {},
    };
  return { start: range.start, end: range.end, words: aslProblemTexts[code].message, facts };
}

function checkPattern(text: string): readonly CodeProblem[] {
  const { document, problems } = readText(text, 'json');
  if (document === undefined || problems.length > 0) return problems.map(fromAsl);
  const parsed = parsePattern(document.value);
  if ('pattern' in parsed) return [];
  return parsed.problems.map(({ path, words, facts }) => ({ ...placeOf(document, path), words, facts }));
}

/** The key where a path ends in one, else the value. */
function placeOf(document: TextDocument, path: readonly string[]): Range {
  const whole = { start: 0, end: document.text.length };
  return document.keyRangeOf(path) ?? document.rangeOf(path) ?? whole;
}

/** A template that begins as JSON has to be JSON once values stand in; any other is plain text. */
function checkTemplate(text: string): readonly CodeProblem[] {
  const blanked = blankPlaceholders(text);
  if ('open' in blanked)
    return [{ start: blanked.open, end: blanked.open + 1, words: texts.openPlaceholder, facts: {} }];
  return /^\s*[[{]/.test(text) ? readText(blanked.text, 'json').problems.map(fromAsl) : [];
}

function checkExpression(text: string): readonly CodeProblem[] {
  const isWrapped = isExpression(text.trim());
  const wrapped = isWrapped ? text.trim() : `{%${text}%}`;
  const error = expressionError(wrapped);
  if (error === undefined) return [];
  const shift = isWrapped ? text.indexOf('{%') + 2 : 0;
  const at = Math.min(text.length, Math.max(0, (error.at ?? 0) + shift));
  return [{ start: Math.max(0, at - 1), end: at, words: texts.expression, facts: { detail: error.detail } }];
}

/** A value of a state machine: one expression in `{% %}`, or JSON with expressions in its texts. */
function checkAslValue(text: string): readonly CodeProblem[] {
  if (/^\s*\{%/.test(text))
    return isExpression(text.trim())
      ? checkExpression(text)
      : [{ start: 0, end: text.length, words: texts.openExpression, facts: {} }];
  const { document, problems } = readText(text, 'json');
  if (document === undefined || problems.length > 0) return problems.map(fromAsl);
  return [...stringsIn(document.value, [])].flatMap(({ text: inside, path }) => {
    const error = isExpression(inside) ? expressionError(inside) : undefined;
    const range = error === undefined ? undefined : document.rangeOf(path);
    return error === undefined || range === undefined
      ? []
      : [{ ...range, words: texts.expression, facts: { detail: error.detail } }];
  });
}

/** 1-based line and column of an offset. */
export function placeInText(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

const texts = {
  openPlaceholder: {
    en: 'this placeholder is not closed with >',
    ja: 'プレースホルダーが > で閉じられていません。',
  },
  openExpression: { en: 'the expression is not closed with %}', ja: '式が %} で閉じられていません。' },
  expression: { en: 'not a JSONata expression: {detail}', ja: 'JSONata 式が無効です: {detail}' },
} as const satisfies Record<string, Localized>;
