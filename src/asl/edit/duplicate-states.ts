import type { Path } from '../document.js';
import { otherWays, dataFlow } from './announced.js';
import { fragmentOf } from './copy-states.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft, type DefinitionDraft as Draft } from './draft.js';
import { putFragment } from './paste-states.js';
import { gapAt, gapBehind, type Gap } from './place.js';
import { mainExits, regionOf, type Region } from './region.js';

export interface DuplicateStatesArgs {
  readonly states: readonly Path[];
}

/** Puts a copy of states behind them, under names that are free. */
export const duplicateStates = defineEdit<DuplicateStatesArgs>({
  id: 'duplicate-states',
  label: { en: 'Duplicate states', ja: 'ステートを複製' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { states }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const region = regionOf(draft, states);
      const select = putFragment(draft, fragmentOf(tree, region).tree, gapOf(draft, region));
      return { text: draft.text, select };
    }),
});

/** Behind the last state by its main exit; before the first one where all of them end the workflow. */
function gapOf(draft: Draft, region: Region): Gap {
  const exit = mainExits(region).at(-1);
  if (exit !== undefined) return gapAt(draft, exit);
  return gapBehind(draft, region.entry.path);
}
