import { wordWidth } from './word-width.js';

/** Words that fit: pictures have no layout engine that cuts them. */

const ellipsis = '…';
/** No line of a picture shows more; nobody waits for a longer text to be cut. */
const longest = 400;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const graphemes = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** One line: no line ends, no runs of spaces. */
const oneLine = (text: string): string => text.slice(0, longest).replace(/\s+/g, ' ').trim();

/** As much of a text as is at most so wide, with an ellipsis where something is missing. Never cuts a letter in two. */
export function fitted(text: string, width: number, size: number, weight = 400): string {
  const line = oneLine(text);
  if (line === '' || width <= 0) return '';
  if (text.length <= longest && wordWidth(line, size, weight) <= width) return line;
  const room = width - wordWidth(ellipsis, size, weight);
  let kept = '';
  let used = 0;
  for (const letter of graphemes(line)) {
    used += graphemeWidth(letter, size, weight);
    if (used > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}${ellipsis}`;
}

/** A family of four is one letter wide. */
const graphemeWidth = (letter: string, size: number, weight: number): number =>
  letter.length > 2 ? Math.min(wordWidth(letter, size), size * 1.2) : wordWidth(letter, size, weight);

/** Lines of a text: broken at its own line ends and where a line is full, the last one cut. */
export function wrapped(text: string, width: number, size: number, lines: number): readonly string[] {
  const result: string[] = [];
  for (const paragraph of text.slice(0, longest * lines).split(/\r\n|[\n\r\u2028\u2029]/)) {
    let line = '';
    let used = 0;
    for (const piece of pieces(paragraph)) {
      const own = wordWidth(piece, size);
      if (used + own > width && line !== '') {
        result.push(line.trimEnd());
        line = '';
        used = 0;
        if (piece.trim() === '') continue;
      }
      if (result.length >= lines) break;
      line += piece;
      used += own;
    }
    result.push(line.trimEnd());
    if (result.length > lines) break;
  }
  if (result.length <= lines) return result.map((line) => fitted(line, width, size));
  const shown = result.slice(0, lines);
  const last = shown.pop() ?? '';
  return [...shown.map((line) => fitted(line, width, size)), fitted(`${last}${ellipsis}`, width, size)];
}

/** Where a line may break: after a space, and between letters that need none. */
const pieces = (text: string): readonly string[] =>
  text.match(/[^\s\u2e80-\u9fff\uac00-\ud7ff\uf900-\uffef]+\s*|[\s\S]\s*/gu) ?? [];
