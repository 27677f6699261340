import { lookup, type Point } from '../../model/design.js';
import { defineCommand } from '../define.js';
import { withMembership } from './move-into-context.js';
import { moveInLayout } from './move-nodes.js';
import { nameOf } from './selection.js';

export interface RemoveFromContextArgs {
  readonly nodes: readonly string[];
  /** Where they were dropped: the move and the change of context are one step. */
  readonly positions?: Readonly<Record<string, Point>>;
}

/** Takes nodes out of their contexts: those given, or else the selected ones. */
export const removeFromContext = defineCommand<void | RemoveFromContextArgs>({
  id: 'remove-from-context',
  label: { en: 'Remove from context', ja: 'コンテキストから除外' },
  inPalette: true,
  enabled: ({ selection }) => selection.nodes.size > 0,
  run: ({ design, selection }, args) => {
    const nodes = args?.nodes ?? [...selection.nodes];
    const name = nameOf(nodes.map((id) => lookup(design.nodes, id)?.label ?? id));
    return {
      state: { design: moveInLayout(withMembership(design, nodes, undefined), args?.positions ?? {}), selection },
      undo: 'step',
      name: { en: `Move ${name.en} out of the context`, ja: `${name.ja}をコンテキストから除外` },
    };
  },
});
