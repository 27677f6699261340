import type { Json } from '../../model/design.js';
import { stateAt } from '../definition.js';
import type { Path } from '../document.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft, nameOf } from './draft.js';

export interface SetFieldArgs {
  /** Of a state or a machine; `[]` is the definition. */
  readonly owner: Path;
  /** From the owner: `['Retry', '0', 'MaxAttempts']`. */
  readonly field: Path;
  readonly value: Json;
}

/** Sets a field of a state or a machine, also deep inside; objects on the way are made. */
export const setField = defineEdit<SetFieldArgs>({
  id: 'set-field',
  label: { en: 'Set the field', ja: 'フィールドを設定' },
  announces: 'any',
  run: (tree, { owner, field, value }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      ownerOf(draft, owner);
      putDeep(draft, owner, field, value);
      return { text: draft.text, select: stateAt(draft.tree, owner) === undefined ? [] : [owner] };
    }),
});

/** Refuses a path where neither a state nor a machine is. */
export function ownerOf(draft: DefinitionDraft, owner: Path): void {
  if (owner.at(-2) === 'States') draft.state(owner);
  else draft.machine(owner);
}

function putDeep(draft: DefinitionDraft, owner: Path, field: Path, value: Json): void {
  const [first] = field;
  if (first === undefined) return;
  for (let length = 1; length < field.length; length++) {
    const part = draft.valueAt([...owner, ...field.slice(0, length)]);
    if (typeof part === 'object' && part !== null) continue;
    const nested = field.slice(length).reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
    draft.put([...owner, ...field.slice(0, length)], nested, behindOf(draft, owner, field[length - 1] ?? ''));
    return;
  }
  const parent = [...owner, ...field.slice(0, -1)];
  const list = draft.valueAt(parent);
  const index = Number(nameOf(field));
  if (!Array.isArray(list)) draft.put([...owner, ...field], value, behindOf(draft, parent, nameOf(field)));
  else if (Number.isInteger(index) && index >= 0 && index < list.length) draft.put([...owner, ...field], value);
  else draft.insertItem(parent, list.length, value);
}

/** What says where a state leads stays last: a new field stands before it. */
export function behindOf(draft: DefinitionDraft, parent: Path, field: string): string | undefined {
  if (field === 'Comment') return draft.document.keysOf(parent).find((key) => key === 'Type');
  const keys = draft.document.keysOf(parent);
  const flow = keys.findIndex((key, index) => index > 0 && ['Next', 'End', 'Catch', 'Retry'].includes(key));
  return flow > 0 && !['Next', 'End', 'Catch', 'Retry', 'Default'].includes(field) ? keys[flow - 1] : undefined;
}
