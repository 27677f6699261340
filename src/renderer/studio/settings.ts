import { canvasState } from '../canvas/canvas-state.js';
import { preferences, readPreferences, type Preferences } from './preferences.js';
import { studio, type StudioState, type Theme } from './studio.js';
import type { HostInfo, StoredSettings } from '../../host/host.js';
import type { Language } from '../../model/localized.js';
import { systemLanguage } from '../hosts/system-language.js';

const writeDelayMilliseconds = 300;

const themes: readonly Theme[] = ['light', 'dark', 'system'];
const themeOf = (value: unknown): Theme | undefined => themes.find((theme) => theme === value);
const languageOf = (value: unknown): Language | undefined => (value === 'en' || value === 'ja' ? value : undefined);
const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
export const minimumBottomHeight = 120;

/** Reads what the person chose before; the system decides what was never chosen. */
export async function startSettings(): Promise<void> {
  const { host, hostInfo } = studio.getState();
  if (host === undefined) return;
  const stored = await host.readSettings().catch((): StoredSettings => ({}));
  const height = stored['bottomHeight'];
  studio.setState(({ bottom, autosave, snapping }) => ({
    language: languageOf(stored['language']) ?? systemLanguage(systemLanguages(hostInfo)),
    theme: themeOf(stored['theme']) ?? 'system',
    autosave: flag(stored['autosave'], autosave),
    snapping: flag(stored['snapping'], snapping),
    bottom: {
      ...bottom,
      height: typeof height === 'number' && height >= minimumBottomHeight ? height : bottom.height,
      open: flag(stored['bottomOpen'], bottom.open),
    },
  }));
  preferences.setState(readPreferences(stored));
  canvasState.setState(({ minimap }) => ({ minimap: flag(stored['minimap'], minimap) }));
  keepSettings((settings) => host.writeSettings(settings), stored);
}

/** Writes what is chosen from now on, a moment after the last choice. */
function keepSettings(write: (settings: StoredSettings) => Promise<void>, stored: StoredSettings): void {
  let known = stored;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (changes: StoredSettings): void => {
    if (Object.keys(changes).length === 0) return;
    known = { ...known, ...changes };
    clearTimeout(timer);
    timer = setTimeout(() => {
      void write(known).catch(() => undefined);
    }, writeDelayMilliseconds);
  };
  studio.subscribe((state, before) => {
    keep(changedSettings(state, before));
  });
  preferences.subscribe((state, before) => {
    keep(changedPreferences(state, before));
  });
  canvasState.subscribe(({ minimap }, before) => {
    if (minimap !== before.minimap) keep({ minimap });
  });
}

/** The languages that the person wants, the most wanted first: those of the browser, where the app is in one. */
const systemLanguages = (hostInfo: HostInfo | undefined): readonly string[] => {
  const locale = hostInfo === undefined ? [] : [hostInfo.locale];
  return hostInfo?.kind === 'electron' ? [...locale, ...navigator.languages] : [...navigator.languages, ...locale];
};

function changedSettings(state: StudioState, before: StudioState): StoredSettings {
  return {
    ...(state.language === before.language ? {} : { language: state.language }),
    ...(state.theme === before.theme ? {} : { theme: state.theme }),
    ...(state.autosave === before.autosave ? {} : { autosave: state.autosave }),
    ...(state.snapping === before.snapping ? {} : { snapping: state.snapping }),
    ...(state.bottom.height === before.bottom.height ? {} : { bottomHeight: state.bottom.height }),
    ...(state.bottom.open === before.bottom.open ? {} : { bottomOpen: state.bottom.open }),
  };
}

const changedPreferences = (state: Preferences, before: Preferences): StoredSettings => {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(state).filter(([name, value]) => old.get(name) !== value));
};

/** Follows the system's colours and writes language, theme and motion on the page. */
export function startAppearance(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', () => {
    studio.setState({ darkSystem: dark.matches });
  });
  const show = ({ language, theme, darkSystem }: StudioState): void => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme === 'system' ? (darkSystem ? 'dark' : 'light') : theme;
  };
  studio.setState({ darkSystem: dark.matches });
  show(studio.getState());
  // Writing an attribute of the root makes the browser look at every element's style again, whatever it was before.
  studio.subscribe((state, before) => {
    if (state.language !== before.language || state.theme !== before.theme || state.darkSystem !== before.darkSystem)
      show(state);
  });
  preferences.subscribe(({ reducedMotion }) => {
    if (reducedMotion) document.documentElement.dataset['motion'] = 'reduced';
    else delete document.documentElement.dataset['motion'];
  });
}
