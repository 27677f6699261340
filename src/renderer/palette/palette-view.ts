import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type PaletteTab = 'services' | 'patterns' | 'outline';

/** Which tab of the palette is in front. */
export const paletteView = createStore<{ readonly tab: PaletteTab }>(() => ({ tab: 'services' }));

export const usePaletteTab = (): PaletteTab => useStore(paletteView, ({ tab }) => tab);

/** Brings a tab to the front and puts the focus into its search, or onto its first row. */
export function showPaletteTab(tab: PaletteTab): void {
  paletteView.setState({ tab });
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('#palette-panel input, #palette-panel button')?.focus();
  });
}
