import { isObject } from '../definition.js';
import { dataFlow, otherWays } from './announced.js';
import { attempt, defineEdit } from './define.js';
import { DefinitionDraft } from './draft.js';
import type { WrapStatesArgs } from './wrap-in-parallel.js';
import { wrapStates } from './wrap.js';

/** Puts states into the processor of a new inline Map state, which runs them for each item of its input. */
export const wrapInMap = defineEdit<WrapStatesArgs>({
  id: 'wrap-in-map',
  label: { en: 'Wrap in Map', ja: 'Map で囲む' },
  announces: [...otherWays, ...dataFlow],
  run: (tree, { states }) =>
    attempt(() => {
      const draft = new DefinitionDraft(tree);
      const path = wrapStates(
        draft,
        states,
        'Map',
        (machine) => ({
          Type: 'Map',
          ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...(isObject(machine) ? machine : {}) },
        }),
        ['ItemProcessor'],
      );
      return { text: draft.text, select: [path] };
    }),
});
