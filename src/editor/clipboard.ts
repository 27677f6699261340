import type { Design } from '../model/design.js';
import { parseSelection } from '../model/parse.js';
import { isError, problem, type Problem } from '../model/problems.js';

/** Of nodes, connections, contexts and notes each: more than a design has that people draw. */
const maxPasted = 3000;

/** A key that every text has that could be pasted: prose is told apart before anything is wrong with its YAML. */
const saysNodes = /^\s*[{,]?\s*["']?(?:format|nodes|notes)["']?\s*:/m;

/**
 * What a text from the clipboard holds: a copied selection, a whole design, or nodes written by hand. Never throws: any
 * other text gives the problems that say why.
 */
export function readClipboard(text: string): { readonly fragment: Design } | { readonly problems: readonly Problem[] } {
  if (!saysNodes.test(text)) return { problems: [problem('not-a-selection', {})] };
  const { design, problems } = parseSelection(text);
  if (design === undefined) return { problems: problems.filter(isError) };
  const count = Math.max(
    ...[design.nodes, design.connections, design.contexts, design.notes].map((record) => Object.keys(record).length),
  );
  if (count > maxPasted) return { problems: [problem('selection-too-many', { count, limit: maxPasted })] };
  const isEmpty = [design.nodes, design.contexts, design.notes].every((record) => Object.keys(record).length === 0);
  return isEmpty ? { problems: [problem('not-a-selection', {})] } : { fragment: design };
}
