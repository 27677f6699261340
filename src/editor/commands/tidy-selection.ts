import { columnGap, rowGap } from '../../layout/define.js';
import { centreOf, union } from '../../layout/geometry.js';
import type { Design, Point } from '../../model/design.js';
import { defineCommand, type Selection } from '../define.js';
import { placeThings, thingsOf, type Thing } from '../things.js';
import { canArrange } from './align.js';

/** Puts what is selected into rows with the same spacing, each about where it was. What is locked takes no part. */
export const tidySelection = defineCommand({
  id: 'tidy-selection',
  label: { en: 'Tidy up the selection', ja: '選択範囲の間隔を統一' },
  keys: ['Mod+Alt+Shift+KeyT'],
  inPalette: true,
  enabled: (state) => canArrange(state, 2),
  run: ({ design, selection }) => ({
    state: { design: tidied(design, selection), selection },
    undo: 'step',
  }),
});

function tidied(design: Design, selection: Selection): Design {
  const things = thingsOf(design, selection).filter(({ isLocked }) => !isLocked);
  const whole = union(things.map(({ box }) => box));
  const targets = new Map<Thing, Point>();
  let y = whole.y;
  for (const row of rowsOf(things)) {
    let { x } = whole;
    for (const thing of row) {
      targets.set(thing, { x, y });
      x += thing.box.width + columnGap;
    }
    y += Math.max(...row.map(({ box }) => box.height)) + rowGap;
  }
  return placeThings(design, targets);
}

/** Rows from above, each from the left: a box belongs to a row while its middle lies beside the row's first one. */
function rowsOf(things: readonly Thing[]): readonly (readonly Thing[])[] {
  const rows: Thing[][] = [];
  for (const thing of [...things].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && centreOf(thing.box).y < first.box.y + first.box.height)
      row.push(thing);
    else rows.push([thing]);
  }
  return rows.map((row) => row.sort((a, b) => a.box.x - b.box.x));
}
