import { aliases, japaneseWords, type Alias } from './aliases.js';
import { wordsOf } from './names.js';

/** One word that a person looks for, with what else it may mean. */
export interface Term {
  readonly text: string;
  readonly alias: Alias | undefined;
}

const maxLength = 200;
const maxTerms = 12;
/** What a pasted Resource says besides service and action. */
const noise =
  /arn:[a-z-]*:(?:states|scheduler):[^:\s]*:[^:\s]*:(?:aws-sdk:)?|\.(?:sync(?::2)?|waitForTaskToken)\b|aws-sdk/gi;

const termOf = (text: string): Term => ({ text, alias: aliases.get(text) });

/**
 * The words of a query, in either language. `isWord`: whether a word is one of the catalog, so that `ec2` stays whole
 * and `putItem` becomes two.
 */
export function termsOf(query: string, isWord: (text: string) => boolean): readonly Term[] {
  const text = query.normalize('NFKC').slice(0, maxLength).replace(noise, ' ');
  const terms: Term[] = [];
  for (const part of text.split(/[^\p{L}\p{N}ー-]+/u)) {
    const lower = part.toLowerCase();
    const { words, rest } = japaneseWords(lower);
    terms.push(...words.map(termOf));
    const latin = words.length > 0 ? [rest] : [part];
    for (const one of latin) terms.push(...latinTerms(one, isWord));
  }
  const seen = new Set<string>();
  return terms.filter(({ text: one }) => !seen.has(one) && seen.add(one)).slice(0, maxTerms);
}

function latinTerms(part: string, isWord: (text: string) => boolean): readonly Term[] {
  if (part === '') return [];
  const lower = part.toLowerCase();
  if (isWord(lower) || aliases.has(lower)) return [termOf(lower)];
  return part.split('-').flatMap(wordsOf).map(termOf);
}
