import type { FieldProblem } from '../../../model/fields.js';
import type { Localized } from '../../../model/localized.js';
import type { Translate } from '../../studio/studio.js';

const errorTexts = {
  'field-required': { en: 'Enter a value.', ja: '値を入力してください。' },
  'field-wrong-type': { en: 'Enter {expected}.', ja: '入力できる値: {expected}' },
  'field-out-of-range': {
    en: 'Enter a value between {min} and {max}{unit}.',
    ja: '入力できる範囲: {min}～{max}{unit}',
  },
  'field-pattern': { en: '{hint}', ja: '{hint}' },
} as const satisfies Record<FieldProblem['code'], Localized>;

/** What is wrong with the value of a field, for the line below it. */
export const problemText = ({ code, facts }: FieldProblem, t: Translate): string => t(errorTexts[code], facts);
