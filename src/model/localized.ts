/** The languages of the app. Every text a person sees exists in each of them. */
export type Language = 'en' | 'ja';

export const languages = ['en', 'ja'] as const satisfies readonly Language[];

/** A text whose English form depends on a number: `one` for exactly 1, `other` for the rest, chosen by the fact `count`. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** A text in every language; a missing one does not compile. `{name}` stands for a fact. */
export interface Localized {
  readonly en: string | Plural;
  readonly ja: string;
}

/** What a placeholder may stand for. A Localized fact is shown in the language of the text around it. */
export type Fact = string | number | Localized;
export type Facts = Readonly<Record<string, Fact>>;

const numberFormat: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en'),
  ja: new Intl.NumberFormat('ja'),
};

/**
 * The text in one language with its placeholders filled in. A placeholder without a fact stays visible as `{name}`,
 * so that a slip is seen and nothing is invented.
 */
export function translate(text: Localized, language: Language, facts: Facts = {}): string {
  const source = text[language];
  const template = typeof source === 'string' ? source : Number(facts['count']) === 1 ? source.one : source.other;
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(facts, name)) return whole;
    const fact = facts[name];
    if (fact === undefined) return whole;
    if (typeof fact === 'string') return fact;
    return typeof fact === 'number' ? numberFormat[language].format(fact) : translate(fact, language, facts);
  });
}

/** A text that reads the same in every language: product names, identifiers. */
export function sameInEveryLanguage(text: string): Localized {
  return { en: text, ja: text };
}
