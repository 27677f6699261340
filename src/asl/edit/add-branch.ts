import type { Path } from '../document.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft } from './draft.js';
import { newMachine } from './starting-fields.js';

export interface AddBranchArgs {
  readonly state: Path;
  /** Before the branch at this index; undefined: behind the last. */
  readonly index?: number;
}

/** Adds a branch with one Pass state to a Parallel state. */
export const addBranch = defineEdit<AddBranchArgs>({
  id: 'add-branch',
  label: { en: 'Add a branch', ja: 'ブランチを追加' },
  announces: [],
  run: (tree, { state: path, index }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const { type, branches } = draft.state(path);
      if (type !== 'Parallel') return refuse('no-branches');
      const at = Math.min(Math.max(index ?? branches.length, 0), branches.length);
      const branch = newMachine((wanted) => draft.freeName(wanted));
      draft.insertItem([...path, 'Branches'], at, branch);
      return { text: draft.text, select: [[...path, 'Branches', String(at), 'States', branch.StartAt]] };
    }),
});
