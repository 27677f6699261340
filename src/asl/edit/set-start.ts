import type { Path } from '../document.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft } from './draft.js';

export interface SetStartArgs {
  readonly state: Path;
}

/** Lets the machine of a state start there. */
export const setStart = defineEdit<SetStartArgs>({
  id: 'set-start',
  label: { en: 'Start here', ja: 'ここから開始' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { state: path }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const { name } = draft.state(path);
      const machine = draft.machineOf(path);
      if (machine.states.get(name) === undefined) return refuse('state-missing');
      draft.lead({ kind: 'start', machine: machine.path }, name);
      return { text: draft.text, select: [path] };
    }),
});
