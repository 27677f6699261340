import { fold } from '../../model/fold.js';

export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A text in pieces, with what a search found in it marked: width, case and kana do not matter. */
export function highlight(text: string, query: string): readonly Piece[] {
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [{ text, isMatch: false }];
  const letters = Array.from(text);
  // Where each letter of the folded text comes from: folding can make several of one, or none.
  let folded = '';
  const origin: number[] = [];
  letters.forEach((letter, index) => {
    const plain = letter.trim() === '' ? ' ' : fold(letter);
    folded += plain;
    for (let made = 0; made < plain.length; made++) origin.push(index);
  });
  const marked = new Set<number>();
  for (const word of words)
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length))
      for (let offset = 0; offset < word.length; offset++) marked.add(origin[at + offset] ?? -1);
  const pieces: { text: string; isMatch: boolean }[] = [];
  letters.forEach((letter, index) => {
    const isMatch = marked.has(index);
    const last = pieces.at(-1);
    if (last?.isMatch === isMatch) last.text += letter;
    else pieces.push({ text: letter, isMatch });
  });
  return pieces;
}
