import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Definition, Json } from '../model/design.js';
import { aslProblem, type AslProblem } from './problems.js';

/** Keys from the root of a definition to a value; positions in a list as digits: `['States', 'Save', 'Retry', '0']`. */
export type Path = readonly string[];

/** Offsets into the text, the end excluded. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Format = Definition['format'];

/** A text with its value and the places of everything in it. */
export interface TextDocument {
  readonly text: string;
  readonly format: Format;
  readonly value: Json;
  /** Of the value at the path; undefined where there is none, or it comes from an alias. */
  rangeOf(path: Path): Range | undefined;
  /** Of the key that leads to the value. */
  keyRangeOf(path: Path): Range | undefined;
  /** The value was written by reference: the same text may stand for several places. */
  isShared(path: Path): boolean;
}

/** 1 MB is what Step Functions takes: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const maxLength = 1_048_576;
const maxDepth = 100;
/** Values after aliases are expanded; a definition of 1 MB without aliases stays below. */
const maxValues = 500_000;

export interface ReadResult {
  readonly document?: TextDocument;
  readonly problems: readonly AslProblem[];
}

/** Reads a definition's text in either format. Never throws: what is wrong comes back as problems with their ranges. */
export function readText(text: string, format: Format): ReadResult {
  const whole: Range = { start: 0, end: text.length };
  const failed = (problem: AslProblem): ReadResult => ({ problems: [problem] });
  if (text.length > maxLength) return failed(aslProblem('text-too-long', {}, [], whole));
  if (bracketDepth(text) > maxDepth) return failed(aslProblem('too-deep', { limit: maxDepth }, [], whole));

  let parsed: Document.Parsed;
  try {
    parsed = parseDocument(text, { uniqueKeys: false, merge: false, prettyErrors: false, schema: 'core' });
  } catch (error) {
    // A border: the parser recurses, and block indentation can nest what no bracket shows.
    const code = error instanceof RangeError ? 'too-deep' : 'syntax';
    return failed(aslProblem(code, { limit: maxDepth, detail: String(error) }, [], whole));
  }
  const syntax = parsed.errors.slice(0, 20).map((error) =>
    aslProblem('syntax', { detail: error.message }, [], {
      start: Math.min(error.pos[0], text.length),
      end: Math.min(Math.max(error.pos[1], error.pos[0]), text.length),
    }),
  );
  if (syntax.length > 0) return { problems: syntax };
  if (format === 'json') {
    const detail = jsonError(text);
    if (detail !== undefined)
      return failed(
        aslProblem('syntax', { detail: detail.message }, [], {
          start: detail.at ?? 0,
          end: detail.at === undefined ? text.length : Math.min(detail.at + 1, text.length),
        }),
      );
  }
  const reader = new Reader(parsed);
  const value = reader.read(parsed.contents, [], 0);
  const stop = reader.problems.find(({ code }) => code === 'too-deep' || code === 'too-many-values');
  if (stop !== undefined) return failed(stop);
  return { document: textDocument(text, format, parsed, value), problems: reader.problems };
}

function textDocument(text: string, format: Format, parsed: Document.Parsed, value: Json): TextDocument {
  return {
    text,
    format,
    value,
    rangeOf: (path) => rangeOfNode(nodeAt(parsed, path)?.node),
    keyRangeOf: (path) => rangeOfNode(nodeAt(parsed, path)?.key),
    isShared: (path) => nodeAt(parsed, path)?.shared ?? false,
  };
}

interface Found {
  readonly node: Node;
  readonly key: Node | undefined;
  readonly shared: boolean;
}

function nodeAt(parsed: Document.Parsed, path: Path): Found | undefined {
  let found: Found | undefined =
    parsed.contents === null ? undefined : { node: parsed.contents, key: undefined, shared: false };
  for (const key of path) {
    if (found === undefined) return undefined;
    const resolved = isAlias(found.node) ? found.node.resolve(parsed) : found.node;
    const shared: boolean = found.shared || isAlias(found.node) || hasAnchor(found.node);
    if (isMap(resolved)) {
      // The last of duplicate keys wins, as in JSON.parse.
      const pair = resolved.items.findLast(({ key: item }) => keyText(item) === key);
      const { key: keyNode, value } = pair ?? {};
      found = isYamlNode(value) ? { node: value, key: isYamlNode(keyNode) ? keyNode : undefined, shared } : undefined;
    } else if (isSeq(resolved)) {
      const item = resolved.items[Number(key)];
      found = isYamlNode(item) ? { node: item, key: undefined, shared } : undefined;
    } else return undefined;
  }
  return found === undefined ? undefined : { ...found, shared: found.shared || hasAnchor(found.node) };
}

const isYamlNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
const hasAnchor = (node: Node): boolean => !isAlias(node) && 'anchor' in node && node.anchor !== undefined;

function rangeOfNode(node: Node | undefined): Range | undefined {
  const range = node?.range;
  return range === undefined || range === null ? undefined : { start: range[0], end: range[1] };
}

function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** Turns nodes into plain values within a budget, noting duplicate keys. */
class Reader {
  readonly problems: AslProblem[] = [];
  #count = 0;

  constructor(private readonly parsed: Document.Parsed) {}

  read(node: unknown, path: Path, depth: number): Json {
    const stopped = this.problems.some(({ code }) => code === 'too-many-values' || code === 'too-deep');
    if (stopped) return null;
    const range = (isYamlNode(node) ? rangeOfNode(node) : undefined) ?? { start: 0, end: 0 };
    if (depth > maxDepth) {
      this.problems.push(aslProblem('too-deep', { limit: maxDepth }, path, range));
      return null;
    }
    if (++this.#count > maxValues) {
      this.problems.push(aslProblem('too-many-values', { limit: maxValues }, path, range));
      return null;
    }
    if (isAlias(node)) return this.read(node.resolve(this.parsed), path, depth + 1);
    if (isScalar(node)) return scalar(node.value, node.source);
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, String(index)], depth + 1));
    if (!isMap(node)) return null;
    const seen = new Set<string>();
    const pairs: [string, Json][] = [];
    for (const { key, value } of node.items) {
      const name = keyText(key);
      const at = (isYamlNode(key) ? rangeOfNode(key) : undefined) ?? range;
      if (name === undefined) {
        this.problems.push(aslProblem('key-not-text', {}, path, at));
        continue;
      }
      if (seen.has(name)) this.problems.push(aslProblem('duplicate-key', { key: name }, [...path, name], at));
      seen.add(name);
      pairs.push([name, this.read(value, [...path, name], depth + 1)]);
    }
    // fromEntries defines own properties, so that `__proto__` is a key like any other.
    return Object.fromEntries(pairs);
  }
}

function scalar(value: unknown, source: string | undefined): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : (source ?? String(value));
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  return source ?? null;
}

/** How deep brackets nest, outside of double-quoted strings: a cheap guard before a parser that recurses. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index++;
      else if (character === '"') quoted = false;
      else if (character === '\n') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** What keeps a text that YAML reads from being JSON (a comment, a bare word, a comma too many). */
function jsonError(text: string): { readonly message: string; readonly at: number | undefined } | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /at position (\d+)/.exec(message)?.[1];
    return { message, at: at === undefined ? undefined : Number(at) };
  }
}
