import { machineAt, parseDefinition, type DefinitionTree, type StateMachine } from '../../../asl/definition.js';
import { defineEdit, type EditOutcome } from '../../../asl/edit/define.js';
import { definitionEdits } from '../../../asl/edit/index.js';
import type { Place } from '../../../asl/edit/place.js';
import { caughtInto, type CatchPlace } from './caught-into.js';
import type { Path } from '../../../asl/document.js';
import type { NewState } from './task-state.js';

/** A state, or several as the text of a definition. */
export type Put = { readonly at: Place | CatchPlace } & ({ readonly one: NewState } | { readonly copied: string });

/** Puts something from the palette into a place; the state that stands in for an empty machine goes. */
export const put = defineEdit<Put>({
  id: 'put-states',
  label: { en: 'Add states', ja: 'ステートを追加' },
  announces: definitionEdits.pasteStates.announces,
  run: (tree, args) => {
    const { at } = args;
    if (at.kind === 'new-catch')
      return caughtInto(tree, at.state, putInto(tree, args, { kind: 'next', state: at.state }));
    const stand = standIn(machineAt(tree, machineOf(at)));
    const outcome = putInto(tree, args, at);
    if ('problem' in outcome || stand === undefined) return outcome;
    const { tree: changed } = parseDefinition(outcome.text, tree.document.format);
    const removed = changed && definitionEdits.deleteStates.run(changed, { states: [stand] });
    return removed === undefined || 'problem' in removed ? outcome : { text: removed.text, select: outcome.select };
  },
});

function putInto(tree: DefinitionTree, args: Put, at: Place): EditOutcome {
  if ('copied' in args) return definitionEdits.pasteStates.run(tree, { copied: args.copied, at });
  const { name, state } = args.one;
  return definitionEdits.insertState.run(tree, { at, name, state });
}

/** The machine whose path a place is on. */
export const machineOf = (place: Place | CatchPlace): Path =>
  'machine' in place ? place.machine : place.state.slice(0, -2);

/** The only state of a machine, where it is one that new machines are made with. */
function standIn(machine: StateMachine | undefined): Path | undefined {
  const [state, second] = [...(machine?.states.values() ?? [])];
  if (machine === undefined || state === undefined || second !== undefined) return undefined;
  const isBare = Object.keys(state.fields).every((key) => key === 'Type' || key === 'End');
  const isNamedSo = machine.path.length === 0 ? state.name === 'Start' : /^Pass(?: \d+)?$/.test(state.name);
  return state.type === 'Pass' && isBare && isNamedSo ? state.path : undefined;
}
