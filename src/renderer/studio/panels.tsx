import { createStore } from 'zustand/vanilla';
import type { ReactNode } from 'react';
import { whenFree } from '../ui/when-free.js';
import { studio, StudioContext, type StudioState } from './studio.js';

/**
 * What panels show. It follows the studio once the drawing has been painted, so that an edit on the canvas never waits
 * for a form: at 1,000 nodes the drawing alone has to fit into a frame.
 */
const panels = createStore<StudioState>()(() => studio.getState());
let isWaiting = false;
let latest: ReturnType<typeof setTimeout> | undefined;
/** A browser that paints nothing for so long has other things to do than to tell. */
const latestMilliseconds = 100;

const follow = (): void => {
  isWaiting = false;
  clearTimeout(latest);
  panels.setState(studio.getState(), true);
};

/** Where people type or press buttons the panel answers at once; so does everything when another design is shown. */
const isAtOnce = (state: StudioState): boolean => {
  const focused = document.activeElement;
  const isOnCanvas = focused === null || focused === document.body || focused.closest('.canvas') !== null;
  return !isOnCanvas || state.editor !== panels.getState().editor || document.visibilityState === 'hidden';
};

studio.subscribe((state) => {
  if (isAtOnce(state)) follow();
  else if (!isWaiting) {
    isWaiting = true;
    latest = setTimeout(follow, latestMilliseconds);
    requestAnimationFrame(() => {
      whenFree(() => {
        if (isWaiting) follow();
      });
    });
  }
});

/** Panels and bars around the drawing: what is inside reads the studio as it was painted last. */
export function Panels({ children }: { readonly children: ReactNode }) {
  return <StudioContext value={panels}>{children}</StudioContext>;
}
