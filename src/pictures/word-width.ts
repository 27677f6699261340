/**
 * Width of words in the fonts of pictures. Closer than `layout/text-width.ts`, which has to be generous because it makes
 * room: here it decides where words are cut. Advance widths of Inter in hundredths of the size; other system fonts are
 * as wide or narrower, and a wider one is fitted by `textLength`.
 */
const widths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [26, "ijlI.,:;'|!"],
      [28, ' '],
      [36, 'ft()[]{}-r/\\"`'],
      [52, 'sczxJ?'],
      [57, 'kvyaeLFE'],
      [61, 'bdghnopqu0123456789_$~*+<>=TPRSBXYZK'],
      [68, 'VACUH'],
      [76, 'DGNOQ&'],
      [84, 'wmM%'],
      [98, 'W@'],
    ] as const
  ).flatMap(([width, letters]) => Array.from(letters).map((letter) => [letter, width])),
);

const ellipsis = 0x2026;
/** Of letters that are not in the table. */
const other = 61;

function letterWidth(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code === ellipsis) return 84;
  // Chinese, Japanese and Korean letters are as wide as they are high; so are most signs above them.
  if (code >= 0x2e80) return 100;
  return widths[letter] ?? other;
}

/** In pixels. */
export function wordWidth(words: string, size: number, weight = 400): number {
  let width = 0;
  for (const letter of words) width += letterWidth(letter);
  return (width * size * (weight >= 600 ? 1.05 : 1)) / 100;
}
