import type { HandlerLanguage, OperationsProfile } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';

/** What the settings of a design choose between, in the words of the forms. */
export const handlerLanguages: Readonly<Record<HandlerLanguage, Localized>> = {
  typescript: { en: 'TypeScript', ja: 'TypeScript' },
  python: { en: 'Python', ja: 'Python' },
};

export const operationsProfiles: Readonly<Record<OperationsProfile, Localized>> = {
  production: { en: 'Production: data kept, alarms', ja: '本番: データを保持、アラームあり' },
  workshop: { en: 'Workshop: data deleted, no alarms', ja: 'ワークショップ: データを削除、アラームなし' },
};

export const choicesOf = <Value extends string>(
  choices: Readonly<Record<Value, Localized>>,
  t: (text: Localized) => string,
): { readonly value: Value; readonly label: string }[] =>
  (Object.entries(choices) as [Value, Localized][]).map(([value, label]) => ({ value, label: t(label) }));
