import type { ChangeSet } from '@codemirror/state';

/**
 * A text and how an editor holds it, where every line break is one character. Changes of the editor come back as changes
 * of the text, so that its own line breaks stay as they were.
 */
export interface SourceText {
  readonly text: string;
  /** As the editor holds it. */
  readonly edited: string;
  /** A place of the text as a place of the editor. */
  toEdited(offset: number): number;
}

export function sourceText(text: string): SourceText {
  if (!text.includes('\r')) return { text, edited: text, toEdited: (offset) => offset };
  const breaks = doubleBreaks(text);
  return { text, edited: text.replace(/\r\n?/g, '\n'), toEdited: (offset) => offset - countBelow(breaks, offset) };
}

/** Offsets of the second half of every CR LF. */
function doubleBreaks(text: string): readonly number[] {
  return [...text.matchAll(/\r\n/g)].map(({ index }) => index + 1);
}

/** How many of some ascending numbers are smaller. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text after changes of the editor. New lines get the line break that the text begins with. */
export function applyChanges({ text }: SourceText, changes: ChangeSet): string {
  const doubles = text.includes('\r') ? doubleBreaks(text) : [];
  // The nth double break is one place further in the text than in the editor for each before it.
  const places = doubles.map((offset, index) => offset - index);
  const toSource = (place: number): number => place + countBelow(places, place + 1);
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const parts: string[] = [];
  let done = 0;
  changes.iterChanges((from, to, _from, _to, inserted) => {
    parts.push(text.slice(done, toSource(from)), inserted.toString().replaceAll('\n', lineBreak));
    done = toSource(to);
  });
  return parts.join('') + text.slice(done);
}
