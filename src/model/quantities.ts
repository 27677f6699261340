import type { NumberField } from './fields.js';
import { translate, type Localized } from './localized.js';

/** Numbers with their units, as people type and read them. */

type Unit = NumberField['unit'];

interface Part {
  readonly size: number;
  readonly words: Localized;
  /** What may be typed for it, in lower case. */
  readonly names: readonly string[];
}

const durations: readonly Part[] = [
  { size: 86_400, words: { en: ' d', ja: ' 日' }, names: ['d', 'day', 'days', '日', '日間'] },
  { size: 3600, words: { en: ' h', ja: ' 時間' }, names: ['h', 'hr', 'hour', 'hours', '時間'] },
  { size: 60, words: { en: ' min', ja: ' 分' }, names: ['m', 'min', 'mins', 'minute', 'minutes', '分', '分間'] },
  { size: 1, words: { en: ' s', ja: ' 秒' }, names: ['s', 'sec', 'secs', 'second', 'seconds', '秒', '秒間', ''] },
];

const sizes: readonly Part[] = [
  { size: 1024, words: { en: ' GB', ja: ' GB' }, names: ['g', 'gb', 'gib'] },
  { size: 1, words: { en: ' MB', ja: ' MB' }, names: ['m', 'mb', 'mib', ''] },
];

const counts: readonly Part[] = [{ size: 1, words: { en: '', ja: '' }, names: ['', '件', '回', '個'] }];

const partsOf = (unit: Unit): readonly Part[] =>
  unit === 'seconds' ? durations : unit === 'megabytes' ? sizes : counts;

/** One number with its unit; separators of thousands were taken out before. */
const term = /([+-]?\d+(?:\.\d+)?|[+-]?\.\d+)\s*([^\d\s.+-]*)\s*/y;
const longest = 60;

/** The number of a text such as `90`, `5m`, `1h 30m`, `1 時間 30 分` or `1.5 GB`; undefined where it is none. */
export function parseQuantity(unit: Unit, typed: string): number | undefined {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim().toLowerCase();
  if (text === '' || text.length > longest) return undefined;
  let sum = 0;
  let at = 0;
  let smallest = Infinity;
  while (at < text.length) {
    term.lastIndex = at;
    const match = term.exec(text);
    const part = partsOf(unit).find(({ names }) => names.includes(match?.[2] ?? ''));
    // From large to small, each once: `5m 5m` is more likely a slip than ten minutes.
    if (match === null || part === undefined || part.size >= smallest) return undefined;
    smallest = part.size;
    sum += Number(match[1]) * part.size;
    at += match[0].length;
  }
  const rounded = Math.round(sum * 1000) / 1000;
  return Number.isFinite(rounded) ? rounded : undefined;
}

/** A number as people say it: 5,400 seconds are `1 h 30 min`, 1,024 megabytes stay 1,024 MB, as AWS says it. */
export function quantityWords(unit: Unit, value: number): Localized {
  if (unit !== 'seconds' || !Number.isInteger(value) || value <= 0)
    return joined([{ count: value, words: partsOf(unit).at(-1)?.words ?? { en: '', ja: '' } }]);
  const terms: { readonly count: number; readonly words: Localized }[] = [];
  let rest = value;
  for (const { size, words } of durations) {
    const count = Math.floor(rest / size);
    if (count > 0) terms.push({ count, words });
    rest -= count * size;
  }
  // Said in one word where that is shorter than three.
  return terms.length > 2 ? joined([{ count: value, words: { en: ' s', ja: ' 秒' } }]) : joined(terms);
}

function joined(terms: readonly { readonly count: number; readonly words: Localized }[]): Localized {
  const inLanguage = (language: 'en' | 'ja'): string =>
    terms
      .map(
        ({ count, words }) =>
          translate({ en: '{count}', ja: '{count}' }, language, { count }) + translate(words, language),
      )
      .join(' ');
  return { en: inLanguage('en'), ja: inLanguage('ja') };
}

/** How far an arrow key goes: one of the unit that the number is said in. */
export function stepOf({ unit, step }: Pick<NumberField, 'unit' | 'step'>, value: number): number {
  if (step !== undefined) return step;
  if (unit === 'megabytes') return 64;
  if (unit !== 'seconds') return 1;
  return value >= 7200 ? 3600 : value >= 120 ? 60 : 1;
}
