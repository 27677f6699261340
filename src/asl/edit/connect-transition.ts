import type { TransitionRef } from '../transitions.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft, fits, machineOfRef } from './draft.js';

export interface ConnectTransitionArgs {
  readonly transition: TransitionRef;
  /** The name of a state of the same machine. */
  readonly to: string;
}

/** Lets a transition that is there, or could be, lead to a state: Next, Default, a rule, a catcher, the start. */
export const connectTransition = defineEdit<ConnectTransitionArgs>({
  id: 'connect-transition',
  label: { en: 'Connect the transition', ja: '遷移を接続' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { transition, to }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const machine = draft.machine(machineOfRef(transition));
      if (!fits(draft, transition))
        return refuse('transition-missing', {
          type: transition.kind === 'start' ? '' : draft.state(transition.state).type,
        });
      if (!machine.states.has(to)) return refuse('target-missing', { state: to });
      draft.lead(transition, to);
      return { text: draft.text, select: [[...machine.path, 'States', to]] };
    }),
});
