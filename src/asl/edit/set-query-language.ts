import { stateAt, type QueryLanguage } from '../definition.js';
import type { Path } from '../document.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft } from './draft.js';
import { ownerOf } from './set-field.js';

export interface SetQueryLanguageArgs {
  /** A state, or `[]` for the definition. */
  readonly owner: Path;
  /** Undefined: that of what is around. */
  readonly language: QueryLanguage | undefined;
}

/** Says the query language of a definition or a state; what is written in the other one is converted elsewhere. */
export const setQueryLanguage = defineEdit<SetQueryLanguageArgs>({
  id: 'set-query-language',
  label: { en: 'Set the query language', ja: 'クエリ言語を設定' },
  announces: 'any',
  run: (tree, { owner, language }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      ownerOf(draft, owner);
      const path = [...owner, 'QueryLanguage'];
      if (language === undefined) draft.remove(path);
      else draft.put(path, language, owner.length === 0 ? 'Comment' : 'Type');
      return { text: draft.text, select: stateAt(draft.tree, owner) === undefined ? [] : [owner] };
    }),
});
