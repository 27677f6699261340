import { lookup } from '../../model/design.js';
import type { TransitionRef } from '../transitions.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft, fits } from './draft.js';

export interface DisconnectTransitionArgs {
  readonly transition: TransitionRef;
}

/** Takes a transition away: the state ends the workflow there, or loses the rule, the catcher or the Default. */
export const disconnectTransition = defineEdit<DisconnectTransitionArgs>({
  id: 'disconnect-transition',
  label: { en: 'Disconnect the transition', ja: '遷移を切断' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { transition }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      if (transition.kind === 'start') return refuse('start-needed');
      const state = draft.state(transition.state);
      if (!fits(draft, transition)) return refuse('transition-missing', { type: state.type });
      const rules = lookup(state.fields, 'Choices');
      if (transition.kind === 'choice' && Array.isArray(rules) && rules.length === 1) return refuse('last-rule');
      draft.lead(transition, undefined);
      return { text: draft.text, select: [transition.state] };
    }),
});
