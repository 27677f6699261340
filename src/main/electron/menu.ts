import { Menu, type MenuItemConstructorOptions } from 'electron';
import { translate, type Language, type Localized } from '../../model/localized.js';

const texts = {
  edit: { en: 'Edit', ja: '編集' },
  view: { en: 'View', ja: '表示' },
  window: { en: 'Window', ja: 'ウィンドウ' },
} as const satisfies Record<string, Localized>;

/**
 * The application menu. The app has its own commands and keys in its window; on macOS the system needs a menu for
 * quitting, windows and the clipboard, elsewhere there is none. Undo is left out: it belongs to the app's history.
 */
export function setApplicationMenu(platform: NodeJS.Platform, language: Language): void {
  if (platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const say = (text: Localized): string => translate(text, language);
  const template: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    {
      label: say(texts.edit),
      submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    },
    { label: say(texts.view), submenu: [{ role: 'togglefullscreen' }] },
    { label: say(texts.window), submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
