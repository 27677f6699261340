import type { NumberField } from '../../../model/fields.js';
import type { Localized } from '../../../model/localized.js';
import { quantityWords } from '../../../model/quantities.js';
import type { Translate } from '../../studio/studio.js';

/** Shown for several things with different values. */
export const mixedText = { en: 'Mixed', ja: '混在' } as const satisfies Localized;

/** What a number may be, with its unit: `128–10,240 MB`. */
export function rangeText({ min, max, unit }: NumberField, t: Translate): string {
  // Limits that nobody documents are not said.
  if (max === Number.MAX_SAFE_INTEGER && min === Number.MIN_SAFE_INTEGER) return '';
  if (max === Number.MAX_SAFE_INTEGER)
    return t({ en: '{low} or more', ja: '{low} 以上' }, { low: t(quantityWords(unit, min)) });
  const [low, high] = [t(quantityWords(unit, min)), t(quantityWords(unit, max))];
  const isOneUnit = unit === 'megabytes';
  return t({ en: '{low}–{high}', ja: '{low}～{high}' }, { low: isOneUnit ? low.replace(/ MB$/, '') : low, high });
}
