import { entries, lookup } from '../../model/design.js';
import { defineCommand, type EditorState } from '../define.js';
import type { FindMatch } from '../find.js';
import { replaceMatches } from '../replace-text.js';
import { withFollowingId } from './rename-node.js';

export interface ReplaceArgs {
  /** What `findInDesign` found, all of it or some. */
  readonly matches: readonly FindMatch[];
  readonly replacement: string;
}

/** Replaces what was found, as one step. Ids are not replaced: where they are not fixed they follow the new labels. */
export const replace = defineCommand<ReplaceArgs>({
  id: 'replace',
  label: { en: 'Replace', ja: '置換' },
  enabled: () => true,
  run: (state, { matches, replacement }) => {
    const design = replaceMatches(state.design, matches, replacement);
    const count = matches.filter(({ isReplaceable }) => isReplaceable).length;
    const relabelled = entries(state.design.nodes)
      .filter(([id, { label }]) => lookup(design.nodes, id)?.label !== label)
      .map(([id]) => id);
    return {
      state: relabelled.reduce<EditorState>(withFollowingId, { design, selection: state.selection }),
      undo: 'step',
      name: { en: `Replace ${String(count)} matches`, ja: `${String(count)} 件を置換` },
    };
  },
});
