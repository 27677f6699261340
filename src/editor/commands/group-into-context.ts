import { entries, type Design, type DesignNode } from '../../model/design.js';
import { addContext } from '../../model/graph.js';
import { translate, type Localized } from '../../model/localized.js';
import { areaAround, nodeBox } from '../../layout/geometry.js';
import { defineCommand, emptySelection, type PaletteArgs } from '../define.js';
import { inContext } from '../membership.js';

const defaultLabel: Localized = { en: 'Context', ja: 'コンテキスト' };

/** Makes a bounded context of the selected nodes. */
export const groupIntoContext = defineCommand<PaletteArgs | undefined>({
  id: 'group-into-context',
  label: { en: 'Group into a context', ja: 'コンテキストにグループ化' },
  keys: ['Mod+G'],
  inPalette: true,
  enabled: ({ selection }) => selection.nodes.size > 0,
  run: ({ design, selection }, args) => {
    const label = freeContextLabel(design, translate(defaultLabel, args?.language ?? 'en'));
    const { design: added, id } = addContext(design, { label });
    const members = entries(design.nodes).filter(([node]) => selection.nodes.has(node));
    const nodes: Record<string, DesignNode> = { ...added.nodes };
    for (const [node, value] of members) nodes[node] = inContext(value, id);
    const boxes = members.flatMap(([node]) => nodeBox(design, node) ?? []);
    const layout =
      boxes.length === 0
        ? added.layout
        : { ...added.layout, contexts: { ...added.layout.contexts, [id]: areaAround(boxes) } };
    return {
      state: { design: { ...added, nodes, layout }, selection: { ...emptySelection, contexts: new Set([id]) } },
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
