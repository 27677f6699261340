import type { Json } from '../model/design.js';
import type { Localized } from '../model/localized.js';
import { translate } from '../model/localized.js';
import type { Path } from './document.js';
import { innerText, parseExpression } from './jsonata/parse.js';

export { isExpression } from './jsonata/parse.js';

/** What is wrong with a JSONata expression in `{% %}`, with its offset between them; undefined: nothing. */
export function expressionError(
  text: string,
): { readonly detail: Localized; readonly at: number | undefined } | undefined {
  const parsed = parseExpression(innerText(text));
  if (!('fault' in parsed)) return undefined;
  const { detail, facts, at } = parsed.fault;
  return { detail: { en: translate(detail, 'en', facts), ja: translate(detail, 'ja', facts) }, at };
}

/** Every string in a value, with its path. */
export function* stringsIn(
  value: Json | undefined,
  path: Path,
): Generator<{ readonly text: string; readonly path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* stringsIn(item, [...path, key]);
}
