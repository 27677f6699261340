import { lookup, type Json } from '../model/design.js';
import { isMap, type JsonMap } from '../model/json.js';

/** Looking into values that anybody can have written: what is not there, or of another kind, is nothing. */

const none: JsonMap = {};

export const mapOf = (value: Json | undefined): JsonMap => (isMap(value) ? value : none);

/** A list; one value alone stands for a list of it. */
export const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];

export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A number, also one that was written as text; within what a field can hold. */
export function numberOf(value: Json | undefined): number | undefined {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

export const booleanOf = (value: Json | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined;

/** The value below some keys. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let found = value;
  for (const key of path) {
    if (typeof key === 'number') found = Array.isArray(found) ? (found as readonly Json[])[key] : undefined;
    else found = isMap(found) ? lookup(found, key) : undefined;
    if (found === undefined) return undefined;
  }
  return found;
}

/** The props that have a value. */
export const given = (props: Readonly<Record<string, Json | undefined>>): JsonMap =>
  Object.fromEntries(Object.entries(props).filter((entry): entry is [string, Json] => entry[1] !== undefined));

/** JSON as people read it in a field of code. */
export const pretty = (value: Json): string => JSON.stringify(value, null, 2);
