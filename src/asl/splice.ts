import { stringify } from 'yaml';
import type { Json } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import { readText, type Path, type Range, type TextDocument } from './document.js';
import { equalJson, changeAt, valueAt, withKey, withKeyRenamed, withoutKey } from './json-value.js';

/**
 * Changes of one value in a text that leave every other byte as it was. Each is checked against the same change of the
 * plain value: where the text has something that cannot be spliced (an anchor used elsewhere, an exotic spelling) the
 * whole text is written anew, so that the meaning is right in any case.
 */

/** Replaces the value at a path that exists. */
export function setValue(document: TextDocument, path: Path, value: Json): TextDocument {
  if (equalJson(valueAt(document.value, path), value)) return document;
  return checked(
    document,
    replaced(document, path, value),
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
    inserted(document, parent, key, value, after),
    withKey(document.value, parent, key, value, after),
  );
}

export function removeKey(document: TextDocument, parent: Path, key: string): TextDocument {
  return checked(document, removed(document, parent, key), withoutKey(document.value, parent, key));
}

export function renameKey(document: TextDocument, parent: Path, key: string, to: string): TextDocument {
  const range = document.keyRangeOf([...parent, key]);
  const text = range && cut(document, range, keyText(document, document.text[range.start] === '"', to));
  return checked(document, text, withKeyRenamed(document.value, parent, key, to));
}

function checked(document: TextDocument, text: string | undefined, value: Json): TextDocument {
  if (text !== undefined) {
    const { document: spliced, problems } = readText(text, document.format);
    if (spliced !== undefined && problems.length === 0 && equalJson(spliced.value, value)) return spliced;
  }
  const whole = document.format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : stringify(value, { lineWidth: 0 });
  const { document: written } = readText(whole, document.format);
  invariant(written, 'a value that was read can be written');
  return written;
}

const cut = ({ text }: TextDocument, { start, end }: Range, insert: string): string =>
  text.slice(0, start) + insert + text.slice(end);

const endOfLine = (document: TextDocument): string => (document.text.includes('\r\n') ? '\r\n' : '\n');
const lines = (document: TextDocument, rendered: string): string => rendered.replaceAll('\n', endOfLine(document));

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** White space before an offset on its line; undefined when something else stands there. */
function indentBefore(text: string, at: number): string | undefined {
  const before = text.slice(lineStart(text, at), at);
  return /^[ \t]*$/.test(before) ? before : undefined;
}
const indentOfLine = (text: string, at: number): string => /^[ \t]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? '';

/** One step of indentation: how far the first key that is indented stands from the one around it. */
function indentUnit(document: TextDocument): string {
  for (const path of [[], ['States']]) {
    const [first] = document.keysOf(path);
    const range = first === undefined ? undefined : document.keyRangeOf([...path, first]);
    const indent = range && indentBefore(document.text, range.start);
    if (indent !== undefined && indent !== '') return indent;
  }
  return '  ';
}

const isFlow = (document: TextDocument, path: Path): boolean => {
  const start = document.text[document.rangeOf(path)?.start ?? -1];
  return start === '{' || start === '[';
};

/** Whether the object at a path writes its keys on lines of their own. */
function isPretty(document: TextDocument, parent: Path): boolean {
  const [first] = document.keysOf(parent);
  const range = first === undefined ? undefined : document.keyRangeOf([...parent, first]);
  return range !== undefined && indentBefore(document.text, range.start) !== undefined;
}

function keyText(document: TextDocument, quoted: boolean, key: string): string {
  if (document.format === 'json' || quoted) return JSON.stringify(key);
  return stringify({ [key]: 1 }, { lineWidth: 0 }).replace(/: 1\n$/, '');
}

/** Needs no quotes in YAML: no other type is written like this. */
const isPlainWord = (value: string): boolean =>
  /^[A-Za-z](?:[\w .-]*\w)?$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value);

/** JSON with what follows its first line indented; on one line where its surroundings are. */
function flowText(document: TextDocument, value: Json, pretty: boolean, indent: string): string {
  if (document.format === 'yaml' && typeof value === 'string' && isPlainWord(value)) return value;
  if (!pretty) return JSON.stringify(value);
  return lines(document, JSON.stringify(value, null, indentUnit(document)).replaceAll('\n', `\n${indent}`));
}

const colon = (document: TextDocument, pretty: boolean): string =>
  pretty || document.format === 'yaml' || /^[^"]*"(?:[^"\\]|\\.)*":\s/.test(document.text) ? ': ' : ':';

/** An entry of a block mapping, without the line's own end. */
function blockText(document: TextDocument, key: string, value: Json, indent: string): string {
  const rendered = stringify({ [key]: value }, { lineWidth: 0, indent: Math.max(2, indentUnit(document).length) });
  return lines(
    document,
    rendered
      .trimEnd()
      .replaceAll('\n', `\n${indent}`)
      .replace(/\n[ \t]+(?=\n)/g, '\n'),
  );
}

/** The end of the last line that belongs to a value, its line break included. */
function endOfEntry(text: string, { start, end }: Range): number {
  if (end > start && text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
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
): string | undefined {
  const { text } = document;
  const range = document.rangeOf(parent);
  if (range === undefined) return undefined;
  const keys = document.keysOf(parent);
  const before = after !== undefined && keys.includes(after) ? after : keys.at(-1);
  if (before === undefined) {
    const outer = indentOfLine(text, range.start);
    const pretty = document.format === 'json' && (text.includes('\n') || text.trim() === '{}');
    const inner = outer + indentUnit(document);
    const entry = JSON.stringify(key) + colon(document, pretty) + flowText(document, value, pretty, inner);
    const eol = endOfLine(document);
    return cut(document, range, pretty ? `{${eol}${inner}${entry}${eol}${outer}}` : `{${entry}}`);
  }
  const keyRange = document.keyRangeOf([...parent, before]);
  const valueRange = document.rangeOf([...parent, before]);
  if (keyRange === undefined || valueRange === undefined) return undefined;
  if (isFlow(document, parent)) {
    const indent = indentBefore(text, keyRange.start);
    const pretty = indent !== undefined && isPretty(document, parent);
    const quotedKey = JSON.stringify(key);
    const space = pretty ? endOfLine(document) + indent : / $/.test(text.slice(0, keyRange.start)) ? ' ' : '';
    const entry = quotedKey + colon(document, pretty) + flowText(document, value, pretty, indent ?? '');
    return cut(document, { start: valueRange.end, end: valueRange.end }, `,${space}${entry}`);
  }
  const indent = ' '.repeat(keyRange.start - lineStart(text, keyRange.start));
  const at = endOfEntry(text, valueRange);
  const lead = text[at - 1] === '\n' ? '' : endOfLine(document);
  const tail = lead === '' ? endOfLine(document) : '';
  return cut(document, { start: at, end: at }, lead + indent + blockText(document, key, value, indent) + tail);
}

function removed(document: TextDocument, parent: Path, key: string): string | undefined {
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
  if (indentBefore(text, keyRange.start) !== undefined)
    return cut(document, { start: lineStart(text, keyRange.start), end }, '');
  // The first key behind a list's dash: the next key takes its place.
  const next = keys[index + 1];
  const nextStart = next === undefined ? undefined : document.keyRangeOf([...parent, next])?.start;
  return nextStart === undefined ? undefined : cut(document, { start: keyRange.start, end: nextStart }, '');
}
