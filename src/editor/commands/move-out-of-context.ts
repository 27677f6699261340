import { lookup, type Point } from '../../model/design.js';
import { defineCommand } from '../define.js';
import { withMembership } from './move-into-context.js';
import { moveInLayout } from './move-nodes.js';
import { nameOf } from './selection.js';

export interface MoveOutOfContextArgs {
  readonly nodes: readonly string[];
  /** Where they were dropped: the move and the change of context are one step. */
  readonly positions?: Readonly<Record<string, Point>>;
}

/** Makes nodes members of no context. */
export const moveOutOfContext = defineCommand<MoveOutOfContextArgs>({
  id: 'move-out-of-context',
  label: { en: 'Move out of the context', ja: 'コンテキストから除外' },
  enabled: () => true,
  run: ({ design, selection }, { nodes, positions = {} }) => {
    const name = nameOf(nodes.map((id) => lookup(design.nodes, id)?.label ?? id));
    return {
      state: { design: moveInLayout(withMembership(design, nodes, undefined), positions), selection },
      undo: 'step',
      name: { en: `Move ${name.en} out of the context`, ja: `${name.ja}をコンテキストから除外` },
    };
  },
});
