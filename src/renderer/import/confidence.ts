import type { Localized } from '../../model/localized.js';
import type { Confidence } from '../../importers/recognise/define.js';

/** How sure an import is of a connection, in a word. */
export const confidenceWords = {
  certain: { en: 'certain', ja: '確実' },
  likely: { en: 'likely', ja: 'ほぼ確実' },
  possible: { en: 'possible', ja: '可能性あり' },
} as const satisfies Record<Confidence, Localized>;

/** What the word is based on. */
export const confidenceReasons = {
  certain: { en: 'Written so in the template.', ja: 'テンプレートに明記されています。' },
  likely: {
    en: 'Put together from names and default values.',
    ja: '名前とデフォルト値の組み合わせから推定しました。',
  },
  possible: { en: 'Concluded from permissions.', ja: 'アクセス許可から推定しました。' },
} as const satisfies Record<Confidence, Localized>;

/** Of a connection that follows from a Task state or a setting. */
export const fromDefinition: Localized = { en: 'from the definition', ja: '定義から' };
