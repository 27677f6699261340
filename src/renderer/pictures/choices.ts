import { createStore } from 'zustand/vanilla';
import type { Language } from '../../model/localized.js';
import type { PictureTheme } from '../../pictures/index.js';

export type PictureFormat = 'svg' | 'png' | 'pdf' | 'drawio' | 'mermaid' | 'html';

/** What a person chose for pictures; kept while the app runs, since a chooser takes the dialog's place for a moment. */
export interface PictureChoices {
  readonly format: PictureFormat;
  readonly scope: 'all' | 'selection';
  /** Undefined: those of the app. */
  readonly theme: PictureTheme | undefined;
  readonly language: Language | undefined;
  readonly scale: number;
  readonly background: 'theme' | 'transparent';
  /** Suggestions, problems and functions that only transport. */
  readonly withMarks: boolean;
  /** The design goes along, so that the picture can be opened again. */
  readonly withDesign: boolean;
  readonly withTitle: boolean;
}

export const pictureChoices = createStore<PictureChoices>()(() => ({
  format: 'png',
  scope: 'all',
  theme: undefined,
  language: undefined,
  scale: 2,
  background: 'theme',
  withMarks: false,
  withDesign: true,
  withTitle: false,
}));
