import { defineCommand } from '../define.js';

/** Lets the selected lines find their own way again. */
export const resetRoute = defineCommand({
  id: 'reset-route',
  label: { en: 'Reset the route', ja: '経路をリセット' },
  inPalette: true,
  enabled: ({ design, selection }) => [...selection.connections].some((id) => Object.hasOwn(design.layout.bends, id)),
  run: ({ design, selection }) => {
    const kept = Object.entries(design.layout.bends).filter(([id]) => !selection.connections.has(id));
    return {
      state: { design: { ...design, layout: { ...design.layout, bends: Object.fromEntries(kept) } }, selection },
      undo: 'step',
    };
  },
});
