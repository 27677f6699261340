import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { openTemplate, report } from '../studio/files.js';
import { preferences } from '../studio/preferences.js';
import { studio } from '../studio/studio.js';

/** The template that the tour walks through where no design is open. */
const shownTemplate = 'serverless-video';

/** The step on screen; undefined: no tour. */
export const tourState = createStore<{ readonly step: number | undefined }>(() => ({ step: undefined }));

export const useTourStep = (): number | undefined => useStore(tourState, ({ step }) => step);

/** Begins the tour; on the start screen it opens a template first. */
export function startTour(): void {
  report(begin());
}

async function begin(): Promise<void> {
  if (studio.getState().screen === 'start') {
    const { templates } = await import('../start/templates.js');
    const template = templates.find(({ id }) => id === shownTemplate);
    if (template === undefined) return;
    await openTemplate(template.design);
  }
  preferences.setState({ paletteOpen: true, inspectorOpen: true });
  studio.setState({ focusMode: false });
  tourState.setState({ step: 0 });
}

/** Ends the tour, finished or not; it is not offered again by itself. */
export function endTour(): void {
  tourState.setState({ step: undefined });
  preferences.setState({ tourSeen: true });
}
