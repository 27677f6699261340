import { lookup, type Json } from '../../model/design.js';
import type { DefinitionTree, JsonObject, State, StateMachine } from '../definition.js';
import type { Path } from '../document.js';
import { languageOfField, type StateType } from '../fields.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft, doneName } from './draft.js';
import { onwardFrom, withFlow } from './place.js';
import { putFields } from './replace-state.js';
import { startingFields } from './starting-fields.js';

export interface ChangeTypeArgs {
  readonly state: Path;
  readonly type: StateType;
  /** What the new type needs, such as a Resource. */
  readonly fields?: JsonObject;
}

/** Gives a state another type: fields that both have stay, and it goes on leading to what followed it. */
export const changeType = defineEdit<ChangeTypeArgs>({
  id: 'change-type',
  label: { en: 'Change the type', ja: 'タイプを変更' },
  announces: [...otherWays, ...dataFlow, 'resource-missing'],
  run: (tree, { state: path, type, fields = {} }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const state = draft.state(path);
      if (state.type === type) return { text: draft.text, select: [path] };
      let next = onwardFrom(state)[0]?.target;
      if (type === 'Choice' && next === undefined) {
        next = draft.freeName(doneName);
        draft.addState(path.slice(0, -2), next, { Type: 'Succeed' }, state.name);
      }
      const carried = carriedMachine(state, type);
      const kept = { ...keptFields(state, type), ...carried?.fields, ...fields, Type: type };
      const whole = { ...kept, ...startingFields(kept, state.queryLanguage, (wanted) => draft.freeName(wanted)) };
      putFields(draft, path, withFlow(whole, next));
      if (carried !== undefined) copyStatesInto(draft, tree, carried.machine, [...path, ...carried.inside]);
      return { text: draft.text, select: [path] };
    }),
});

/** In the order of the text. Fields whose values mean something else in the new type are left out. */
const keptFields = ({ fields, queryLanguage }: State, type: StateType): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(fields).filter(([field]) => {
      const language = languageOfField(type, field);
      return (language === 'both' || language === queryLanguage) && (hasResult(type) || !usesResult(fields, field));
    }),
  );

const hasResult = (type: StateType): boolean => ['Task', 'Parallel', 'Map'].includes(type);
const usesResult = (fields: JsonObject, field: string): boolean =>
  JSON.stringify(lookup(fields, field)).includes('$states.result');

interface Carried {
  /** Around an empty machine: its states are copied as they are spelt. */
  readonly fields: JsonObject;
  readonly machine: StateMachine;
  /** From the state to the machine. */
  readonly inside: Path;
}

/** The states inside: what was the first branch becomes the processor, and the other way round. */
function carriedMachine({ branches, itemProcessor }: State, type: StateType): Carried | undefined {
  const [first] = branches;
  if (type === 'Map' && first !== undefined)
    return {
      fields: { ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...first.fields, States: {} } },
      machine: first,
      inside: ['ItemProcessor'],
    };
  if (type !== 'Parallel' || itemProcessor === undefined) return undefined;
  const { ProcessorConfig: _config, ...machine } = itemProcessor.fields;
  return { fields: { Branches: [{ ...machine, States: {} }] }, machine: itemProcessor, inside: ['Branches', '0'] };
}

function copyStatesInto(draft: DefinitionDraft, tree: DefinitionTree, from: StateMachine, to: Path): void {
  let behind: string | undefined;
  for (const { name, path } of from.states.values()) {
    draft.copy([...to, 'States'], name, { document: tree.document, path }, behind);
    behind = name;
  }
}
