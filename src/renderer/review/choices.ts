import { createStore } from 'zustand/vanilla';
import type { Language } from '../../model/localized.js';
import type { ReviewFormat } from './make.js';

/** What a person chose for review documents; kept while the app runs, since a chooser takes the dialog's place for a moment. */
export const reviewChoices = createStore<{
  readonly format: ReviewFormat;
  /** Undefined: that of the app. */
  readonly language: Language | undefined;
}>()(() => ({ format: 'html', language: undefined }));
