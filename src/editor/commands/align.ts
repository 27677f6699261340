import { union } from '../../layout/geometry.js';
import type { Box, Point } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';
import { defineCommand, type CommandDefinition, type EditorState } from '../define.js';
import { placeThings, thingsOf, type Thing } from '../things.js';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

const labels: Readonly<Record<Edge, Localized>> = {
  left: { en: 'Align left', ja: '左揃え' },
  centre: { en: 'Align centres', ja: '左右中央揃え' },
  right: { en: 'Align right', ja: '右揃え' },
  top: { en: 'Align top', ja: '上揃え' },
  middle: { en: 'Align middles', ja: '上下中央揃え' },
  bottom: { en: 'Align bottom', ja: '下揃え' },
};

/** Where a box begins once it is aligned within the whole. */
const places: Readonly<Record<Edge, (box: Box, whole: Box) => Point>> = {
  left: ({ y }, whole) => ({ x: whole.x, y }),
  centre: ({ y, width }, whole) => ({ x: whole.x + (whole.width - width) / 2, y }),
  right: ({ y, width }, whole) => ({ x: whole.x + whole.width - width, y }),
  top: ({ x }, whole) => ({ x, y: whole.y }),
  middle: ({ x, height }, whole) => ({ x, y: whole.y + (whole.height - height) / 2 }),
  bottom: ({ x, height }, whole) => ({ x, y: whole.y + whole.height - height }),
};

/** Lines up what is selected within the box around it. What is locked stays, and the others line up with it too. */
export const align = defineCommand<{ readonly edge: Edge }>({
  id: 'align',
  label: { en: 'Align', ja: '整列' },
  enabled: (state) => canArrange(state, 2),
  run: (state, { edge }) => aligned(state, edge),
});

const alignTo = (edge: Edge, key: string): CommandDefinition =>
  defineCommand({
    id: `align-${edge}`,
    label: labels[edge],
    keys: [key],
    inPalette: true,
    enabled: (state) => canArrange(state, 2),
    run: (state) => aligned(state, edge),
  });

export const alignLeft = alignTo('left', 'Alt+KeyA');
export const alignCentre = alignTo('centre', 'Alt+KeyH');
export const alignRight = alignTo('right', 'Alt+KeyD');
export const alignTop = alignTo('top', 'Alt+KeyW');
export const alignMiddle = alignTo('middle', 'Alt+KeyV');
export const alignBottom = alignTo('bottom', 'Alt+KeyS');

/** Whether there are so many things, and one of them at least can move. */
export function canArrange({ design, selection }: EditorState, count: number): boolean {
  const { nodes, contexts, notes } = selection;
  if (nodes.size + contexts.size + notes.size < count) return false;
  const things = thingsOf(design, selection);
  return things.length >= count && things.some(({ isLocked }) => !isLocked);
}

function aligned({ design, selection }: EditorState, edge: Edge) {
  const things = thingsOf(design, selection);
  const whole = union(things.map(({ box }) => box));
  const targets = new Map<Thing, Point>(things.map((thing) => [thing, places[edge](thing.box, whole)]));
  return {
    state: { design: placeThings(design, targets), selection },
    undo: 'step',
    name: labels[edge],
  } as const;
}
