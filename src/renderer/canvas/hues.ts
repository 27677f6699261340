import type { Localized } from '../../model/localized.js';

/** Names of the seven hues of contexts, in the order of their indexes. */
export const hues: readonly Localized[] = [
  { en: 'Indigo', ja: 'インディゴ' },
  { en: 'Teal', ja: 'ティール' },
  { en: 'Ochre', ja: '黄土色' },
  { en: 'Green', ja: '緑' },
  { en: 'Violet', ja: '紫' },
  { en: 'Pink', ja: 'ピンク' },
  { en: 'Slate', ja: 'グレー' },
];
