import type { Format } from '../../../asl/document.js';
import { jsonCursor, type JsonCursor } from '../../code/json-cursor.js';

/** Where in a definition's text, which need not be complete, a place lies. */
export type TextPlace = JsonCursor;

export const textPlace = (text: string, offset: number, format: Format): TextPlace =>
  format === 'json' ? withoutComma(jsonCursor(text, offset), text) : yamlPlace(text, offset);

/** Behind a value that is complete a new key begins, though its comma is missing yet. */
function withoutComma(place: TextPlace, text: string): TextPlace {
  if (place.expects === 'key' || place.lists > 0 || place.key === undefined) return place;
  return isBehindValue(text, place.from) ? { ...place, key: undefined, expects: 'key' } : place;
}

/** Whether a value ends before a place, with nothing but space between. */
export const isBehindValue = (text: string, place: number): boolean =>
  /["\]}\w]\s*$/.test(text.slice(Math.max(0, place - 400), place));

const lineOf = /^(\s*(?:- +)*)(?:("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#'"{[:][^:#]*?)\s*:(?: +|$))?(.*)$/;

interface YamlLine {
  readonly indent: number;
  /** How many dashes begin items in it. */
  readonly dashes: number;
  readonly key: string | undefined;
  readonly rest: string;
  /** Where the rest begins, counted from the start of the line. */
  readonly at: number;
}

function readLine(line: string): YamlLine {
  const [, lead = '', key, rest = ''] = lineOf.exec(line) ?? [];
  return {
    indent: lead.length,
    dashes: lead.split('-').length - 1,
    key: key?.replace(/^["']|["']$/g, ''),
    rest,
    at: line.length - rest.length,
  };
}

/** Goes up by indentation, as far as keys stand in lines of their own. */
function yamlPlace(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n');
  const current = readLine(before.pop() ?? '');
  const path: string[] = [];
  let { indent } = current;
  let lists = current.key === undefined ? current.dashes : 0;
  // A new key of an item stands below the dash of its first.
  for (const line of before.reverse()) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const above = readLine(line);
    const begins = above.indent - 2 * above.dashes;
    if (above.key !== undefined && above.indent < indent && above.rest.trim() === '') {
      path.unshift(above.key);
      indent = above.indent;
    }
    if (above.dashes > 0 && begins < indent && above.indent <= indent) indent = Math.min(indent, begins + 1);
    if (indent === 0) break;
  }
  if (current.key === undefined && current.dashes === 0)
    return { path, key: undefined, expects: 'key', lists: 0, from: offset - current.rest.length, isQuoted: false };
  const isQuoted = /^["']/.test(current.rest);
  const key = current.key ?? path.pop();
  if (current.key === undefined) lists = Math.max(1, lists);
  return { path, key, expects: 'value', lists, from: offset - current.rest.length, isQuoted };
}
