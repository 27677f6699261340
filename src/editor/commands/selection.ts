import { emptySelection, type Selection } from '../define.js';

/** Nothing but these nodes. */
export const onlyNodes = (ids: Iterable<string>): Selection => ({ ...emptySelection, nodes: new Set(ids) });

/** Whether anything at all is selected. */
export const isAnySelected = ({ nodes, connections, contexts }: Selection): boolean =>
  nodes.size + connections.size + contexts.size > 0;

/** Labels as one text for the name of an undo step: the label of a single thing, else a count. */
export function nameOf(labels: readonly string[]): { readonly en: string; readonly ja: string } {
  const [first] = labels;
  return labels.length === 1 && first !== undefined
    ? { en: `"${first}"`, ja: `「${first}」` }
    : { en: `${String(labels.length)} items`, ja: `${String(labels.length)} 個のアイテム` };
}
