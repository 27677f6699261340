import type { StudioState } from '../studio/studio.js';

/** Whether the row of tabs is shown: with several designs, or on the start screen as the way back. */
export const hasTabs = ({ documents, screen }: Pick<StudioState, 'documents' | 'screen'>): boolean =>
  documents.length > (screen === 'start' ? 0 : 1);
