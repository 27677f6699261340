import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PaletteEntry } from './entries.js';
import { itemKey } from './item.js';

export type WorkflowPaletteTab = 'states' | 'patterns' | 'variables';

interface PaletteView {
  readonly tab: WorkflowPaletteTab;
  /** What the foot of the palette tells about. */
  readonly shown: PaletteEntry | undefined;
}

/** What the palette of a workflow shows; the same whichever state machine is open. */
export const paletteView = createStore<PaletteView>(() => ({ tab: 'states', shown: undefined }));

export const usePaletteView = <Slice>(selector: (state: PaletteView) => Slice): Slice =>
  useStore(paletteView, selector);

/** Whether the foot tells about an entry. */
export const useIsShown = ({ item }: PaletteEntry): boolean =>
  usePaletteView(({ shown }) => shown !== undefined && itemKey(shown.item) === itemKey(item));

/** Tells about an entry at the foot of the palette. */
export const showEntry = (shown: PaletteEntry | undefined): void => {
  paletteView.setState({ shown });
};
