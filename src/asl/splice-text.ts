import { stringify } from 'yaml';
import type { Json } from '../model/design.js';
import type { Path, Range, TextDocument } from './document.js';

/** How a text is written, and how a value is written into it in the same way. */

export const cut = ({ text }: TextDocument, { start, end }: Range, insert: string): string =>
  text.slice(0, start) + insert + text.slice(end);

export const endOfLine = (document: TextDocument): string => (document.text.includes('\r\n') ? '\r\n' : '\n');
const lines = (document: TextDocument, rendered: string): string => rendered.replaceAll('\n', endOfLine(document));

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** White space before an offset on its line; undefined when something else stands there. */
export function indentBefore(text: string, at: number): string | undefined {
  const before = text.slice(lineStart(text, at), at);
  return /^[ \t]*$/.test(before) ? before : undefined;
}
export const indentOfLine = (text: string, at: number): string => {
  const pattern = /[ \t]*/y;
  pattern.lastIndex = lineStart(text, at);
  return pattern.exec(text)?.[0] ?? '';
};

/** One step of indentation: how far the first key that is indented stands from the one around it. */
export function indentUnit(document: TextDocument): string {
  for (const path of [[], ['States']]) {
    const [first] = document.keysOf(path);
    const range = first === undefined ? undefined : document.keyRangeOf([...path, first]);
    const indent = range && indentBefore(document.text, range.start);
    if (indent !== undefined && indent !== '') return indent;
  }
  return '  ';
}

export const isFlow = (document: TextDocument, path: Path): boolean => {
  const start = document.text[document.rangeOf(path)?.start ?? -1];
  return start === '{' || start === '[';
};

/** Whether the object at a path writes its keys on lines of their own. */
export function isPretty(document: TextDocument, parent: Path): boolean {
  const [first] = document.keysOf(parent);
  const range = first === undefined ? undefined : document.keyRangeOf([...parent, first]);
  return range !== undefined && indentBefore(document.text, range.start) !== undefined;
}

export function keyText(document: TextDocument, quoted: boolean, key: string): string {
  if (document.format === 'json' || quoted) return JSON.stringify(key);
  return stringify({ [key]: 1 }, { lineWidth: 0 }).replace(/: 1\n$/, '');
}

/** Needs no quotes in YAML: no other type is written like this. */
const isPlainWord = (value: string): boolean =>
  /^[A-Za-z](?:[\w .-]*\w)?$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value);

/** JSON with what follows its first line indented; on one line where its surroundings are. */
export function flowText(document: TextDocument, value: Json, pretty: boolean, indent: string): string {
  if (document.format === 'yaml' && typeof value === 'string' && isPlainWord(value)) return value;
  if (!pretty) return onOneLine(document, value);
  return lines(document, JSON.stringify(value, null, indentUnit(document)).replaceAll('\n', `\n${indent}`));
}

/** With spaces where the text around has them. */
function onOneLine(document: TextDocument, value: Json): string {
  if (typeof value !== 'object' || value === null || colon(document, false) === ':') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => onOneLine(document, item)).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(document, item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

export const colon = (document: TextDocument, pretty: boolean): string =>
  pretty || document.format === 'yaml' || /^[^"]*"(?:[^"\\]|\\.)*":\s/.test(document.text) ? ': ' : ':';

/** An entry of a block mapping, without the line's own end. */
export const blockText = (document: TextDocument, key: string, value: Json, indent: string): string =>
  blockLines(document, { [key]: value }, indent);

/** An item of a block list with its dash, without the line's own end. */
export const blockItemText = (document: TextDocument, value: Json, indent: string): string =>
  blockLines(document, [value], indent);

function blockLines(document: TextDocument, value: Json, indent: string): string {
  const rendered = stringify(value, { lineWidth: 0, indent: Math.max(2, indentUnit(document).length) });
  return lines(
    document,
    rendered
      .trimEnd()
      .replaceAll('\n', `\n${indent}`)
      .replace(/\n[ \t]+(?=\n)/g, '\n'),
  );
}

/** The end of the last line that belongs to a value, its line break included. */
export function endOfEntry(text: string, { start, end }: Range): number {
  if (end > start && text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next < 0 ? text.length : next + 1;
}
