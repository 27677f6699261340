import { isAlias, isMap as isYamlMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { isMap } from '../../../cfn/check.js';
import type { Json } from '../../../model/design.js';
import type { JsonMap } from './model.js';

/**
 * Functions that templates write as a tag: `!Sub`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
const functions = [
  ...['Base64', 'Cidr', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Length', 'Select', 'Split'],
  ...['Sub', 'ToJsonString', 'Transform', 'And', 'Or', 'Not', 'Equals'],
];
const functionOf = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...functions.map((name) => [`!${name}`, `Fn::${name}`] as const),
]);

const longest = 500_000;
const deepest = 100;

export type ReadProperties = { readonly value: JsonMap | undefined } | { readonly problem: string };

/** The properties in a YAML text; undefined: it is empty. Never throws. */
export function readProperties(text: string): ReadProperties {
  if (text.trim() === '') return { value: undefined };
  if (text.length > longest) return { problem: `> ${String(longest)}` };
  try {
    const document = parseDocument(text, { schema: 'core', logLevel: 'error' });
    const [error] = document.errors;
    if (error !== undefined) return { problem: error.message.split('\n')[0] ?? '' };
    const value = plain(document.contents, 0);
    return isMap(value) ? { value } : { problem: Array.isArray(value) ? '[ ]' : JSON.stringify(value) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The properties as YAML text. */
export const writeProperties = (properties: JsonMap): string => stringify(properties, { lineWidth: 0 });

/** The value of a node, with `!Ref x` as `{ Ref: x }`. An alias could stand for very much, and templates have none. */
function plain(node: unknown, depth: number): Json {
  if (depth > deepest) throw new Error(`> ${String(deepest)} levels`);
  if (isAlias(node)) throw new Error(`*${node.source}`);
  const value = untagged(node, depth);
  const tag = typeof node === 'object' && node !== null && 'tag' in node ? String(node.tag) : '';
  const name = functionOf.get(tag);
  if (name === undefined) return value;
  if (name !== 'Fn::GetAtt' || typeof value !== 'string') return { [name]: value };
  const dot = value.indexOf('.');
  return { [name]: dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
}

function untagged(node: unknown, depth: number): Json {
  if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
  if (isYamlMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', plain(value, depth + 1)] as const),
    );
  const value: unknown = isScalar(node) ? node.value : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
