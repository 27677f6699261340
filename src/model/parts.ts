import type { AdoptedResource, Json } from './design.js';
import { isList, isMap, type JsonMap } from './json.js';

/**
 * A part of a resource that belongs to a connection: an event of a SAM function, a target of a rule, a statement of a
 * policy. The import takes it out of the resource, the export puts it back; without its connection it stays away.
 */

/** Below the properties of the resource: `['Events', 'Get']`, `['Targets', 0]`. */
export type PartPath = readonly (string | number)[];

export interface Part {
  readonly path: PartPath;
  readonly value: Json;
}

const step = (value: Json | undefined, key: string | number): Json | undefined => {
  if (isList(value)) return typeof key === 'number' ? value[key] : undefined;
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

/** The value at a path; undefined: there is none. */
export function partAt(properties: JsonMap | undefined, path: PartPath): Json | undefined {
  return path.reduce<Json | undefined>(step, properties);
}

/** The value with another at a path; undefined takes it out, and leaves `null` where the places of a list count. */
function changedAt(value: Json | undefined, [key, ...rest]: PartPath, change: Json | undefined): Json | undefined {
  if (key === undefined) return change;
  if (isList(value) && typeof key === 'number') {
    const list = [...value];
    if (key < 0 || key > list.length || (rest.length > 0 && key === list.length)) return value;
    list[key] = changedAt(list[key], rest, change) ?? null;
    return list;
  }
  if (!isMap(value) || (rest.length > 0 && !Object.hasOwn(value, key))) return value;
  const inner = changedAt(Object.hasOwn(value, key) ? value[key] : undefined, rest, change);
  // By entries: a key such as `__proto__` is one like any other.
  const others = Object.entries(value);
  if (inner === undefined) return Object.fromEntries(others.filter(([name]) => name !== String(key)));
  return Object.hasOwn(value, key)
    ? Object.fromEntries(others.map(([name, item]) => [name, name === String(key) ? inner : item]))
    : Object.fromEntries([...others, [String(key), inner]]);
}

const changedProperties = (properties: JsonMap | undefined, path: PartPath, value: Json | undefined): JsonMap => {
  const changed = path.length === 0 ? properties : changedAt(properties ?? {}, path, value);
  return isMap(changed) ? changed : (properties ?? {});
};

/** A resource without its parts, and the parts with their values, in the order given. A path to nothing gives none. */
export function takeParts(
  resource: AdoptedResource,
  paths: readonly PartPath[],
): { readonly resource: AdoptedResource; readonly parts: readonly (Part | undefined)[] } {
  // The innermost first, so that no part holds another.
  const order = paths.map((path, index) => ({ path, index })).sort((a, b) => b.path.length - a.path.length);
  const parts: (Part | undefined)[] = paths.map(() => undefined);
  const taken = new Map<string, Part>();
  let { properties } = resource;
  for (const { path, index } of order) {
    const key = JSON.stringify(path);
    const before = taken.get(key);
    const value = before === undefined ? partAt(properties, path) : before.value;
    if (value === undefined || value === null || path.length === 0) continue;
    const part = { path, value };
    parts[index] = part;
    if (before !== undefined) continue;
    taken.set(key, part);
    properties = changedProperties(properties, path, undefined);
  }
  return { resource: { ...resource, ...(properties === undefined ? {} : { properties }) }, parts };
}

/** A resource with parts put back where they were; places whose part is gone close. */
export function putParts(resource: AdoptedResource, parts: readonly Part[]): AdoptedResource {
  if (resource.properties === undefined && parts.length === 0) return resource;
  let properties = resource.properties ?? {};
  for (const { path, value } of [...parts].sort((a, b) => a.path.length - b.path.length))
    properties = changedProperties(properties, path, value);
  const closed = withoutPlaces(properties);
  return isMap(closed) ? { ...resource, properties: closed } : resource;
}

/** CloudFormation allows no null, so each in a list is a place that a part was taken from. */
function withoutPlaces(value: Json): Json {
  if (isList(value)) {
    const changed = value.filter((item) => item !== null).map(withoutPlaces);
    return changed.length === value.length && changed.every((item, index) => item === value[index]) ? value : changed;
  }
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withoutPlaces(item)] as const);
  return entries.every(([key, item]) => item === value[key]) ? value : Object.fromEntries(entries);
}
