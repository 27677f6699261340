import { lookup } from '../../model/design.js';
import { isObject, type JsonObject } from '../definition.js';
import type { Path } from '../document.js';
import { dataFlow, errorOrder, otherWays } from './announced.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft } from './draft.js';
import { itemsOf, type ListField } from './list-fields.js';

export interface AddItemArgs {
  readonly state: Path;
  /** A rule of a Choice, a retrier, a catcher. */
  readonly list: ListField;
  readonly item: JsonObject;
  /** Before the one at this index; undefined: at the end, but before one that takes every error. */
  readonly index?: number;
}

/** Adds a rule, a retrier or a catcher to a state. */
export const addItem = defineEdit<AddItemArgs>({
  id: 'add-item',
  label: { en: 'Add an entry', ja: '項目を追加' },
  // A way that a new entry opens can lead round and round.
  announces: [...errorOrder, ...dataFlow, ...otherWays],
  run: (tree, { state, list, item, index }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const items = itemsOf(draft, state, list);
      const next = lookup(item, 'Next');
      if (typeof next === 'string' && !draft.machineOf(state).states.has(next))
        return refuse('target-missing', { state: next });
      const last = items.at(-1);
      const end = list !== 'Choices' && isObject(last) && takesAll(last) ? items.length - 1 : items.length;
      draft.insertItem([...state, list], Math.min(Math.max(index ?? end, 0), items.length), item);
      return { text: draft.text, select: [state] };
    }),
});

const takesAll = (item: JsonObject): boolean => {
  const errors = lookup(item, 'ErrorEquals');
  return Array.isArray(errors) && errors.includes('States.ALL');
};
