import { stringify } from 'yaml';
import type { Json } from '../model/design.js';
import type { Path, TextDocument } from './document.js';
import { equalJson, changeAt, valueAt, withKey, withKeyRenamed, withoutKey } from './json-value.js';
import { checked } from './splice-check.js';
import { rawEntry, startOfComments, type RawEntry, type Source } from './splice-raw.js';
import {
  blockText,
  colon,
  cut,
  endOfEntry,
  endOfLine,
  flowText,
  indentBefore,
  indentOfLine,
  indentUnit,
  isFlow,
  isPretty,
  keyText,
  lineStart,
} from './splice-text.js';

/**
 * Changes of one value in a text that leave every other byte as it was. Each is checked against the same change of the
 * plain value.
 */

/** Replaces the value at a path that exists. */
export function setValue(document: TextDocument, path: Path, value: Json): TextDocument {
  if (equalJson(valueAt(document.value, path), value)) return document;
  return checked(
    document,
    [replaced(document, path, value)],
    changeAt(document.value, path, () => value),
  );
}

/** Adds a key to the object at a path: behind another key, or at the end. */
export function insertKey(
  document: TextDocument,
  parent: Path,
  key: string,
  value: Json,
  after?: string,
): TextDocument {
  return checked(
    document,
    [inserted(document, parent, key, value, after)],
    withKey(document.value, parent, key, value, after),
  );
}

/** Adds what stands somewhere else, in its own spelling, with comments above it. */
export function insertCopy(
  document: TextDocument,
  parent: Path,
  key: string,
  source: Source,
  after?: string,
): TextDocument {
  const value = valueAt(source.document.value, source.path);
  if (value === undefined) return document;
  const raw = rawEntry(document, source, key);
  return checked(
    document,
    [raw && inserted(document, parent, key, value, after, raw), inserted(document, parent, key, value, after)],
    withKey(document.value, parent, key, value, after),
  );
}

export function removeKey(document: TextDocument, parent: Path, key: string): TextDocument {
  return checked(document, [removed(document, parent, key)], withoutKey(document.value, parent, key));
}

/** Moves a key with its value, in its own spelling, into another object or to another place in the same one. */
export function moveKey(document: TextDocument, path: Path, parent: Path, after?: string): TextDocument {
  const key = path.at(-1) ?? '';
  const from = path.slice(0, -1);
  const source: Source = { document, path };
  if (from.join('\0') !== parent.join('\0')) return cutKey(insertCopy(document, parent, key, source, after), from, key);
  const keys = document.keysOf(parent);
  const place = after === undefined ? keys.length - 2 : keys.indexOf(after);
  if (after === key || keys.length < 2 || place === keys.indexOf(key) - 1) return document;
  return insertCopy(cutKey(document, parent, key), parent, key, source, after);
}

/** Removes a key with the comments directly above it: they go where it goes. */
function cutKey(document: TextDocument, parent: Path, key: string): TextDocument {
  const value = withoutKey(document.value, parent, key);
  return checked(document, [removed(document, parent, key, true), removed(document, parent, key)], value);
}

export function renameKey(document: TextDocument, parent: Path, key: string, to: string): TextDocument {
  const range = document.keyRangeOf([...parent, key]);
  const text = range && cut(document, range, keyText(document, document.text[range.start] === '"', to));
  return checked(document, [text], withKeyRenamed(document.value, parent, key, to));
}

function replaced(document: TextDocument, path: Path, value: Json): string | undefined {
  const range = document.rangeOf(path);
  const keyRange = document.keyRangeOf(path);
  if (range === undefined) return undefined;
  const isPlain = typeof value !== 'object' || value === null;
  const parent = path.slice(0, -1);
  const wasPlain = document.keysOf(path).length === 0 && !document.text.slice(range.start, range.end).includes('\n');
  const inFlow = path.length > 0 && isFlow(document, parent);
  if (document.format === 'json' || inFlow || (isFlow(document, path) && !isPlain)) {
    const anchor = keyRange ?? range;
    const indent = indentBefore(document.text, anchor.start);
    return cut(
      document,
      range,
      flowText(document, value, indent !== undefined, indent ?? indentOfLine(document.text, anchor.start)),
    );
  }
  if (isPlain && wasPlain) return cut(document, range, stringify(value, { lineWidth: 0 }).trimEnd());
  if (keyRange === undefined) return undefined;
  const key = path.at(-1) ?? '';
  const indent = ' '.repeat(keyRange.start - lineStart(document.text, keyRange.start));
  const end = endOfEntry(document.text, range);
  return cut(
    document,
    { start: keyRange.start, end },
    blockText(document, key, value, indent) + (document.text[end - 1] === '\n' ? endOfLine(document) : ''),
  );
}

