import { stringify } from 'yaml';
import type { Json } from '../model/design.js';
import { invariant } from '../model/invariant.js';
import { readText, type TextDocument } from './document.js';
import { equalJson } from './json-value.js';

/**
 * The first of the spliced texts that means what it should. Where none does (an anchor used elsewhere, an exotic
 * spelling) the whole text is written anew, so that the meaning is right in any case.
 */
export function checked(document: TextDocument, texts: readonly (string | undefined)[], value: Json): TextDocument {
  for (const text of texts) {
    if (text === undefined) continue;
    const { document: spliced, problems } = readText(text, document.format);
    if (spliced !== undefined && problems.length === 0 && equalJson(spliced.value, value)) return spliced;
  }
  const whole = document.format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : stringify(value, { lineWidth: 0 });
  const { document: written } = readText(whole, document.format);
  invariant(written, 'a value that was read can be written');
  return written;
}
