import { lookup } from '../../model/design.js';
import { isObject, machineAt, walkStates, type QueryLanguage, type State, type StateMachine } from '../definition.js';
import { isStateType, languageOfField } from '../fields.js';
import { refuse } from './define.js';
import type { DefinitionDraft } from './draft.js';

/** Whether anything in a state depends on its query language. */
export function usesLanguage({ type, fields, queryLanguage }: State): boolean {
  if (!isStateType(type)) return false;
  if (type === 'Choice') return true;
  if (Object.keys(fields).some((field) => languageOfField(type, field) === queryLanguage)) return true;
  const text = JSON.stringify(fields);
  return queryLanguage === 'JSONata' ? text.includes('{%') : /\.\$"|"\$\.|\{"Assign"|"Assign":/.test(text);
}

/**
 * Lets states keep their meaning in a machine of another query language: each says its own. JSONPath cannot be said in
 * a JSONata definition.
 */
export function fitLanguage(draft: DefinitionDraft, states: readonly State[], language: QueryLanguage): void {
  const all = states.flatMap((state) => [state, ...statesIn(state)]);
  for (const state of all) {
    if (state.queryLanguage === language || !usesLanguage(state)) continue;
    if (state.queryLanguage === 'JSONPath') {
      if (draft.tree.queryLanguage === 'JSONata' || language === 'JSONata')
        refuse('language-differs', { state: state.name });
      continue;
    }
    if (lookup(state.fields, 'QueryLanguage') === undefined && insideSays(draft, state) === undefined)
      draft.put([...state.path, 'QueryLanguage'], state.queryLanguage, 'Type');
  }
}

/** The language that a machine inside the moved states says itself, which moves with it. */
function insideSays(draft: DefinitionDraft, state: State): unknown {
  const machine = machineAt(draft.tree, state.path.slice(0, -2));
  return machine?.path.length === 0
    ? undefined
    : machine && isObject(machine.fields)
      ? lookup(machine.fields, 'QueryLanguage')
      : undefined;
}

function* statesIn(state: State): Generator<State> {
  for (const machine of machinesOf(state)) yield* walkStates(machine);
}

const machinesOf = (state: State): readonly StateMachine[] =>
  state.itemProcessor === undefined ? state.branches : [...state.branches, state.itemProcessor];
