import type { Path } from '../document.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft } from './draft.js';
import { dataFlow } from './announced.js';

export interface RemoveBranchArgs {
  readonly state: Path;
  readonly index: number;
}

/** Removes a branch of a Parallel state with all its states; the last one stays. */
export const removeBranch = defineEdit<RemoveBranchArgs>({
  id: 'remove-branch',
  label: { en: 'Remove the branch', ja: 'ブランチを削除' },
  announces: dataFlow,
  run: (tree, { state: path, index }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const { type, branches } = draft.state(path);
      if (type !== 'Parallel') return refuse('no-branches');
      if (branches[index] === undefined) return refuse('item-missing', { list: 'Branches', index });
      if (branches.length === 1) return refuse('last-branch');
      draft.removeItem([...path, 'Branches'], index);
      return { text: draft.text, select: [path] };
    }),
});
