import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { whenThere } from '../studio/when-there.js';

export type PaletteTab = 'services' | 'patterns' | 'outline';

/** Which tab of the palette is in front. */
export const paletteView = createStore<{ readonly tab: PaletteTab }>(() => ({ tab: 'services' }));

export const usePaletteTab = (): PaletteTab => useStore(paletteView, ({ tab }) => tab);

/** Brings a tab to the front and puts the focus into its search, or onto its first row. */
export function showPaletteTab(tab: PaletteTab): void {
  paletteView.setState({ tab });
  whenThere(
    () => document.querySelector<HTMLElement>(`[aria-labelledby="palette-tab-${tab}"] :is(input, button)`),
    (found) => {
      found.focus();
    },
  );
}
