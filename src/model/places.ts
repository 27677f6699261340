import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Place, Problem } from './problems.js';

/**
 * Places in a YAML text, asked for only when there is a problem or a comment: js-yaml decides the values, `yaml` knows
 * where they stand and never expands an alias here.
 */
export interface Places {
  /** The place of the value at a path, or of the nearest thing above it that exists. */
  of(path: readonly (string | number)[]): Place;
  /** Comments with the path of the entry that they stand above (undefined: anywhere else). */
  readonly comments: readonly {
    readonly path: readonly string[] | undefined;
    readonly text: string;
    readonly place: Place;
  }[];
}

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

/** Where things stand in a text. Never throws: a text that cannot be read gives its beginning. */
export function placesIn(text: string, file: string | undefined): Places {
  const lineCounter = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    return { ...(file === undefined ? {} : { file }), line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  let document: Document | undefined;
  try {
    document = parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent', schema: 'core' });
  } catch {
    // A text this library cannot hold in memory or on the stack still has a beginning.
    document = undefined;
  }
  const root = document;
  return {
    of: (path) => (root === undefined ? at(0) : at(offsetOf(root, path))),
    get comments() {
      return root === undefined ? [] : commentsOf(text, root, at);
    },
  };
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => keyText(item.key) === String(step));
      if (pair === undefined) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}

/** Sections whose entries keep a comment above them as their own. */
const commentable = new Set(['contexts', 'nodes', 'connections']);

function commentsOf(text: string, document: Document, at: (offset: number) => Place): Places['comments'] {
  const owned = new Map<number, { path: readonly string[]; indent: number }>();
  const scalarRanges: (readonly [number, number])[] = [];
  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const visit = (node: unknown): void => {
    if (isMap(node))
      for (const pair of node.items) {
        visit(pair.key);
        visit(pair.value);
      }
    else if (isSeq(node)) node.items.forEach(visit);
    else if (isScalar(node) && node.range) scalarRanges.push([node.range[0], node.range[1]]);
  };
  visit(document.contents);
  if (isMap(document.contents))
    for (const section of document.contents.items) {
      const name = keyText(section.key);
      if (!commentable.has(name) || !isMap(section.value) || section.value.flow === true) continue;
      for (const entry of section.value.items) {
        if (!isScalar(entry.key) || !entry.key.range) continue;
        const start = lineStart(entry.key.range[0]);
        owned.set(start, { path: [name, keyText(entry.key)], indent: entry.key.range[0] - start });
      }
    }
  const inScalar = rangeTest(scalarRanges);
  const found: { path: readonly string[] | undefined; text: string; place: Place }[] = [];
  let offset = 0;
  let block: { texts: string[]; offset: number } | undefined;
  for (const line of text.split('\n')) {
    const owner = owned.get(offset);
    if (owner !== undefined && block !== undefined) {
      found.push({ path: owner.path, text: block.texts.join('\n'), place: at(block.offset) });
      block = undefined;
    }
    const whole = /^\s*#(.*)$/.exec(line.replace(/\r$/, ''));
    if (whole !== null && !inScalar(offset + line.indexOf('#'))) {
      block ??= { texts: [], offset };
      block.texts.push((whole[1] ?? '').replace(/^ /, ''));
    } else {
      if (block !== undefined) {
        found.push({ path: undefined, text: block.texts.join('\n'), place: at(block.offset) });
        block = undefined;
      }
      for (const match of line.matchAll(/\s#/g)) {
        const position = offset + match.index + 1;
        if (inScalar(position)) continue;
        found.push({
          path: undefined,
          text: text.slice(position + 1, offset + line.length).trim(),
          place: at(position),
        });
        break;
      }
    }
    offset += line.length + 1;
  }
  if (block !== undefined) found.push({ path: undefined, text: block.texts.join('\n'), place: at(block.offset) });
  return found;
}

/** Whether an offset lies in one of the ranges, which do not overlap and come in order. */
function rangeTest(ranges: readonly (readonly [number, number])[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle];
      if (range === undefined) return false;
      if (offset < range[0]) high = middle - 1;
      else if (offset >= range[1]) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/** The path in the document of what a problem is about. */
function pathOf(problem: Problem): readonly (string | number)[] {
  if (problem.path !== undefined) return problem.path;
  if (problem.node !== undefined) return ['nodes', problem.node];
  if (problem.connection !== undefined) return ['connections', problem.connection];
  return problem.context === undefined ? [] : ['contexts', problem.context];
}

/** Problems of the system with their line and column in the text of the design file, for hosts and command line. */
export function placeProblems(problems: readonly Problem[], text: string, file?: string): readonly Problem[] {
  if (problems.every((found) => found.place !== undefined)) return problems;
  const places = placesIn(text, file);
  return problems.map((found) => (found.place === undefined ? { ...found, place: places.of(pathOf(found)) } : found));
}
