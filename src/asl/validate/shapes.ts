import type { Json } from '../../model/design.js';
import { isObject } from '../definition.js';
import { isExpression } from '../jsonata/parse.js';
import { isList, isText } from '../report.js';

/** What is known of a value: nothing, or all the keys that it can have. */
export type Shape = 'any' | { readonly keys: ReadonlyMap<string, Shape> };

/** A value without keys: a text, a number, null. */
export const noKeys: Shape = { keys: new Map() };
/** What Catch gets. */
export const errorOutput: Shape = {
  keys: new Map<string, Shape>([
    ['Error', 'any'],
    ['Cause', 'any'],
  ]),
};

/** Deeper than this, and wider, nothing is followed: definitions are of any size. */
const maxDepth = 8;
const maxKeys = 200;

/** The part of a shape at some keys; undefined: there can be none. */
export function partOf(shape: Shape, keys: readonly string[]): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const key of keys) {
    if (at === 'any' || at === undefined) return at;
    at = at.keys.get(key);
  }
  return at;
}

/** The shape with a part put in at some keys. */
export function withPart(shape: Shape, keys: readonly string[], part: Shape): Shape {
  const [key, ...rest] = keys;
  if (key === undefined) return part;
  if (shape === 'any' || (shape.keys.size >= maxKeys && !shape.keys.has(key))) return 'any';
  return { keys: new Map([...shape.keys, [key, withPart(shape.keys.get(key) ?? noKeys, rest, part)]]) };
}

/** What can be either of two shapes. */
export function either(a: Shape, b: Shape, depth = 0): Shape {
  if (a === b) return a;
  if (a === 'any' || b === 'any' || depth > maxDepth) return 'any';
  const keys = new Map(a.keys);
  for (const [key, shape] of b.keys) keys.set(key, either(keys.get(key) ?? shape, shape, depth + 1));
  return keys.size > maxKeys ? 'any' : { keys };
}

export function equalShapes(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a === 'any' || b === 'any' || a.keys.size !== b.keys.size) return false;
  return [...a.keys].every(([key, shape]) => {
    const other = b.keys.get(key);
    return other !== undefined && equalShapes(shape, other);
  });
}

/** The shape of a value that stands in the definition. `read` gives that of a path or an expression in it. */
export function shapeOf(value: Json, read: (text: string) => Shape, depth = 0): Shape {
  // Lists: JSONata looks for keys in their items.
  if (depth > maxDepth || isList(value)) return 'any';
  if (isText(value)) return isExpression(value) ? read(value) : value.includes('${') ? 'any' : noKeys;
  if (!isObject(value)) return noKeys;
  const entries = Object.entries(value);
  if (entries.length > maxKeys) return 'any';
  return {
    keys: new Map(
      entries.map(([key, item]) =>
        key.endsWith('.$') && isText(item) ? [key.slice(0, -2), read(item)] : [key, shapeOf(item, read, depth + 1)],
      ),
    ),
  };
}
