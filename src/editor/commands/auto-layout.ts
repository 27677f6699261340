import { defineCommand } from '../define.js';
import type { LayoutResult } from '../../layout/define.js';

/** Puts everything where a layout computed it, as one step. Ids that are gone by then are left out. */
export const autoLayout = defineCommand<LayoutResult>({
  id: 'auto-layout',
  label: { en: 'Auto layout', ja: '自動レイアウト' },
  enabled: ({ design }) => Object.keys(design.nodes).length > 0,
  run: ({ design, selection }, { nodes, contexts }) => {
    const present = <Value>(record: Readonly<Record<string, Value>>, of: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(Object.entries(record).filter(([id]) => Object.hasOwn(of, id)));
    return {
      state: {
        design: {
          ...design,
          layout: {
            ...design.layout,
            nodes: { ...design.layout.nodes, ...present(nodes, design.nodes) },
            contexts: { ...design.layout.contexts, ...present(contexts, design.contexts) },
            bends: {},
          },
        },
        selection,
      },
      undo: 'step',
    };
  },
});
