import type { Json } from '../../model/design.js';
import type { JsonObject } from '../definition.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft, doneName } from './draft.js';
import { gapAt, withFlow, type Gap, type Place } from './place.js';
import { startingFields } from './starting-fields.js';
import type { Path } from '../document.js';

export interface InsertStateArgs {
  readonly at: Place;
  readonly name: string;
  /** Without what it leads to: that follows from the place. What its type needs is added. */
  readonly state: JsonObject;
}

/** Puts a new state on a transition, at the start, at the end, or into an empty machine. */
export const insertState = defineEdit<InsertStateArgs>({
  id: 'insert-state',
  label: { en: 'Insert a state', ja: 'ステートを挿入' },
  // A state that ends the workflow cuts off what followed.
  announces: [...otherWays, ...dataFlow, 'resource-missing'],
  run: (tree, { at, name, state }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const path = addInto(draft, gapAt(draft, at), name, state);
      return { text: draft.text, select: [path] };
    }),
});

export function addInto(draft: DefinitionDraft, gap: Gap, name: string, state: JsonObject): Path {
  const free = draft.freeName(name);
  const taken = { taken: new Set([free]) };
  const { machine, ref, behind } = gap;
  let { next } = gap;
  const { queryLanguage } = draft.machine(machine);
  const fields: Readonly<Record<string, Json>> = {
    ...state,
    ...startingFields(state, queryLanguage, (wanted) => draft.freeName(wanted, taken)),
  };
  if (fields['Type'] === 'Choice' && next === undefined) {
    next = draft.freeName(doneName, taken);
    draft.addState(machine, next, { Type: 'Succeed' }, behind);
  }
  const path = draft.addState(machine, free, withFlow(fields, next), behind);
  draft.lead(ref, free);
  return path;
}
