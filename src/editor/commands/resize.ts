import { cardWidth } from '../../layout/define.js';
import { areaAround, isBus, nodeBox, union } from '../../layout/geometry.js';
import { lookup, type Box, type Design, type NodeLayout, type NoteLayout } from '../../model/design.js';
import { defineCommand } from '../define.js';
import { contentsOf, moveInLayout } from '../move.js';

export interface ResizeArgs {
  /** Event buses: where they begin and how wide they are. Cards have one size. */
  readonly nodes?: Readonly<Record<string, { readonly x: number; readonly width: number }>>;
  readonly notes?: Readonly<Record<string, Box>>;
  /** Areas of contexts; one never becomes smaller than its members need. */
  readonly contexts?: Readonly<Record<string, Box>>;
  /** Sizes with one gesture are one step. */
  readonly gesture?: string;
}

export const minNoteWidth = 80;
export const minNoteHeight = 40;

/** Gives buses, notes and contexts another size. What is locked keeps its own. */
export const resize = defineCommand<ResizeArgs>({
  id: 'resize',
  label: { en: 'Resize', ja: 'サイズを変更' },
  enabled: () => true,
  run: ({ design, selection }, { nodes = {}, notes = {}, contexts = {}, gesture }) => {
    const areas = Object.fromEntries(
      Object.entries(contexts).map(([id, box]) => [id, coveringMembers(design, id, box)] as const),
    );
    const resized = moveInLayout(resizedNotes(resizedBuses(design, nodes), notes), { contexts: areas });
    return {
      state: { design: resized, selection },
      ...(gesture === undefined ? { undo: 'step' } : { undo: 'merge', gesture }),
    };
  },
});

function resizedBuses(design: Design, sizes: NonNullable<ResizeArgs['nodes']>): Design {
  const changed: Record<string, NodeLayout> = {};
  for (const [id, { x, width }] of Object.entries(sizes)) {
    const node = lookup(design.nodes, id);
    const at = lookup(design.layout.nodes, id);
    if (node === undefined || at === undefined || at.pinned === true || !isBus(node)) continue;
    const wide = Math.max(Math.round(width), cardWidth);
    if (at.x !== x || at.width !== wide) changed[id] = { ...at, x, width: wide };
  }
  return Object.keys(changed).length === 0
    ? design
    : { ...design, layout: { ...design.layout, nodes: { ...design.layout.nodes, ...changed } } };
}

function resizedNotes(design: Design, boxes: Readonly<Record<string, Box>>): Design {
  const changed: Record<string, NoteLayout> = {};
  for (const [id, box] of Object.entries(boxes)) {
    const at = lookup(design.layout.notes, id);
    if (!Object.hasOwn(design.notes, id) || at?.pinned === true) continue;
    changed[id] = {
      ...at,
      x: box.x,
      y: box.y,
      width: Math.max(Math.round(box.width), minNoteWidth),
      height: Math.max(Math.round(box.height), minNoteHeight),
    };
  }
  return Object.keys(changed).length === 0
    ? design
    : { ...design, layout: { ...design.layout, notes: { ...design.layout.notes, ...changed } } };
}

function coveringMembers(design: Design, id: string, box: Box): Box {
  const boxes = contentsOf(design, new Set([id])).nodes.flatMap((node) => nodeBox(design, node) ?? []);
  return boxes.length === 0 ? box : union([box, areaAround(boxes)]);
}
