import { contextBoxes, containsPoint } from '../../layout/geometry.js';
import type { Box, Design, Point } from '../../model/design.js';
import type { Language } from '../../model/localized.js';
import { readClipboard } from '../clipboard.js';
import { defineCommand } from '../define.js';
import { insertPart } from '../part.js';
import { labelsOf, nameOf } from './selection.js';

export interface PasteArgs {
  /** A copied selection, a design file, or nodes written by hand. */
  readonly text: string;
  /** The middle of what is pasted, which becomes part of the context there; undefined: beside where it came from. */
  readonly at?: Point;
  /** Labels are kept as they were written, in whichever language. */
  readonly language?: Language;
}

/** Puts copies of what a text holds on the canvas and selects them. Nothing happens where it holds nothing of a design. */
export const paste = defineCommand<PasteArgs>({
  id: 'paste',
  label: { en: 'Paste', ja: '貼り付け' },
  enabled: () => true,
  run: ({ design, selection }, { text, at }) => {
    const read = readClipboard(text);
    if ('problems' in read) return { state: { design, selection }, undo: 'none' };
    const place = at === undefined ? {} : { at, context: contextAt(design, at) ?? null };
    const inserted = insertPart(design, read.fragment, place);
    const name = nameOf(labelsOf(inserted.design, inserted.selection));
    return {
      state: inserted,
      undo: 'step',
      name: { en: `Paste ${name.en}`, ja: `${name.ja}を貼り付け` },
    };
  },
});

/** The smallest area around a point. */
function contextAt(design: Design, point: Point): string | undefined {
  const size = ({ width, height }: Box): number => width * height;
  const around = [...contextBoxes(design)].filter(([, area]) => containsPoint(area, point));
  return around.sort(([, a], [, b]) => size(a) - size(b))[0]?.[0];
}
