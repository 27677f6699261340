import type { Language } from '../../model/localized.js';

/** The language of the app for a system's languages (BCP 47), the most wanted first. */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^ja\b/i.test(tag)) return 'ja';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
