import { addNote } from '../../editor/commands/add-note.js';
import type { Selection } from '../../editor/define.js';
import type { Point } from '../../model/design.js';
import { studio } from '../studio/studio.js';
import { canvasState } from './canvas-state.js';
import { contextAt } from './quick-insert.js';
import { areaNodeId, noteNodeId } from './types.js';

/** The id on the canvas of the one thing that is selected; undefined: it is none, or several. */
export function idOfSelected({ nodes, contexts, notes }: Selection): string | undefined {
  const ids = [...nodes, ...[...contexts].map(areaNodeId), ...[...notes].map(noteNodeId)];
  return ids.length === 1 ? ids[0] : undefined;
}

/** Puts a note on the canvas, into the context that lies there, and begins to write on it. */
export function addNoteAt(at: Point): void {
  const { editor, design, language } = studio.getState();
  const context = contextAt(design, at);
  editor.run(addNote, { at, language, ...(context === undefined ? {} : { context }) });
  const [added] = editor.getState().selection.notes;
  if (added !== undefined) canvasState.setState({ editing: noteNodeId(added) });
}
