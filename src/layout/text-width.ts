/** Width of words in the fonts of the canvas, by rough widths of letters: the same on every machine, without a screen. */
export function textWidth(words: string, size: number): number {
  let width = 0;
  for (const letter of words) width += letterWidth(letter);
  return (width * size) / 11;
}

/** At 11 px. */
function letterWidth(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 11;
  if ("ijlI.,:;'|! ".includes(letter)) return 3.4;
  if ('mwMW@'.includes(letter)) return 9.6;
  return code >= 65 && code <= 90 ? 7.6 : 6.4;
}
