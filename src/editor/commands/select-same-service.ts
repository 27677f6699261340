import { entries } from '../../model/design.js';
import { defineCommand, emptySelection } from '../define.js';

/** Selects every node of the services of the selected ones. */
export const selectSameService = defineCommand({
  id: 'select-same-service',
  label: { en: 'Select the same services', ja: '同じサービスを選択' },
  inPalette: true,
  enabled: ({ selection }) => selection.nodes.size > 0,
  run: ({ design, selection }) => {
    const nodes = entries(design.nodes);
    const services = new Set(nodes.filter(([id]) => selection.nodes.has(id)).map(([, { service }]) => service));
    const same = nodes.filter(([, { service }]) => services.has(service)).map(([id]) => id);
    return { state: { design, selection: { ...emptySelection, nodes: new Set(same) } }, undo: 'none' };
  },
});
