import type { Path } from '../document.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft } from './draft.js';
import { checkItem, itemsOf, type ListField } from './list-fields.js';

export interface RemoveItemArgs {
  readonly state: Path;
  readonly list: ListField;
  readonly index: number;
}

/** Removes a rule, a retrier or a catcher of a state; the last rule of a Choice stays. */
export const removeItem = defineEdit<RemoveItemArgs>({
  id: 'remove-item',
  label: { en: 'Remove the entry', ja: '項目を削除' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { state, list, index }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const items = itemsOf(draft, state, list);
      checkItem(items, list, index);
      if (list === 'Choices' && items.length === 1) return refuse('last-rule');
      draft.removeItem([...state, list], index);
      return { text: draft.text, select: [state] };
    }),
});
