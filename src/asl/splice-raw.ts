import type { Path, TextDocument } from './document.js';
import {
  endOfEntry,
  endOfLine,
  indentBefore,
  indentOfLine,
  indentUnit,
  isFlow,
  keyText,
  lineStart,
} from './splice-text.js';

/** An entry of an object somewhere, perhaps in another text. */
export interface Source {
  readonly document: TextDocument;
  readonly path: Path;
}

/** An entry in its own spelling, indented for another place; undefined where its spelling does not fit there. */
export interface RawEntry {
  /** The value alone, for an object in brackets. */
  flow(indent: string, pretty: boolean): string | undefined;
  /** Key and value, with the comments directly above, for a block. */
  block(indent: string): string | undefined;
}

/** The spelling of an entry under a name that may be new; undefined: the other text has another format. */
export function rawEntry(target: TextDocument, { document, path }: Source, key: string): RawEntry | undefined {
  const { text } = document;
  const keyRange = document.keyRangeOf(path);
  const range = document.rangeOf(path);
  if (document.format !== target.format || keyRange === undefined || range === undefined) return undefined;
  const eol = endOfLine(target);
  const value = text.slice(range.start, range.end);
  const name = path.at(-1) === key ? text.slice(keyRange.start, keyRange.end) : keyText(target, false, key);
  const inFlow = isFlow(document, path.slice(0, -1));
  const units = [indentUnit(document), indentUnit(target)] as const;
  const scale = document.format === 'json' ? units : undefined;
  const from = inFlow
    ? indentOfLine(text, keyRange.start)
    : ' '.repeat(keyRange.start - lineStart(text, keyRange.start));
  return {
    flow: (indent, pretty) => {
      if (!inFlow && !isFlow(document, path)) return undefined;
      if (!pretty && value.includes('\n')) return undefined;
      return indented(value, from, indent, eol, scale);
    },
    block: (indent) => {
      if (inFlow) return `${name}: ${indented(value, from, indent, eol, scale)}`;
      const entry = text.slice(keyRange.end, endOfEntry(text, range)).trimEnd();
      const above = text.slice(startOfComments(text, keyRange.start), lineStart(text, keyRange.start)).trimStart();
      return indented(above === '' ? name + entry : `${above}${from}${name}${entry}`, from, indent, eol, scale);
    },
  };
}

/** Where the comment lines directly above a key begin, those of its own indentation. */
export function startOfComments(text: string, at: number): number {
  let start = lineStart(text, at);
  const indent = indentBefore(text, at);
  if (indent === undefined) return start;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    if (!line.startsWith(`${indent}#`)) break;
    start = above;
  }
  return start;
}

/** What follows the first line, moved from one indentation to another; steps of another size become those of the target. */
function indented(
  text: string,
  from: string,
  to: string,
  eol: string,
  scale: readonly [string, string] | undefined,
): string {
  return text
    .split(/\r?\n/)
    .map((line, index) => {
      if (index === 0 || line.trim() === '') return index === 0 ? line : line.trim();
      if (!line.startsWith(from)) return to + line.trimStart();
      const rest = line.slice(from.length);
      return to + (scale === undefined ? rest : stepped(rest, scale));
    })
    .join(eol);
}

function stepped(line: string, [from, to]: readonly [string, string]): string {
  if (from === to) return line;
  let steps = 0;
  while (line.startsWith(from, steps * from.length)) steps++;
  return to.repeat(steps) + line.slice(steps * from.length);
}
