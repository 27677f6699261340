import { lookup, type Point } from '../../model/design.js';
import { defineCommand } from '../define.js';
import { contentsOf, moveInLayout } from '../move.js';

/** Moves what is selected by a little; what is locked stays. Arrow keys pressed one after the other are one step. */
export const nudge = defineCommand<{ readonly dx: number; readonly dy: number }>({
  id: 'nudge',
  label: { en: 'Move', ja: '移動' },
  enabled: ({ selection }) => selection.nodes.size + selection.contexts.size + selection.notes.size > 0,
  run: ({ design, selection }, { dx, dy }) => {
    const inside = contentsOf(design, selection.contexts);
    const shifted = (ids: Iterable<string>, places: Readonly<Record<string, Point>>): Record<string, Point> => {
      const moved: Record<string, Point> = {};
      for (const id of ids) {
        const at = lookup(places, id);
        if (at !== undefined) moved[id] = { x: at.x + dx, y: at.y + dy };
      }
      return moved;
    };
    const { layout } = design;
    const moved = moveInLayout(design, {
      nodes: shifted([...selection.nodes, ...inside.nodes], layout.nodes),
      contexts: shifted(selection.contexts, layout.contexts),
      notes: shifted([...selection.notes, ...inside.notes], layout.notes),
    });
    return { state: { design: moved, selection }, undo: 'merge', gesture: 'nudge' };
  },
});
