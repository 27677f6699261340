/** Durations of the canvas; none for those who want no motion. */

const isReduced = (): boolean =>
  document.documentElement.dataset['motion'] === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;

export const layoutMilliseconds = (): number => (isReduced() ? 0 : 320);
export const zoomTransition = (): { readonly duration: number } => ({ duration: isReduced() ? 0 : 120 });

/** How the whole drawing is brought into view; small drawings are not blown up. */
export const fitOptions = () => ({ duration: layoutMilliseconds(), padding: 0.06, maxZoom: 1, minZoom: 0.1 });
