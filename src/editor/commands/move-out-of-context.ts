import { defineCommand } from '../define.js';
import { withMembership, type Members } from './move-into-context.js';
import { labelsOf, nameOf } from './selection.js';

/** Makes nodes and notes members of no context. */
export const moveOutOfContext = defineCommand<Members>({
  id: 'move-out-of-context',
  label: { en: 'Move out of the context', ja: 'コンテキストから除外' },
  enabled: () => true,
  run: ({ design, selection }, members) => {
    const name = nameOf(labelsOf(design, members));
    return {
      state: { design: withMembership(design, members, undefined), selection },
      undo: 'step',
      name: { en: `Move ${name.en} out of the context`, ja: `${name.ja}をコンテキストから除外` },
    };
  },
});
