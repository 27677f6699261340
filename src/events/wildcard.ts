import type { Localized } from '../model/localized.js';

/** A character that has to be there, or undefined for `*`. `\*` and `\\` stand for themselves. */
function partsOf(pattern: string): readonly (string | undefined)[] {
  const parts: (string | undefined)[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '\\') parts.push(pattern.charAt(++at));
    else parts.push(character === '*' ? undefined : character);
  }
  return parts;
}

/** What is wrong with a wildcard pattern; undefined: nothing. */
export function wildcardError(pattern: string): Localized | undefined {
  for (let at = 0; at < pattern.length; at++) {
    if (pattern.startsWith('**', at)) return texts.twice;
    if (pattern.charAt(at) !== '\\') continue;
    const escaped = pattern.charAt(++at);
    if (escaped !== '*' && escaped !== '\\') return texts.escape;
  }
  return undefined;
}

/** Whether a text matches, in time linear in both for each `*`: patterns of people never make it hang. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const parts = partsOf(pattern);
  let at = 0;
  let part = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const wanted = parts[part];
    if (part < parts.length && wanted === undefined) {
      star = part++;
      resume = at;
    } else if (part < parts.length && wanted === text.charAt(at)) {
      part++;
      at++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++resume;
    } else return false;
  }
  return parts.slice(part).every((rest) => rest === undefined);
}

const texts = {
  twice: { en: 'two * in a row are not allowed', ja: '* を 2 つ続けることはできません。' },
  escape: {
    en: 'a backslash stands before * or another backslash only',
    ja: 'バックスラッシュは * またはバックスラッシュの前にのみ使用できます。',
  },
} as const satisfies Record<string, Localized>;
