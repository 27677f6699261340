import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Definition, Json } from '../model/design.js';
import { readJson, type JsonEntry, type JsonNode } from './json-reader.js';
import { aslProblem, yamlErrorText, type AslProblem } from './problem.js';

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
  /** The keys of the object at the path in the order of the text; empty for anything else. */
  keysOf(path: Path): readonly string[];
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

  return format === 'json' ? readJsonText(text) : readYamlText(text);
}

function readJsonText(text: string): ReadResult {
  const read = readJson(text, maxValues);
  if ('expected' in read)
    return { problems: [aslProblem('syntax', { detail: read.expected }, [], { start: read.at, end: read.at })] };
  const { value, node: root, duplicates, beyond } = read;
  if (beyond !== undefined)
    return { problems: [aslProblem('too-many-values', { limit: maxValues }, beyond.path, beyond.range)] };
  const find = (path: Path): JsonEntry | undefined => {
    let found: JsonEntry | undefined = { key: noRange, node: root };
    for (const key of path) found = found && jsonChild(found.node, key);
    return found;
  };
  return {
    document: {
      text,
      format: 'json',
      value,
      rangeOf: (path) => withoutContent(find(path)?.node),
      keyRangeOf: (path) => {
        const key = path.length === 0 ? undefined : find(path)?.key;
        return key === noRange ? undefined : key;
      },
      keysOf: (path) => [...(find(path)?.node.entries?.keys() ?? [])],
    },
    problems: duplicates.map(({ path, key, range }) => aslProblem('duplicate-key', { key }, path, range)),
  };
}

const noRange: Range = { start: 0, end: 0 };

function jsonChild({ entries, items }: JsonNode, key: string): JsonEntry | undefined {
  const item = items?.[Number(key)];
  if (item !== undefined && String(Number(key)) === key) return { key: noRange, node: item };
  return entries?.get(key);
}

const withoutContent = (node: JsonNode | undefined): Range | undefined => node && { start: node.start, end: node.end };

function readYamlText(text: string): ReadResult {
  const whole: Range = { start: 0, end: text.length };
  const failed = (problem: AslProblem): ReadResult => ({ problems: [problem] });
  let parsed: Document.Parsed;
  try {
    parsed = parseDocument(text, { uniqueKeys: false, merge: false, prettyErrors: false, schema: 'core' });
  } catch (error) {
    // A border: the parser recurses, and indentation can nest what no bracket shows.
    const code = error instanceof RangeError ? 'too-deep' : 'syntax';
    return failed(aslProblem(code, { limit: maxDepth, detail: String(error) }, [], whole));
  }
  const syntax = parsed.errors.slice(0, 20).map((error) =>
    aslProblem('syntax', { detail: yamlErrorText(error.code, error.message) }, [], {
      start: Math.min(error.pos[0], text.length),
      end: Math.min(Math.max(error.pos[1], error.pos[0]), text.length),
    }),
  );
  if (syntax.length > 0) return { problems: syntax };
  const reader = new Reader(parsed);
  const value = reader.read(parsed.contents, [], 0);
  const stop = reader.problems.find(({ code }) => code === 'too-deep' || code === 'too-many-values');
  if (stop !== undefined) return failed(stop);
  return { document: yamlDocument(text, parsed, value), problems: reader.problems };
}

function yamlDocument(text: string, parsed: Document.Parsed, value: Json): TextDocument {
  const lookups = new WeakMap<Node, ReadonlyMap<string, Found>>();
  const childrenOf = (node: Node): ReadonlyMap<string, Found> => {
    const known = lookups.get(node);
    if (known !== undefined) return known;
    const found = new Map(children(isAlias(node) ? node.resolve(parsed) : node));
    lookups.set(node, found);
    return found;
  };
  const find = (path: Path): Found | undefined => {
    let found: Found | undefined = parsed.contents === null ? undefined : { node: parsed.contents, key: undefined };
    for (const key of path) found = found && childrenOf(found.node).get(key);
    return found;
  };
  return {
    text,
    format: 'yaml',
    value,
    rangeOf: (path) => rangeOfNode(find(path)?.node),
    keyRangeOf: (path) => rangeOfNode(find(path)?.key),
    keysOf: (path) => {
      const node = find(path)?.node;
      const target = isAlias(node) ? node.resolve(parsed) : node;
      return node !== undefined && isMap(target) ? [...childrenOf(node).keys()] : [];
    },
  };
}

interface Found {
  readonly node: Node;
  readonly key: Node | undefined;
}

function* children(node: Node | undefined): Generator<[string, Found]> {
  if (isMap(node))
    for (const { key, value } of node.items) {
      const name = keyText(key);
      if (name !== undefined && isYamlNode(value))
        yield [name, { node: value, key: isYamlNode(key) ? key : undefined }];
    }
  if (isSeq(node))
    for (const [index, item] of node.items.entries())
      if (isYamlNode(item)) yield [String(index), { node: item, key: undefined }];
}

const isYamlNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);

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
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === backslash) index++;
      else if (code === doubleQuote || code === lineFeed) quoted = false;
    } else if (code === doubleQuote) quoted = true;
    else if (code === openBrace || code === openBracket) deepest = Math.max(deepest, ++depth);
    else if (code === closeBrace || code === closeBracket) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

const lineFeed = 0x0a;
const doubleQuote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
