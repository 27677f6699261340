import type { PaperSize } from './paper.js';

/** What browsers can hold as one picture of pixels. */

/** Longest side and most pixels: what Chromium, Firefox and Safari have in common on a computer. */
const longestSide = 16_384;
const mostPixels = 16_384 * 8_192;

/** The largest scale at which a drawing can be made of pixels, in steps of a quarter; below 1: it cannot. */
export function largestScale({ width, height }: PaperSize): number {
  const bySide = longestSide / Math.max(width, height, 1);
  const byArea = Math.sqrt(mostPixels / Math.max(width * height, 1));
  return Math.min(4, Math.floor(Math.min(bySide, byArea) * 4) / 4);
}
