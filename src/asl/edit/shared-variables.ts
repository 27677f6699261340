import { lookup, type Json } from '../../model/design.js';
import { isObject, machinesIn, walkStates, type State, type StateMachine } from '../definition.js';
import { stringsIn } from '../expressions.js';

/** A variable that states share with what is around them: set in one, used in the other. */
export function sharedVariable(tree: StateMachine, inside: readonly State[]): string | undefined {
  const within = new Set(inside.flatMap((state) => [state, ...machinesIn(state).flatMap((m) => [...walkStates(m)])]));
  const outside = [...walkStates(tree)].filter((state) => !within.has(state));
  const shared = (setting: Iterable<State>, using: Iterable<State>): string | undefined => {
    const used = new Set([...using].flatMap((state) => [...variablesIn(state)]));
    return [...setting].flatMap(assigned).find((name) => used.has(name));
  };
  return shared(outside, within) ?? shared(within, outside);
}

/** The names that a state sets, at any place. */
function assigned({ fields }: State): readonly string[] {
  const lists = ['Choices', 'Catch'].flatMap((key) => {
    const items = lookup(fields, key);
    return Array.isArray(items) ? (items as readonly Json[]) : [];
  });
  return [fields, ...lists].flatMap((owner) => {
    const assign = isObject(owner) ? lookup(owner, 'Assign') : undefined;
    return isObject(assign) ? Object.keys(assign).map((name) => name.replace(/\.\$$/, '')) : [];
  });
}

/** What could be the name of a variable in the texts of a state; those of the states inside are their own. */
function* variablesIn({ fields }: State): Generator<string> {
  for (const [field, value] of Object.entries(fields)) {
    if (['Branches', 'ItemProcessor', 'Iterator'].includes(field)) continue;
    for (const { text } of stringsIn(value, []))
      for (const [, name = ''] of text.matchAll(/\$([\p{L}_][\p{L}\p{N}_]*)/gu)) yield name;
  }
}
