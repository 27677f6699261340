import { defineCommand } from '../../editor/define.js';
import { entries, type Design } from '../../model/design.js';
import { updateNode } from '../../model/graph.js';

/** From the first export on the ids of nodes stay, whatever their labels become: resources are named after them. */
export const fixIds = defineCommand({
  id: 'fix-ids',
  label: { en: 'Keep ids after the export', ja: 'エクスポート後の ID の固定' },
  enabled: ({ design }) => Object.values(design.nodes).some((node) => node.idFixed !== true),
  run: ({ design, selection }) => ({ state: { design: withFixedIds(design), selection }, undo: 'step' }),
});

const withFixedIds = (design: Design): Design =>
  entries(design.nodes).reduce(
    (fixed, [id]) => updateNode(fixed, id, (node) => (node.idFixed === true ? node : { ...node, idFixed: true })),
    design,
  );
