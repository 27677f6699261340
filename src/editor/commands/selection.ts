import { lookup, type Design } from '../../model/design.js';
import { emptySelection, type Selection } from '../define.js';

/** Nothing but these nodes. */
export const onlyNodes = (ids: Iterable<string>): Selection => ({ ...emptySelection, nodes: new Set(ids) });

/** Whether anything at all is selected. */
export const isAnySelected = ({ nodes, connections, contexts, notes }: Selection): boolean =>
  nodes.size + connections.size + contexts.size + notes.size > 0;

/** Labels as one text for the name of an undo step: the label of a single thing, else a count. */
export function nameOf(labels: readonly string[]): { readonly en: string; readonly ja: string } {
  const [first] = labels;
  return labels.length === 1 && first !== undefined
    ? { en: `"${first}"`, ja: `「${first}」` }
    : { en: `${String(labels.length)} items`, ja: `${String(labels.length)} 個のアイテム` };
}

interface Named {
  readonly nodes?: Iterable<string>;
  readonly contexts?: Iterable<string>;
  readonly notes?: Iterable<string>;
}

/** What things are called: nodes and contexts by their labels, a note by the beginning of its text. */
export function labelsOf(design: Design, { nodes = [], contexts = [], notes = [] }: Named): string[] {
  return [
    ...[...nodes].map((id) => lookup(design.nodes, id)?.label ?? id),
    ...[...contexts].map((id) => lookup(design.contexts, id)?.label ?? id),
    ...[...notes].map((id) => titleOfNote(lookup(design.notes, id)?.text ?? id)),
  ];
}

const maxTitle = 24;
const graphemes = new Intl.Segmenter();

/** The first line of a note that says something, shortened. */
export function titleOfNote(text: string): string {
  const line = text.split('\n', 50).find((one) => one.trim() !== '') ?? '';
  const title = line
    .replace(/^#+ /, '')
    .trim()
    .slice(0, 10 * maxTitle);
  const letters = Array.from(graphemes.segment(title), ({ segment }) => segment);
  return letters.length > maxTitle ? `${letters.slice(0, maxTitle).join('')}…` : title;
}
