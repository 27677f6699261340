import { centreOf, union } from '../../layout/geometry.js';
import type { Point } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';
import { defineCommand, type CommandDefinition, type EditorState } from '../define.js';
import { placeThings, thingsOf, type Thing } from '../things.js';
import { canArrange } from './align.js';

export type Axis = 'horizontal' | 'vertical';

const labels: Readonly<Record<Axis, Localized>> = {
  horizontal: { en: 'Distribute horizontally', ja: '左右に等間隔に整列' },
  vertical: { en: 'Distribute vertically', ja: '上下に等間隔に整列' },
};

/** Gives what is selected equal gaps between its two outermost boxes. What is locked stays. */
export const distribute = defineCommand<{ readonly axis: Axis }>({
  id: 'distribute',
  label: { en: 'Distribute', ja: '等間隔に整列' },
  enabled: (state) => canArrange(state, 3),
  run: (state, { axis }) => distributed(state, axis),
});

const distributeAlong = (axis: Axis, key: string): CommandDefinition =>
  defineCommand({
    id: `distribute-${axis}`,
    label: labels[axis],
    keys: [key],
    inPalette: true,
    enabled: (state) => canArrange(state, 3),
    run: (state) => distributed(state, axis),
  });

export const distributeHorizontally = distributeAlong('horizontal', 'Alt+Shift+KeyH');
export const distributeVertically = distributeAlong('vertical', 'Alt+Shift+KeyV');

function distributed({ design, selection }: EditorState, axis: Axis) {
  const [start, length] = axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const things = [...thingsOf(design, selection)].sort((a, b) => centreOf(a.box)[start] - centreOf(b.box)[start]);
  const whole = union(things.map(({ box }) => box));
  const filled = things.reduce((sum, { box }) => sum + box[length], 0);
  const gap = (whole[length] - filled) / (things.length - 1);
  const targets = new Map<Thing, Point>();
  let at = whole[start];
  for (const thing of things) {
    targets.set(thing, axis === 'horizontal' ? { x: at, y: thing.box.y } : { x: thing.box.x, y: at });
    at += thing.box[length] + gap;
  }
  return {
    state: { design: placeThings(design, targets), selection },
    undo: 'step',
    name: labels[axis],
  } as const;
}
