import { areaPadding, snap } from '../../layout/define.js';
import { contextBox, nodeBoxes, overlaps, union } from '../../layout/geometry.js';
import { nearestFree } from '../../layout/place.js';
import { contextId, entries, lookup, type Box, type Design, type Note, type Point } from '../../model/design.js';
import { addNote as addNoteToDesign } from '../../model/graph.js';
import { defineCommand, emptySelection, type PaletteArgs } from '../define.js';

export const noteWidth = 200;
export const noteHeight = 120;

export interface AddNoteArgs extends Partial<PaletteArgs> {
  /** Its middle; undefined: beside what is there. */
  readonly at?: Point;
  readonly text?: string;
  readonly context?: string;
}

/** Puts a note on the canvas and selects it. */
export const addNote = defineCommand<AddNoteArgs | undefined>({
  id: 'add-note',
  label: { en: 'Add a note', ja: 'メモを追加' },
  enabled: () => true,
  run: ({ design }, { at, text = '', context } = {}) => {
    const inside = context !== undefined && Object.hasOwn(design.contexts, context) ? contextId(context) : undefined;
    const note: Note = inside === undefined ? { text } : { text, context: inside };
    const added = addNoteToDesign(design, note, { at: placeOf(design, at, inside) });
    return {
      state: { design: added.design, selection: { ...emptySelection, notes: new Set([added.id]) } },
      undo: 'step',
    };
  },
});

function placeOf(design: Design, at: Point | undefined, context: string | undefined): Box {
  const size = { width: noteWidth, height: noteHeight };
  if (at !== undefined)
    return { ...freePlace(design, { x: snap(at.x - noteWidth / 2), y: snap(at.y - noteHeight / 2) }), ...size };
  const area = context === undefined ? undefined : contextBox(design, context);
  if (area !== undefined) return { x: area.x + areaPadding, y: area.y + area.height, ...size };
  const whole = union([
    ...nodeBoxes(design).values(),
    ...entries(design.contexts).flatMap(([id]) => contextBox(design, id) ?? []),
    ...entries(design.notes).flatMap(([id]) => lookup(design.layout.notes, id) ?? []),
  ]);
  return { x: whole.x + whole.width + areaPadding * 2, y: whole.y, ...size };
}

/** More than a walk over the whole drawing costs: a note is never put over a card or another note. */
const covering = 10_000;

/** The free place nearest to the wanted one. */
function freePlace(design: Design, wanted: Point): Point {
  const size = { width: noteWidth, height: noteHeight };
  const taken = [...nodeBoxes(design).values(), ...Object.values(design.layout.notes)];
  return nearestFree(wanted, size, (box) => (taken.some((other) => overlaps(box, other, 8)) ? covering : 0));
}