function inserted(
  document: TextDocument,
  parent: Path,
  key: string,
  value: Json,
  after: string | undefined,
  raw?: RawEntry,
): string | undefined {
  const { text } = document;
  const keys = document.keysOf(parent);
  const before = after !== undefined && keys.includes(after) ? after : keys.at(-1);
  if (before === undefined) return insertedFirst(document, parent, key, value, raw);
  const keyRange = document.keyRangeOf([...parent, before]);
  const valueRange = document.rangeOf([...parent, before]);
  if (keyRange === undefined || valueRange === undefined) return undefined;
  if (isFlow(document, parent)) {
    const indent = indentBefore(text, keyRange.start);
    const pretty = indent !== undefined && isPretty(document, parent);
    const space = pretty ? endOfLine(document) + indent : / $/.test(text.slice(0, keyRange.start)) ? ' ' : '';
    const written = flowEntry(document, key, value, pretty, indent ?? '', raw);
    return written && cut(document, { start: valueRange.end, end: valueRange.end }, `,${space}${written}`);
  }
  const indent = ' '.repeat(keyRange.start - lineStart(text, keyRange.start));
  const at = endOfEntry(text, valueRange);
  const lead = text[at - 1] === '\n' ? '' : endOfLine(document);
  const tail = lead === '' ? endOfLine(document) : '';
  const written = raw === undefined ? blockText(document, key, value, indent) : raw.block(indent);
  return written && cut(document, { start: at, end: at }, lead + indent + written + tail);
}

function flowEntry(
  document: TextDocument,
  key: string,
  value: Json,
  pretty: boolean,
  indent: string,
  raw: RawEntry | undefined,
): string | undefined {
  const written = raw === undefined ? flowText(document, value, pretty, indent) : raw.flow(indent, pretty);
  return written && JSON.stringify(key) + colon(document, pretty) + written;
}

/** The first key of an empty object: on a line of its own where the text has lines. */
function insertedFirst(
  document: TextDocument,
  parent: Path,
  key: string,
  value: Json,
  raw: RawEntry | undefined,
): string | undefined {
  const { text } = document;
  const range = document.rangeOf(parent);
  if (range === undefined) return undefined;
  const outer = indentOfLine(text, range.start);
  const parentKey = document.keyRangeOf(parent);
  const isBlock = document.format === 'yaml' && parentKey !== undefined && !isFlow(document, parent.slice(0, -1));
  if (isBlock && text.slice(parentKey.end, range.start).trim() === ':') {
    const column = ' '.repeat(parentKey.start - lineStart(text, parentKey.start));
    const inner = column + ' '.repeat(Math.max(2, indentUnit(document).length));
    const written = raw === undefined ? blockText(document, key, value, inner) : raw.block(inner);
    return (
      written && cut(document, { start: parentKey.end, end: range.end }, `:${endOfLine(document)}${inner}${written}`)
    );
  }
  const pretty = document.format === 'json' && (text.includes('\n') || text.trim() === '{}');
  const inner = outer + indentUnit(document);
  const entry = flowEntry(document, key, value, pretty, inner, raw);
  if (entry === undefined) return undefined;
  const eol = endOfLine(document);
  return cut(document, range, pretty ? `{${eol}${inner}${entry}${eol}${outer}}` : `{${entry}}`);
}

function removed(document: TextDocument, parent: Path, key: string, withComments = false): string | undefined {
  const { text } = document;
  const keys = document.keysOf(parent);
  const index = keys.indexOf(key);
  const around = document.rangeOf(parent);
  const keyRange = document.keyRangeOf([...parent, key]);
  const valueRange = document.rangeOf([...parent, key]);
  if (around === undefined || keyRange === undefined || valueRange === undefined) return undefined;
  if (keys.length === 1) {
    const block = !isFlow(document, parent);
    return cut(document, around, block ? `{}${text[around.end - 1] === '\n' ? endOfLine(document) : ''}` : '{}');
  }
  const previous = keys[index - 1];
  if (isFlow(document, parent)) {
    const comma = /^[ \t]*,[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(valueRange.end))?.[0];
    if (comma !== undefined) return cut(document, { start: keyRange.start, end: valueRange.end + comma.length }, '');
    const end = previous === undefined ? undefined : document.rangeOf([...parent, previous])?.end;
    return end === undefined ? undefined : cut(document, { start: end, end: valueRange.end }, '');
  }
  const end = endOfEntry(text, valueRange);
  if (indentBefore(text, keyRange.start) !== undefined) {
    const start = withComments ? startOfComments(text, keyRange.start) : lineStart(text, keyRange.start);
    return cut(document, { start, end }, '');
  }
  // The first key behind a list's dash: the next key takes its place.
  const next = keys[index + 1];
  const nextStart = next === undefined ? undefined : document.keyRangeOf([...parent, next])?.start;
  return nextStart === undefined ? undefined : cut(document, { start: keyRange.start, end: nextStart }, '');
}
