import { studio, type StudioState, type Theme } from './studio.js';
import type { HostInfo, StoredSettings } from '../../host/host.js';
import type { Language } from '../../model/localized.js';
import { systemLanguage } from '../hosts/system-language.js';

const writeDelayMilliseconds = 300;

const themes: readonly Theme[] = ['light', 'dark', 'system'];
const themeOf = (value: unknown): Theme | undefined => themes.find((theme) => theme === value);
const languageOf = (value: unknown): Language | undefined => (value === 'en' || value === 'ja' ? value : undefined);
export const minimumBottomHeight = 120;

/** Reads what the person chose before; the system decides what was never chosen. */
export async function startSettings(): Promise<void> {
  const { host, hostInfo } = studio.getState();
  if (host === undefined) return;
  const stored = await host.readSettings().catch((): StoredSettings => ({}));
  const height = stored['bottomHeight'];
  studio.setState(({ bottom }) => ({
    language: languageOf(stored['language']) ?? systemLanguage(systemLanguages(hostInfo)),
    theme: themeOf(stored['theme']) ?? 'system',
    bottom: {
      ...bottom,
      height: typeof height === 'number' && height >= minimumBottomHeight ? height : bottom.height,
      open: typeof stored['bottomOpen'] === 'boolean' ? stored['bottomOpen'] : bottom.open,
    },
  }));
  let known = stored;
  let timer: ReturnType<typeof setTimeout> | undefined;
  studio.subscribe((state, before) => {
    const changes = changedSettings(state, before);
    if (Object.keys(changes).length === 0) return;
    known = { ...known, ...changes };
    clearTimeout(timer);
    timer = setTimeout(() => {
      void host.writeSettings(known).catch(() => undefined);
    }, writeDelayMilliseconds);
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
    ...(state.bottom.height === before.bottom.height ? {} : { bottomHeight: state.bottom.height }),
    ...(state.bottom.open === before.bottom.open ? {} : { bottomOpen: state.bottom.open }),
  };
}

/** Follows the system's colours and writes language and theme on the page. */
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
  studio.subscribe(show);
}
