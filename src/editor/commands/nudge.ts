import { lookup, type Point } from '../../model/design.js';
import { membersOf } from '../../model/graph.js';
import { entries } from '../../model/design.js';
import { defineCommand } from '../define.js';
import { moveInLayout } from './move-nodes.js';

/** Moves what is selected by a little. Arrow keys pressed one after the other are one step. */
export const nudge = defineCommand<{ readonly dx: number; readonly dy: number }>({
  id: 'nudge',
  label: { en: 'Move', ja: '移動' },
  enabled: ({ selection }) => selection.nodes.size + selection.contexts.size > 0,
  run: ({ design, selection }, { dx, dy }) => {
    const areas = entries(design.contexts)
      .map(([id]) => id)
      .filter((id) => selection.contexts.has(id));
    const nodes: Record<string, Point> = {};
    for (const id of [...selection.nodes, ...areas.flatMap((context) => membersOf(design, context))]) {
      const at = lookup(design.layout.nodes, id);
      if (at !== undefined) nodes[id] = { x: at.x + dx, y: at.y + dy };
    }
    const contexts: Record<string, Point> = {};
    for (const id of areas) {
      const at = lookup(design.layout.contexts, id);
      if (at !== undefined) contexts[id] = { x: at.x + dx, y: at.y + dy };
    }
    return { state: { design: moveInLayout(design, nodes, contexts), selection }, undo: 'merge', gesture: 'nudge' };
  },
});
