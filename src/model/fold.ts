/**
 * A text as search compares it: without width, case, and the difference of hiragana and katakana, so that `ｓｑｓ`,
 * `きゅー` and `ｷｭｰ` find what they mean.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A folded text with where each of its letters came from, so that what is found in it can be shown and replaced. */
export interface FoldedText {
  readonly text: string;
  /** For each place in the folded text, and for its end: the offset in the original. */
  readonly offsets: readonly number[];
}

/** Letters that change with what follows: `ｷ` with `ﾞ` is one letter, as are a letter and its accent. */
const letters = /[^\p{M}ﾞﾟ][\p{M}ﾞﾟ]*|[\p{M}ﾞﾟ]+/gsu;

/** Folds letter by letter: unlike `fold` it keeps every space, and knows the way back. */
export function foldedText(original: string): FoldedText {
  let text = '';
  const offsets: number[] = [];
  for (const match of original.matchAll(letters)) {
    const [letter] = match;
    const folded = /^\s/.test(letter) ? letter.replace(/\s/g, ' ') : fold(letter);
    for (let index = 0; index < folded.length; index++) offsets.push(match.index);
    text += folded;
  }
  offsets.push(original.length);
  return { text, offsets };
}

/**
 * How well texts answer a query, smaller is better; undefined: not at all. Each word of the query has to be in one of
 * the texts; the first text (the name) weighs most, and a name that is the query itself comes before all.
 */
export function rank(query: string, texts: readonly string[]): number | undefined {
  const words = fold(query).split(' ');
  const folded = texts.map(fold);
  if (folded[0] === fold(query)) return -1;
  let total = 0;
  for (const word of words) {
    let best: number | undefined;
    folded.forEach((text, index) => {
      const at = text.indexOf(word);
      if (at === -1) return;
      const isStart = at === 0 || text[at - 1] === ' ';
      const score = index * 4 + (at === 0 ? 0 : isStart ? 1 : 2);
      if (best === undefined || score < best) best = score;
    });
    if (best === undefined) return undefined;
    total += best;
  }
  return total;
}
