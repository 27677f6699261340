import { lookup, type Json } from '../model/design.js';
import type { Facts } from '../model/localized.js';
import { byCodeUnit } from '../model/names.js';
import type { JsonObject } from './definition.js';
import type { Path, TextDocument } from './document.js';
import { aslProblem, type AslProblem, type AslProblemCode } from './problems.js';

/** Gathers problems with the ranges of what they are about. */
export class Report {
  readonly #problems: AslProblem[] = [];

  constructor(private readonly document: TextDocument) {}

  add(code: AslProblemCode, facts: Facts, path: Path): void {
    this.#problems.push(aslProblem(code, facts, path, this.#rangeOf(path)));
  }

  /** The value itself, or the nearest thing around it that has a place. */
  #rangeOf(path: Path): AslProblem['range'] {
    for (let length = path.length; length >= 0; length--) {
      const range = this.document.rangeOf(path.slice(0, length));
      if (range !== undefined) return range;
    }
    return { start: 0, end: this.document.text.length };
  }

  /** In the order of the text. */
  problems(): readonly AslProblem[] {
    return [...this.#problems].sort(
      (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || byCodeUnit(a.code, b.code),
    );
  }
}

export const isText = (value: Json | undefined): value is string => typeof value === 'string';
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** A `${Name}` that is put in before the service reads the text. */
export const isSubstituted = (value: Json | undefined): boolean => isText(value) && value.includes('${');

/** A value that is only known later: an expression, or a `${Name}`. */
export const isLater = (value: Json | undefined): boolean =>
  isText(value) && (value.startsWith('{%') || value.includes('${'));

export interface NumberLimits {
  readonly min: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** Whether an expression can stand for the number. */
  readonly expression?: boolean;
}

/** Checks a number that may be absent or known only later. */
export function checkNumber(report: Report, fields: JsonObject, path: Path, key: string, limits: NumberLimits): void {
  const value = lookup(fields, key);
  if (value === undefined || isSubstituted(value)) return;
  if (limits.expression === true && isLater(value)) return;
  const { min, max = Number.MAX_SAFE_INTEGER, whole = true } = limits;
  const fits = typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
  if (fits) return;
  if (limits.max === undefined) report.add('number-too-small', { field: key, min }, [...path, key]);
  else report.add('number-out-of-range', { field: key, min, max: limits.max }, [...path, key]);
}

/** Checks a text of a fixed set that may be absent or known only later. */
export function checkOneOf(
  report: Report,
  fields: JsonObject,
  path: Path,
  key: string,
  values: readonly string[],
): void {
  const value = lookup(fields, key);
  if (value === undefined || isSubstituted(value) || (isText(value) && values.includes(value))) return;
  report.add('value-unknown', { field: key, values: values.join(', ') }, [...path, key]);
}

/** Checks that two fields do not stand beside each other. */
export function checkExclusive(report: Report, fields: JsonObject, path: Path, first: string, second: string): void {
  if (Object.hasOwn(fields, first) && Object.hasOwn(fields, second))
    report.add('fields-exclude', { first, second }, [...path, second]);
}

/** Checks that nothing but these keys stands in an object. */
export function checkKeys(
  report: Report,
  fields: JsonObject,
  path: Path,
  known: readonly string[],
  what: string,
): void {
  for (const key of Object.keys(fields))
    if (!known.includes(key)) report.add('field-unknown', { field: key, what }, [...path, key]);
}

/** As checkKeys, for settings of which the service offers new ones now and then. */
export function checkOptions(
  report: Report,
  fields: JsonObject,
  path: Path,
  known: readonly string[],
  what: string,
): void {
  for (const key of Object.keys(fields))
    if (!known.includes(key)) report.add('option-unknown', { field: key, what }, [...path, key]);
}

/** Checks a text that may be absent. */
export function checkText(report: Report, fields: JsonObject, path: Path, key: string): void {
  const value = lookup(fields, key);
  if (value !== undefined && !isText(value)) report.add('text-expected', { field: key }, [...path, key]);
}
