import { lookup, type Json } from '../../model/design.js';
import type { Path } from '../document.js';
import { isStateType, languageOfField } from '../fields.js';
import { refuse } from './define.js';
import type { DefinitionDraft } from './draft.js';

/** The lists of a state that people add to, remove from and order. */
export type ListField = 'Choices' | 'Retry' | 'Catch';

/** The items of a list of a state; refused where its type has no such list. */
export function itemsOf(draft: DefinitionDraft, path: Path, list: ListField): readonly Json[] {
  const { type, fields } = draft.state(path);
  if (!isStateType(type) || languageOfField(type, list) === undefined) return refuse('list-unfit', { type, list });
  const items = lookup(fields, list);
  return Array.isArray(items) ? (items as readonly Json[]) : [];
}

export function checkItem(items: readonly Json[], list: ListField, index: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= items.length)
    refuse('item-missing', { list, index: index + 1 });
}
