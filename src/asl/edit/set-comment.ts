import { stateAt } from '../definition.js';
import type { Path } from '../document.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft } from './draft.js';
import { ownerOf } from './set-field.js';

export interface SetCommentArgs {
  /** A state, or a machine: `[]` is the definition. */
  readonly owner: Path;
  /** '' removes it. */
  readonly comment: string;
}

/** Sets what the Comment of a state or a machine says. */
export const setComment = defineEdit<SetCommentArgs>({
  id: 'set-comment',
  label: { en: 'Set the comment', ja: 'コメントを設定' },
  announces: [],
  run: (tree, { owner, comment }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      ownerOf(draft, owner);
      const path = [...owner, 'Comment'];
      if (comment === '') draft.remove(path);
      else draft.put(path, comment, 'Type');
      return { text: draft.text, select: stateAt(draft.tree, owner) === undefined ? [] : [owner] };
    }),
});
