import { lookup, type Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import type { JsonMap } from './source.js';
import { mapOf, textOf } from './values.js';

/** `Fn::ForEach`, written out: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html */

const loop = 'Fn::ForEach::';
/** Resources and properties that the loops of one template may make. */
const maxMade = 5_000;
const maxDepth = 100;

export interface WrittenOut {
  readonly value: JsonMap;
  /** Keys that loops made, with the path of what they were made from. */
  readonly from: ReadonlyMap<string, readonly (string | number)[]>;
  /** Loops that were left as they are, and why. */
  readonly left: readonly { readonly path: readonly (string | number)[]; readonly reason: string }[];
}

/** A section of a template without loops: each entry that they make stands in it. */
export function writtenOut(section: JsonMap, template: JsonMap): WrittenOut {
  const writer = new Writer(template);
  return { value: writer.map(section, [], 0), from: writer.from, left: writer.left };
}

/** Whether there is a loop anywhere in a value. */
export function hasLoops(value: Json | undefined, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return false;
  return Object.entries(value).some(([key, one]) => key.startsWith(loop) || hasLoops(one, depth + 1));
}

type Path = readonly (string | number)[];

class Writer {
  readonly from = new Map<string, Path>();
  readonly left: { readonly path: Path; readonly reason: string }[] = [];
  #made = 0;

  constructor(private readonly template: JsonMap) {}

  map(value: JsonMap, path: Path, depth: number): JsonMap {
    const entries: (readonly [string, Json])[] = [];
    for (const [key, one] of Object.entries(value)) {
      const made = key.startsWith(loop) ? this.#loop(one, [...path, key], depth) : undefined;
      if (made === undefined) entries.push([key, this.#value(one, [...path, key], depth + 1)]);
      else entries.push(...made);
    }
    return Object.fromEntries(entries);
  }

  #value(value: Json, path: Path, depth: number): Json {
    if (typeof value !== 'object' || value === null || depth > maxDepth) return value;
    if (Array.isArray(value))
      return (value as readonly Json[]).map((one, index) => this.#value(one, [...path, index], depth + 1));
    return isMap(value) ? this.map(value, path, depth) : value;
  }

  #loop(value: Json, path: Path, depth: number): readonly (readonly [string, Json])[] | undefined {
    const [name, collection, body] = Array.isArray(value) ? (value as readonly Json[]) : [];
    const items = collection === undefined ? undefined : this.#items(collection);
    if (typeof name !== 'string' || items === undefined || !isMap(body) || depth > maxDepth) {
      this.left.push({ path, reason: items === undefined ? 'its list is not known' : 'it is not complete' });
      return undefined;
    }
    const entries: (readonly [string, Json])[] = [];
    for (const item of items) {
      if (++this.#made > maxMade) {
        this.left.push({ path, reason: `more than ${String(maxMade)} entries` });
        return undefined;
      }
      const written = mapOf(replaced(body, name, item, 0));
      const origins = Object.keys(body);
      const below = [...path, 2];
      for (const [index, [key, one]] of Object.entries(written).entries()) {
        const origin = [...below, origins[index] ?? key];
        const inner = key.startsWith(loop) ? this.#loop(one, origin, depth + 1) : undefined;
        const made = inner ?? [[key, this.#value(one, origin, depth + 1)] as const];
        for (const [madeKey] of made) if (!this.from.has(madeKey)) this.from.set(madeKey, origin);
        entries.push(...made);
      }
    }
    return entries;
  }

  /** The items of a list that is written here, in a parameter or in a mapping. */
  #items(value: Json): readonly string[] | undefined {
    if (Array.isArray(value)) {
      const items = (value as readonly Json[]).map((one) => (isMap(one) ? this.#items(one) : wordOf(one)));
      return items.some((one) => one === undefined) ? undefined : items.flatMap((one) => one ?? []);
    }
    const parameter = textOf(lookup(mapOf(value), 'Ref'));
    if (parameter !== undefined) {
      const given = lookup(mapOf(lookup(mapOf(lookup(this.template, 'Parameters')), parameter)), 'Default');
      return typeof given === 'string' ? given.split(',').map((one) => one.trim()) : undefined;
    }
    const found = lookup(mapOf(value), 'Fn::FindInMap');
    if (!Array.isArray(found)) return undefined;
    const keys = (found as readonly Json[]).map((one) => (isMap(one) ? this.#items(one)?.[0] : wordOf(one)?.[0]));
    let at: Json | undefined = lookup(this.template, 'Mappings');
    for (const key of keys) at = key === undefined ? undefined : lookup(mapOf(at), key);
    return Array.isArray(at) ? this.#items(at) : undefined;
  }
}

const wordOf = (value: Json): readonly string[] | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : undefined;

/** `${Name}` and `&{Name}` (without what no logical id has) replaced in keys and texts, and `Ref` of the name. */
function replaced(value: Json, name: string, item: string, depth: number): Json {
  if (depth > maxDepth) return value;
  if (typeof value === 'string') return inText(value, name, item);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => replaced(one, name, item, depth + 1));
  if (!isMap(value)) return value;
  if (Object.keys(value).length === 1 && value['Ref'] === name) return item;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [inText(key, name, item), replaced(one, name, item, depth + 1)]),
  );
}

const inText = (text: string, name: string, item: string): string =>
  text.replaceAll(`\${${name}}`, item).replaceAll(`&{${name}}`, item.replace(/[^A-Za-z0-9]/g, ''));
