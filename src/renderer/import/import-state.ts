import { createStore } from 'zustand/vanilla';
import type { SourceFiles } from '../../host/source-files.js';
import type { Localized } from '../../model/localized.js';
import type { Found, Phase } from './import-protocol.js';

/** Where an import is: the dialog shows it. */
export type ImportStep =
  | { readonly step: 'choose' }
  | { readonly step: 'working'; readonly name: string; readonly phase: Phase }
  | { readonly step: 'found'; readonly name: string; readonly sources: SourceFiles; readonly found: Found }
  | { readonly step: 'failed'; readonly name: string; readonly reason: Localized; readonly detail: string };

/** Of the one import there is. */
export const importStep = createStore<ImportStep>()(() => ({ step: 'choose' }));
