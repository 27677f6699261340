import { transitionsOf, type Transition, type TransitionRef } from '../transitions.js';
import type { DefinitionDraft } from './draft.js';
import { closeExits, type Gap } from './place.js';

/**
 * Joins states that were put into a machine to their place: the gap leads to the entry, and their Ends and the
 * transitions that are rerouted lead to what follows. A rerouted catcher goes, since its handler is not there.
 */
export function connectFragment(
  draft: DefinitionDraft,
  gap: Gap,
  names: ReadonlySet<string>,
  entry: string,
  isRerouted: (transition: Transition) => boolean,
): void {
  const exits: TransitionRef[] = [];
  const catchers: TransitionRef[] = [];
  for (const state of draft.machine(gap.machine).states.values()) {
    if (!names.has(state.name)) continue;
    const open = [...transitionsOf(state)].filter(
      (transition) => !names.has(transition.target) && isRerouted(transition),
    );
    for (const { ref } of open) (ref.kind === 'catch' ? catchers : exits).push(ref);
    if (state.end && state.next === undefined) exits.push({ kind: 'next', state: state.path });
  }
  // From the last one, so that the places before stay right.
  for (const ref of catchers.reverse()) draft.lead(ref, undefined);
  closeExits(draft, gap, exits, gap.next);
  draft.lead(gap.ref, entry);
}
