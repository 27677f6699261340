import { lookup, type Json } from '../model/design.js';
import type { Path } from './document.js';

/** Changes of plain JSON values at a path; each returns a new value and keeps the order of keys. */

type JsonRecord = Readonly<Record<string, Json>>;

const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  let at = value;
  for (const key of path) at = isRecord(at) ? lookup(at, key) : isList(at) ? at[Number(key)] : undefined;
  return at;
}

/** The value with the part at a path changed; the same value where the path leads nowhere. */
export function changeAt(value: Json, path: Path, change: (part: Json) => Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (isList(value)) return value.map((item, index) => (String(index) === key ? changeAt(item, rest, change) : item));
  if (!isRecord(value) || !Object.hasOwn(value, key)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === key ? changeAt(item, rest, change) : item]),
  );
}

const changeEntries = (
  value: Json,
  path: Path,
  change: (entries: readonly (readonly [string, Json])[]) => readonly (readonly [string, Json])[],
): Json => changeAt(value, path, (part) => (isRecord(part) ? Object.fromEntries(change(Object.entries(part))) : part));

export const withKey = (value: Json, parent: Path, key: string, item: Json, after: string | undefined): Json =>
  changeEntries(value, parent, (list) => {
    const index = list.findIndex(([name]) => name === after);
    const at = index < 0 ? list.length : index + 1;
    return [...list.slice(0, at), [key, item], ...list.slice(at)];
  });

export const withoutKey = (value: Json, parent: Path, key: string): Json =>
  changeEntries(value, parent, (list) => list.filter(([name]) => name !== key));

export const withKeyRenamed = (value: Json, parent: Path, key: string, to: string): Json =>
  changeEntries(value, parent, (list) => list.map(([name, item]) => [name === key ? to : name, item]));

const changeItems = (value: Json, list: Path, change: (items: readonly Json[]) => readonly Json[]): Json =>
  changeAt(value, list, (part) => (isList(part) ? change(part) : part));

export const withItem = (value: Json, list: Path, index: number, item: Json): Json =>
  changeItems(value, list, (items) => [...items.slice(0, index), item, ...items.slice(index)]);

export const withoutItem = (value: Json, list: Path, index: number): Json =>
  changeItems(value, list, (items) => items.filter((_, at) => at !== index));

export const withItemMoved = (value: Json, list: Path, from: number, to: number): Json =>
  changeItems(value, list, (items) => moved(items, from, to));

/** A list with one item at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}

/** Equal as JSON; the order of keys does not count. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => equalJson(item, b[index]));
  if (!isRecord(a)) return Object.is(a, b) || (a === 0 && b === 0);
  if (!isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equalJson(lookup(a, key), lookup(b, key)))
  );
}
