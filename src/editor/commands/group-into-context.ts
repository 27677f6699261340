import { lookup, type Design } from '../../model/design.js';
import { addContext } from '../../model/graph.js';
import { translate, type Localized } from '../../model/localized.js';
import { areaAround, nodeBox } from '../../layout/geometry.js';
import { defineCommand, emptySelection, type PaletteArgs } from '../define.js';
import { withMembership } from './move-into-context.js';

const defaultLabel: Localized = { en: 'Context', ja: 'コンテキスト' };

/** Makes a bounded context of the selected nodes and notes. */
export const groupIntoContext = defineCommand<PaletteArgs | undefined>({
  id: 'group-into-context',
  label: { en: 'Group into a context', ja: 'コンテキストにグループ化' },
  keys: ['Mod+G'],
  inPalette: true,
  enabled: ({ selection }) => selection.nodes.size + selection.notes.size > 0,
  run: ({ design, selection }, args) => {
    const label = freeContextLabel(design, translate(defaultLabel, args?.language ?? 'en'));
    const { design: added, id } = addContext(design, { label });
    const members = { nodes: [...selection.nodes], notes: [...selection.notes] };
    const grouped = withMembership(added, members, id);
    const boxes = [
      ...members.nodes.flatMap((node) => nodeBox(design, node) ?? []),
      ...members.notes.flatMap((note) => lookup(design.layout.notes, note) ?? []),
    ];
    const layout =
      boxes.length === 0
        ? added.layout
        : { ...added.layout, contexts: { ...added.layout.contexts, [id]: areaAround(boxes) } };
    return {
      state: { design: { ...grouped, layout }, selection: { ...emptySelection, contexts: new Set([id]) } },
      undo: 'step',
    };
  },
});

function freeContextLabel(design: Design, label: string): string {
  const taken = new Set(Object.values(design.contexts).map((context) => context.label));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? label : `${label} ${String(number)}`;
    if (!taken.has(candidate)) return candidate;
  }
}
