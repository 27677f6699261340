import { lookup } from '../../model/design.js';
import { defineCommand } from '../define.js';

/** Takes a sample event out of the design. */
export const deleteSample = defineCommand<{ readonly id: string }>({
  id: 'delete-sample',
  label: { en: 'Delete sample event', ja: 'サンプルイベントを削除' },
  enabled: () => true,
  run: ({ design, selection }, { id }) => {
    if (lookup(design.samples, id) === undefined) return { state: { design, selection }, undo: 'none' };
    const { [id]: _deleted, ...samples } = design.samples;
    return { state: { design: { ...design, samples }, selection }, undo: 'step' };
  },
});
