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
/** A number that is only known later: an expression, or a `${Name}`. */
export const isLater = (value: Json | undefined): boolean =>
  isText(value) && (value.startsWith('{%') || value.includes('${'));

export interface NumberLimits {
  readonly min: number;
  readonly max?: number;
  readonly whole?: boolean;
}

/** Checks a number that may be absent or known only later. */
export function checkNumber(report: Report, fields: JsonObject, path: Path, key: string, limits: NumberLimits): void {
  const value = lookup(fields, key);
  if (value === undefined || isLater(value)) return;
  const { min, max = Number.MAX_SAFE_INTEGER, whole = true } = limits;
  const fits = typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
  if (fits) return;
  if (limits.max === undefined) report.add('number-too-small', { field: key, min }, [...path, key]);
  else report.add('number-out-of-range', { field: key, min, max: limits.max }, [...path, key]);
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
