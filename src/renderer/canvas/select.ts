import { emptySelection, type Selection } from '../../editor/define.js';
import { studio } from '../studio/studio.js';
import { contextOf, noteOf } from './types.js';

/** The kinds of a selection, by ids of the canvas. */
export function selectionOf(ids: Iterable<string>): Selection {
  const nodes = new Set<string>();
  const contexts = new Set<string>();
  const notes = new Set<string>();
  for (const id of ids) {
    const [context, note] = [contextOf(id), noteOf(id)];
    if (context !== undefined) contexts.add(context);
    else if (note !== undefined) notes.add(note);
    else nodes.add(id);
  }
  return { ...emptySelection, nodes, contexts, notes };
}

/** Both selections. */
export const joined = (a: Selection, b: Selection): Selection => ({
  nodes: new Set([...a.nodes, ...b.nodes]),
  connections: new Set([...a.connections, ...b.connections]),
  contexts: new Set([...a.contexts, ...b.contexts]),
  notes: new Set([...a.notes, ...b.notes]),
});

/** Selects things of the canvas, alone or with what is selected. */
export function selectOnCanvas(ids: Iterable<string>, isAdding = false): void {
  const { editor } = studio.getState();
  const wanted = selectionOf(ids);
  editor.select(isAdding ? joined(editor.getState().selection, wanted) : wanted);
}
