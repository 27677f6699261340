import type { Path } from '../document.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft } from './draft.js';
import { wrapStates } from './wrap.js';

export interface WrapStatesArgs {
  readonly states: readonly Path[];
}

/** Puts states into the first branch of a new Parallel state. */
export const wrapInParallel = defineEdit<WrapStatesArgs>({
  id: 'wrap-in-parallel',
  label: { en: 'Wrap in Parallel', ja: 'Parallel で囲む' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { states }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const fields = (machine: Parameters<Parameters<typeof wrapStates>[3]>[0]) => ({
        Type: 'Parallel',
        Branches: [machine],
      });
      const path = wrapStates(draft, states, 'Parallel', fields, ['Branches', '0']);
      return { text: draft.text, select: [path] };
    }),
});
