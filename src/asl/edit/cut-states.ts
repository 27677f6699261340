import type { Path } from '../document.js';
import { copyStates } from './copy-states.js';
import { defineEdit, type EditResult } from './define.js';
import { deleteStates } from './delete-states.js';

export interface CutStatesArgs {
  readonly states: readonly Path[];
}

export interface CutStates extends EditResult {
  /** For the clipboard. */
  readonly copied: string;
}

/** Deletes states and gives their text for the clipboard. */
export const cutStates = defineEdit<CutStatesArgs, CutStates>({
  id: 'cut-states',
  label: { en: 'Cut states', ja: 'ステートを切り取り' },
  announces: deleteStates.announces,
  run: (tree, args) => {
    const copied = copyStates(tree, args.states);
    if (copied === undefined) return { problem: { code: 'levels-differ', facts: {} } };
    const outcome = deleteStates.run(tree, args);
    return 'problem' in outcome ? outcome : { ...outcome, copied };
  },
});
