import { stateAt } from '../definition.js';
import type { Path } from '../document.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft, nameOf } from './draft.js';
import { ownerOf } from './set-field.js';

export interface RemoveFieldArgs {
  readonly owner: Path;
  readonly field: Path;
}

/** Removes a field of a state or a machine, also deep inside. */
export const removeField = defineEdit<RemoveFieldArgs>({
  id: 'remove-field',
  label: { en: 'Remove the field', ja: 'フィールドを削除' },
  announces: 'any',
  run: (tree, { owner, field }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      ownerOf(draft, owner);
      const parent = [...owner, ...field.slice(0, -1)];
      if (Array.isArray(draft.valueAt(parent))) draft.removeItem(parent, Number(nameOf(field)));
      else if (field.length > 0) draft.remove([...owner, ...field]);
      return { text: draft.text, select: stateAt(draft.tree, owner) === undefined ? [] : [owner] };
    }),
});
