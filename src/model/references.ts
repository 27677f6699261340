import type { Json } from './design.js';
import { isList, isMap, type JsonMap } from './json.js';

/** `{ "Ref": "orders" }` or `{ "Fn::GetAtt": ["orders", "arn"] }`: what CloudFormation writes for another resource. */
export interface ResourceReference {
  /** A logical id, or the id of a node of the design. */
  readonly target: string;
  /** Undefined: the resource itself, as `Ref` means it. */
  readonly attribute: string | undefined;
}

/** Deeper values come from no form, and parsers refuse them. */
const deepest = 100;

/** The reference that a value is; undefined: it is something else. */
export function referenceOf(value: Json): ResourceReference | undefined {
  if (!isMap(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length !== 1) return undefined;
  const [ref, attribute] = [value['Ref'], value['Fn::GetAtt']];
  if (typeof ref === 'string') return { target: ref, attribute: undefined };
  if (typeof attribute === 'string') {
    const dot = attribute.indexOf('.');
    return dot < 1 ? undefined : { target: attribute.slice(0, dot), attribute: attribute.slice(dot + 1) };
  }
  if (!Array.isArray(attribute)) return undefined;
  const [target, name] = attribute as readonly Json[];
  return typeof target === 'string' && typeof name === 'string' ? { target, attribute: name } : undefined;
}

/** Every reference inside of a value, with the keys that lead to it. */
export function* referencesInside(
  value: Json,
  path: readonly (string | number)[] = [],
): Generator<ResourceReference & { readonly path: readonly (string | number)[] }> {
  const reference = referenceOf(value);
  if (reference !== undefined) yield { ...reference, path };
  else if (path.length < deepest && Array.isArray(value))
    for (const [index, item] of (value as readonly Json[]).entries()) yield* referencesInside(item, [...path, index]);
  else if (path.length < deepest && isMap(value))
    for (const [key, item] of Object.entries(value)) yield* referencesInside(item, [...path, key]);
}

/** A value whose references to one target lead to another; the same value where there are none. */
export function withTarget(value: Json, from: string, to: string, depth = 0): Json {
  const reference = referenceOf(value);
  if (reference !== undefined) {
    if (reference.target !== from) return value;
    return reference.attribute === undefined ? { Ref: to } : { 'Fn::GetAtt': [to, reference.attribute] };
  }
  if (depth > deepest || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const changed = items.map((item) => withTarget(item, from, to, depth + 1));
    return changed.every((item, index) => item === items[index]) ? items : changed;
  }
  const map = value as JsonMap;
  const entries = Object.entries(map).map(([key, item]) => [key, withTarget(item, from, to, depth + 1)] as const);
  return entries.every(([key, item]) => item === map[key]) ? map : Object.fromEntries(entries);
}

const inSub = /\$\{([^!${}][^${}]*)\}/g;

/** The name that a `Ref` or `Fn::GetAtt` of any form asks for. */
function nameOf(value: JsonMap): string | undefined {
  const { Ref: ref, 'Fn::GetAtt': attribute } = value;
  if (typeof ref === 'string') return ref;
  if (typeof attribute === 'string') return attribute.split('.')[0];
  const [name] = isList(attribute) ? attribute : [];
  return typeof name === 'string' ? name : undefined;
}

/**
 * Every name that Ref, GetAtt and Sub ask for inside of a value of a template, with the keys that lead there; what a
 * `Fn::Sub` declares itself is none.
 */
export function* namesInside(
  value: Json,
  path: readonly (string | number)[] = [],
): Generator<{ readonly name: string; readonly path: readonly (string | number)[] }> {
  if (path.length > deepest) return;
  if (isList(value)) {
    for (const [index, item] of value.entries()) yield* namesInside(item, [...path, index]);
    return;
  }
  if (!isMap(value)) return;
  const name = Object.keys(value).length === 1 ? nameOf(value) : undefined;
  if (name !== undefined) {
    yield { name, path };
    return;
  }
  const sub = value['Fn::Sub'];
  const [text, own] = isList(sub) ? sub : [sub];
  const declared = isMap(own) ? own : {};
  if (typeof text === 'string')
    for (const [, inBraces = ''] of text.matchAll(inSub)) {
      const asked = inBraces.trim();
      if (!Object.hasOwn(declared, asked)) yield { name: asked.split('.')[0] ?? '', path };
    }
  for (const [key, item] of Object.entries(value)) yield* namesInside(item, [...path, key]);
}
