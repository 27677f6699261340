import type { Point } from '../../model/design.js';
import { canCopy } from '../copy.js';
import { defineCommand, type PaletteArgs } from '../define.js';
import { insertPart, partOf } from '../part.js';
import { labelsOf, nameOf } from './selection.js';

export interface DuplicateArgs extends Partial<PaletteArgs> {
  /** How far from the originals, as dragged; undefined: a little beside them. */
  readonly by?: Point;
}

/** Copies what is selected, with what selected contexts hold and the connections among these. */
export const duplicate = defineCommand<DuplicateArgs | undefined>({
  id: 'duplicate',
  label: { en: 'Duplicate', ja: '複製' },
  keys: ['Mod+D'],
  inPalette: true,
  enabled: canCopy,
  run: ({ design, selection }, args) => {
    const inserted = insertPart(design, partOf(design, selection), args?.by === undefined ? {} : { by: args.by });
    const name = nameOf(labelsOf(design, selection));
    return {
      state: inserted,
      undo: 'step',
      name: { en: `Duplicate ${name.en}`, ja: `${name.ja}を複製` },
    };
  },
});
