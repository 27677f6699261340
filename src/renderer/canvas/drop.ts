import { moveIntoContext } from '../../editor/commands/move-into-context.js';
import { moveNodes } from '../../editor/commands/move-nodes.js';
import { moveOutOfContext } from '../../editor/commands/move-out-of-context.js';
import { contextBox } from '../../layout/geometry.js';
import type { Point } from '../../model/design.js';
import { studio } from '../studio/studio.js';
import { contextChanges, type Moved } from './dragging.js';
import { contextOf, noteOf } from './types.js';

/** Writes a finished drag into the design, as one step: a move, or a change of context. */
export function drop(moved: Moved): void {
  const { editor } = studio.getState();
  const { design } = editor.getState();
  const positions: Record<string, Point> = {};
  const contexts: Record<string, Point & { readonly width: number; readonly height: number }> = {};
  const notes: Record<string, Point> = {};
  for (const [id, at] of moved) {
    const context = contextOf(id);
    const note = noteOf(id);
    const area = context === undefined ? undefined : contextBox(design, context);
    if (context !== undefined && area !== undefined) contexts[context] = { ...area, ...at };
    else if (note !== undefined) notes[note] = at;
    else positions[id] = at;
  }
  const changes = contextChanges(design, moved);
  const [first] = changes;
  const isOne = first !== undefined && changes.every(({ to }) => to === first.to);
  const nodes = changes.map(({ id }) => id);
  if (!isOne) editor.run(moveNodes, { nodes: positions, contexts, notes });
  else if (first.to === undefined) editor.run(moveOutOfContext, { nodes, positions });
  else editor.run(moveIntoContext, { nodes, context: first.to, positions });
}
