import { isWithin } from '../definition.js';
import type { Path } from '../document.js';
import { dataFlow, otherWays } from './announced.js';
import { connectFragment } from './connect-fragment.js';
import { attempt, defineEdit, refuse } from './define.js';
import { closeGaps } from './delete-states.js';
import { DefinitionDraft } from './draft.js';
import { fitLanguage } from './fit-language.js';
import { gapAt, type Place } from './place.js';
import { regionOf, type Region } from './region.js';

export interface MoveStatesArgs {
  readonly states: readonly Path[];
  readonly to: Place;
}

/**
 * Takes states out of their place and puts them on another transition, also of another machine. In the same machine
 * rules and catchers that lead elsewhere keep their targets.
 */
export const moveStates = defineEdit<MoveStatesArgs>({
  id: 'move-states',
  label: { en: 'Move states', ja: 'ステートを移動' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { states: paths, to }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const region = regionOf(draft, paths);
      refuseInside(to, region);
      const from = region.machine.path;
      const { machine } = gapAt(draft, to);
      const isSame = machine.join('\0') === from.join('\0');
      if (isSame && region.states.length === region.machine.states.size)
        return { text: draft.text, select: region.states.map(({ path }) => path) };
      if (!isSame) fitLanguage(draft, region.states, draft.machine(machine).queryLanguage);
      closeGaps(draft, from, region.names);
      const gap = gapAt(draft, to);
      const target: Path = [...machine, 'States'];
      let { behind } = gap;
      for (const { path, name } of region.states) {
        draft.move(path, target, behind);
        behind = name;
      }
      connectFragment(draft, { ...gap, behind }, region.names, region.entry.name, (transition) =>
        isSame ? transition.ref.kind !== 'catch' && transition.target === region.next : true,
      );
      return { text: draft.text, select: region.states.map(({ name }) => [...target, name]) };
    }),
});

/** Refuses a place that moves with what is selected. */
function refuseInside(place: Place, { states }: Region): void {
  const around = place.kind === 'start' || place.kind === 'end' ? place.machine : place.state;
  if (states.some(({ path }) => isWithin(around, path))) refuse('place-inside');
}
