import { foldedText } from '../model/fold.js';

/** A piece of a text: offsets, the end excluded, and what stands there. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
  readonly found: string;
}

export interface TextOptions {
  readonly caseSensitive?: boolean;
  readonly wholeWord?: boolean;
}

/** The places of a query in a text, from the start, none over another. */
export function* matchesIn(text: string, query: string, options: TextOptions): Generator<TextMatch> {
  const exact = options.caseSensitive === true;
  const wanted = exact ? query : foldedText(query).text;
  if (wanted === '') return;
  const folded = exact ? undefined : foldedText(text);
  const searched = folded?.text ?? text;
  for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + wanted.length)) {
    const start = folded?.offsets[at] ?? at;
    const end = folded === undefined ? at + wanted.length : endOf(folded.offsets, at + wanted.length);
    // Half of a letter that folds to several, such as ㌔.
    const isHalf = folded !== undefined && (folded.offsets[at - 1] === start || start >= end);
    if (isHalf || (options.wholeWord === true && !isWord(text, start, end))) continue;
    yield { start, end, found: text.slice(start, end) };
  }
}

/** Where the last letter of a match ends: at the next letter that came from elsewhere. */
function endOf(offsets: readonly number[], at: number): number {
  const last = offsets[at - 1] ?? 0;
  const next = offsets[at] ?? last;
  // The match ends within a letter that folds to several: it is no match of whole letters.
  return next === last ? last : next;
}

/** Whether a piece stands by itself: nothing of its own script touches it. Japanese is written without spaces. */
function isWord(text: string, start: number, end: number): boolean {
  return !touches(text, start) && !touches(text, end);
}

const scripts = [/[\p{Script=Latin}\p{N}_]/u, /\p{Script=Hiragana}/u, /[\p{Script=Katakana}ー]/u, /\p{Script=Han}/u];

function touches(text: string, at: number): boolean {
  const before = /.$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0];
  const after = /^./su.exec(text.slice(at, at + 2))?.[0];
  if (before === undefined || after === undefined) return false;
  const known = scripts.find((script) => script.test(before));
  if (known !== undefined) return known.test(after);
  const isLetter = /\p{L}/u;
  return isLetter.test(before) && isLetter.test(after) && !scripts.some((script) => script.test(after));
}
