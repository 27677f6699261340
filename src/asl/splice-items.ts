import type { Json } from '../model/design.js';
import type { Path, Range, TextDocument } from './document.js';
import { moved, valueAt, withItem, withItemMoved, withoutItem } from './json-value.js';
import { checked } from './splice-check.js';
import {
  blockItemText,
  cut,
  endOfEntry,
  endOfLine,
  flowText,
  indentBefore,
  indentOfLine,
  indentUnit,
  isFlow,
  lineStart,
} from './splice-text.js';

/** Changes of one item of a list in a text that leave every other byte as it was; see splice.ts. */

/** Adds an item before the one at an index; at the end where the index is that of none. */
export function insertItem(document: TextDocument, list: Path, index: number, value: Json): TextDocument {
  const at = Math.min(Math.max(index, 0), lengthOf(document, list));
  return checked(document, [inserted(document, list, at, value)], withItem(document.value, list, at, value));
}

export function removeItem(document: TextDocument, list: Path, index: number): TextDocument {
  if (index < 0 || index >= lengthOf(document, list)) return document;
  return checked(document, [removed(document, list, index)], withoutItem(document.value, list, index));
}

/** Moves an item to an index, counted without it. */
export function moveItem(document: TextDocument, list: Path, from: number, to: number): TextDocument {
  const length = lengthOf(document, list);
  const target = Math.min(Math.max(to, 0), length - 1);
  if (from < 0 || from >= length || from === target) return document;
  return checked(
    document,
    [reordered(document, list, from, target)],
    withItemMoved(document.value, list, from, target),
  );
}

function lengthOf(document: TextDocument, list: Path): number {
  const value = valueAt(document.value, list);
  return Array.isArray(value) ? value.length : 0;
}

const item = (list: Path, index: number): Path => [...list, String(index)];

function inserted(document: TextDocument, list: Path, index: number, value: Json): string | undefined {
  const { text } = document;
  const length = lengthOf(document, list);
  const around = document.rangeOf(list);
  if (around === undefined) return undefined;
  if (!isFlow(document, list)) return insertedInBlock(document, list, index, value);
  if (length === 0) {
    const pretty = document.format === 'json' && text.includes('\n');
    const outer = indentOfLine(text, around.start);
    const inner = outer + indentUnit(document);
    const eol = endOfLine(document);
    const written = flowText(document, value, pretty, inner);
    return cut(document, around, pretty ? `[${eol}${inner}${written}${eol}${outer}]` : `[${written}]`);
  }
  const first = document.rangeOf(item(list, 0));
  const neighbour = document.rangeOf(item(list, Math.min(index, length - 1)));
  if (first === undefined || neighbour === undefined) return undefined;
  const indent = indentBefore(text, first.start);
  const written = flowText(document, value, indent !== undefined, indent ?? '');
  const space = indent === undefined ? spaceBetween(document, list) : endOfLine(document) + indent;
  return index < length
    ? cut(document, { start: neighbour.start, end: neighbour.start }, `${written},${space}`)
    : cut(document, { start: neighbour.end, end: neighbour.end }, `,${space}${written}`);
}

/** What stands between the items of a list on one line. */
function spaceBetween(document: TextDocument, list: Path): string {
  const second = document.rangeOf(item(list, 1));
  if (second !== undefined) return document.text[second.start - 1] === ',' ? '' : ' ';
  return document.format === 'yaml' || /[,:] /.test(document.text) ? ' ' : '';
}

function removed(document: TextDocument, list: Path, index: number): string | undefined {
  const { text } = document;
  const around = document.rangeOf(list);
  if (around === undefined) return undefined;
  const length = lengthOf(document, list);
  if (length === 1) return cut(document, around, `[]${text[around.end - 1] === '\n' ? endOfLine(document) : ''}`);
  if (!isFlow(document, list)) {
    const range = blockItem(document, list, index);
    return range && cut(document, range, '');
  }
  const range = document.rangeOf(item(list, index));
  const next = document.rangeOf(item(list, index + 1));
  const previous = document.rangeOf(item(list, index - 1));
  if (range === undefined) return undefined;
  if (next !== undefined) return cut(document, { start: range.start, end: next.start }, '');
  return previous && cut(document, { start: previous.end, end: range.end }, '');
}

function reordered(document: TextDocument, list: Path, from: number, to: number): string | undefined {
  const flow = isFlow(document, list);
  const ranges: Range[] = [];
  for (let index = 0; index < lengthOf(document, list); index++) {
    const range = flow ? document.rangeOf(item(list, index)) : blockItem(document, list, index);
    if (range === undefined) return undefined;
    ranges.push(range);
  }
  const { text } = document;
  const texts = moved(ranges, from, to).map(({ start, end }) => text.slice(start, end));
  // From the end, so that the places before stay right.
  return ranges.reduceRight((result, { start, end }, index) => {
    const ended = flow || text[end - 1] !== '\n' ? '' : endOfLine(document);
    const written = flow ? (texts[index] ?? '') : (texts[index] ?? '').replace(/\r?\n$/, '');
    return result.slice(0, start) + written + ended + result.slice(end);
  }, text);
}

/** An item of a block list, from the line of its dash to the end of its last line. */
function blockItem(document: TextDocument, list: Path, index: number): Range | undefined {
  const { text } = document;
  const range = document.rangeOf(item(list, index));
  if (range === undefined) return undefined;
  const dash = dashBefore(text, range.start);
  if (dash === undefined || indentBefore(text, dash) === undefined) return undefined;
  return { start: lineStart(text, dash), end: endOfEntry(text, range) };
}

function dashBefore(text: string, at: number): number | undefined {
  const before = text.slice(lineStart(text, at), at);
  const match = /^[ \t]*-[ \t]+$/.exec(before);
  return match === null ? undefined : lineStart(text, at) + before.indexOf('-');
}

function insertedInBlock(document: TextDocument, list: Path, index: number, value: Json): string | undefined {
  const { text } = document;
  const isLast = index >= lengthOf(document, list);
  const neighbour = blockItem(document, list, isLast ? index - 1 : index);
  if (neighbour === undefined) return undefined;
  const indent = indentOfLine(text, neighbour.start);
  const written = indent + blockItemText(document, value, indent);
  const eol = endOfLine(document);
  if (!isLast) return cut(document, { start: neighbour.start, end: neighbour.start }, written + eol);
  const { end } = neighbour;
  return cut(document, { start: end, end }, text[end - 1] === '\n' ? written + eol : eol + written);
}
