import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { emptyDesign, type Design } from '../../model/design.js';
import type { StoredSettings } from '../../host/host.js';

/** What a person prefers, whichever design is open; kept by the host. */
export interface Preferences {
  readonly paletteOpen: boolean;
  readonly inspectorOpen: boolean;
  /** In pixels; 0: as wide as the window makes it. */
  readonly paletteWidth: number;
  readonly inspectorWidth: number;
  /** The text of a workflow beside its drawing. */
  readonly workflowTextOpen: boolean;
  readonly workflowTextWidth: number;
  /** No motion even where the system allows it. */
  readonly reducedMotion: boolean;
  /** Settings that new designs begin with; '' leaves one out. */
  readonly newRegion: string;
  readonly newProfile: string;
  readonly newRuntime: string;
  readonly newHandlerLanguage: string;
  readonly newOperations: string;
  readonly tourSeen: boolean;
  /** Ids of the commands that were run last from the command palette, the newest first, separated by spaces. */
  readonly recentCommands: string;
}

const atFirst: Preferences = {
  paletteOpen: true,
  inspectorOpen: true,
  paletteWidth: 0,
  inspectorWidth: 0,
  workflowTextOpen: true,
  workflowTextWidth: 0,
  reducedMotion: false,
  newRegion: '',
  newProfile: '',
  newRuntime: '',
  newHandlerLanguage: '',
  newOperations: '',
  tourSeen: false,
  recentCommands: '',
};

export const preferences = createStore<Preferences>(() => atFirst);

/** A slice of the preferences. */
export function usePreference<Slice>(selector: (state: Preferences) => Slice): Slice {
  return useStore(preferences, selector);
}

const longestText = 500;

/** Preferences as they were stored; a value of another type counts as never set. */
export function readPreferences(stored: StoredSettings): Preferences {
  const kept = Object.entries(atFirst).map(([name, first]: [string, unknown]) => {
    const value = Object.hasOwn(stored, name) ? stored[name] : undefined;
    const fits = typeof value === typeof first && !(typeof value === 'string' && value.length > longestText);
    return [name, fits ? value : first] as const;
  });
  // Every key of `atFirst` is there, each with a value of its type.
  return Object.fromEntries(kept) as unknown as Preferences;
}

/** A new design, with the settings that the person prefers. */
export function newDesignOf(name: string): Design {
  const { newRegion, newProfile, newRuntime, newHandlerLanguage, newOperations } = preferences.getState();
  const design = emptyDesign(name);
  return {
    ...design,
    settings: {
      ...design.settings,
      ...(newRegion === '' ? {} : { region: newRegion }),
      ...(newProfile === '' ? {} : { profile: newProfile }),
      ...(newRuntime === '' ? {} : { runtime: newRuntime }),
      ...(newHandlerLanguage === 'python' ? { handlerLanguage: 'python' } : {}),
      ...(newOperations === 'workshop' ? { operations: 'workshop' } : {}),
    },
  };
}
