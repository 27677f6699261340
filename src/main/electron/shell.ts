import { nativeTheme, type BrowserWindow } from 'electron';
import type { Appearance, MenuSection } from '../../host/host.js';
import type { Language } from '../../model/localized.js';
import type { Shell } from '../host/node-host.js';
import { menuTemplate, setApplicationMenu } from './menu.js';

/** Height of the app's own title bar, which the system draws its buttons into. */
export const titleBarHeight = 44;

/** Commands chosen in the menu while the app is busy; more than this were not meant. */
const queueLimit = 20;

/** A window's part of the host: its menu, its frame, and what was chosen in the menu. */
export function createShell(
  window: BrowserWindow,
  language: Language,
  platform: NodeJS.Platform,
  openWindow: Shell['openWindow'],
): Shell {
  const chosen: string[] = [];
  let waiting: ((command: string) => void) | undefined;
  const choose = (command: string): void => {
    if (waiting === undefined) {
      if (chosen.length < queueLimit) chosen.push(command);
      return;
    }
    const answer = waiting;
    waiting = undefined;
    answer(command);
  };
  let menu: readonly MenuSection[] | undefined;
  const show = (): void => {
    if (menu !== undefined) setApplicationMenu(menuTemplate(menu, platform, language, choose));
  };
  // There is one menu for all windows: it belongs to the one in front.
  window.on('focus', show);
  return {
    setMenu: (sections) => {
      menu = sections;
      if (window.isFocused()) show();
      return Promise.resolve();
    },
    setAppearance: ({ theme, background, foreground }: Appearance) => {
      nativeTheme.themeSource = theme;
      window.setBackgroundColor(background);
      if (platform !== 'darwin')
        window.setTitleBarOverlay({ color: background, symbolColor: foreground, height: titleBarHeight - 1 });
      return Promise.resolve();
    },
    nextCommand: () => {
      const next = chosen.shift();
      if (next !== undefined) return Promise.resolve(next);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    openWindow,
  };
}
