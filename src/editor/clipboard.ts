import type { Design } from '../model/design.js';
import { parseSelection } from '../model/parse.js';
import { isError, problem, type Problem } from '../model/problems.js';
import { serialiseSelection } from '../model/serialise.js';
import type { EditorState } from './define.js';
import { partOf } from './part.js';

/** Of nodes, connections, contexts and notes each: more than a design has that people draw. */
const maxPasted = 3000;

/** Whether anything selected can be copied: connections are copied with their nodes alone. */
export const canCopy = ({ selection: { nodes, contexts, notes } }: EditorState): boolean =>
  nodes.size + contexts.size + notes.size > 0;

/** What is selected as YAML text for the clipboard; it can be pasted into another design, window or text. */
export const copySelection = ({ design, selection }: EditorState): string =>
  serialiseSelection(partOf(design, selection));

/**
 * What a text from the clipboard holds: a copied selection, a whole design, or nodes written by hand. Never throws: any
 * other text gives the problems that say why.
 */
export function readClipboard(text: string): { readonly fragment: Design } | { readonly problems: readonly Problem[] } {
  const { design, problems } = parseSelection(text);
  if (design === undefined) return { problems: problems.filter(isError) };
  const count = Math.max(
    ...[design.nodes, design.connections, design.contexts, design.notes].map((record) => Object.keys(record).length),
  );
  if (count > maxPasted) return { problems: [problem('selection-too-many', { count, limit: maxPasted })] };
  const isEmpty = [design.nodes, design.contexts, design.notes].every((record) => Object.keys(record).length === 0);
  return isEmpty ? { problems: [problem('not-a-selection', {})] } : { fragment: design };
}
