import type { Json } from '../../model/design.js';
import type { QueryLanguage } from '../definition.js';
import type { Path } from '../document.js';
import { dataFlow, otherWays } from './announced.js';
import { fragmentOf } from './copy-states.js';
import { attempt, defineEdit, refuse, type EditResult } from './define.js';
import { DefinitionDraft } from './draft.js';
import { closeExits } from './place.js';
import { closedRegionOf, refAt } from './region.js';
import { sharedVariable } from './shared-variables.js';

export interface ExtractStatesArgs {
  readonly states: readonly Path[];
  /** Of the Task that takes their place. */
  readonly name: string;
  /** What names the new state machine: an ARN, or the substitution that stands for it. */
  readonly machine: string;
}

export interface ExtractedStates extends EditResult {
  /** The definition of the new state machine, in the format of the old one. */
  readonly definition: string;
}

export const startExecution = 'arn:aws:states:::states:startExecution.sync:2';

/** Makes states that are entered and left at one place a state machine of their own, started and awaited by a Task. */
export const extractStates = defineEdit<ExtractStatesArgs, ExtractedStates>({
  id: 'extract-states',
  label: { en: 'Extract a state machine', ja: 'ステートマシンとして抽出' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { states: paths, name, machine }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const region = closedRegionOf(draft, paths);
      const { states, into, next } = region;
      const variable = sharedVariable(tree, states);
      if (variable !== undefined) return refuse('variable-shared', { variable: `$${variable}` });
      const nested = fragmentOf(tree, region);
      const exits = region.exits.map((ref) => refAt(ref, ['States']));
      closeExits(nested, { machine: [], behind: states.at(-1)?.name }, exits, undefined);
      const free = draft.freeName(name, { free: region.names });
      const isTaken = region.names.has(free);
      const task = {
        ...startTask(machine, region.machine.queryLanguage),
        ...(next === undefined ? { End: true } : { Next: next }),
      };
      const path: Path = [...region.machine.path, 'States', free];
      if (isTaken) draft.put(path, task);
      else draft.addState(region.machine.path, free, task, states.at(-1)?.name);
      for (const { ref } of into) draft.lead(ref, free);
      for (const state of states) if (state.name !== free) draft.remove(state.path);
      return { text: draft.text, select: [path], definition: nested.text };
    }),
});

/** Passes its input on, and gives what the other machine gave. */
const startTask = (machine: string, language: QueryLanguage): Readonly<Record<string, Json>> =>
  language === 'JSONata'
    ? {
        Type: 'Task',
        Resource: startExecution,
        Arguments: { StateMachineArn: machine, Input: '{% $states.input %}' },
        Output: '{% $states.result.Output %}',
      }
    : {
        Type: 'Task',
        Resource: startExecution,
        Parameters: { StateMachineArn: machine, 'Input.$': '$' },
        OutputPath: '$.Output',
      };
