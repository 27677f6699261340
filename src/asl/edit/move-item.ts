import type { Path } from '../document.js';
import { errorOrder } from './announced.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft } from './draft.js';
import { checkItem, itemsOf, type ListField } from './list-fields.js';

export interface MoveItemArgs {
  readonly state: Path;
  readonly list: ListField;
  readonly from: number;
  /** Counted without the one that moves. */
  readonly to: number;
}

/** Moves a rule, a retrier or a catcher: the first that fits counts. */
export const moveItem = defineEdit<MoveItemArgs>({
  id: 'move-item',
  label: { en: 'Move the entry', ja: '項目を移動' },
  announces: errorOrder,
  run: (tree, { state, list, from, to }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const items = itemsOf(draft, state, list);
      checkItem(items, list, from);
      checkItem(items, list, to);
      draft.moveItem([...state, list], from, to);
      return { text: draft.text, select: [state] };
    }),
});
