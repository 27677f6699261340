import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuItem, MenuSection } from '../../host/host.js';
import { translate, type Language, type Localized } from '../../model/localized.js';

const texts = {
  edit: { en: 'Edit', ja: '編集' },
  view: { en: 'View', ja: '表示' },
  window: { en: 'Window', ja: 'ウィンドウ' },
} as const satisfies Record<string, Localized>;

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/** Keys of text fields: the system's own items do them, so that copying in a form needs no command of ours. */
const textRoles: readonly Item[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }];

const keyNames: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
};

/** A combination of ours as Electron writes it: `Mod+Shift+Digit1` is `CommandOrControl+Shift+1`. */
export function acceleratorOf(keys: string): string {
  const parts = keys.endsWith('+') ? [...keys.slice(0, -1).split('+').filter(Boolean), 'Plus'] : keys.split('+');
  return parts
    .map((part) => (Object.hasOwn(keyNames, part) ? (keyNames[part] ?? part) : part.replace(/^(Digit|Key)/, '')))
    .join('+');
}

/**
 * The keys are shown, not listened to: the app hears them itself and knows whether a text field or the drawing has the
 * focus. https://www.electronjs.org/docs/latest/api/menu-item
 */
const itemOf = ({ id, label, keys, enabled }: MenuItem, choose: (id: string) => void): Item => ({
  id,
  label,
  enabled,
  ...(keys === undefined ? {} : { accelerator: acceleratorOf(keys), registerAccelerator: false }),
  click: () => choose(id),
});

/** The menu of a platform around the commands that the app hands over. */
export function menuTemplate(
  sections: readonly MenuSection[],
  platform: NodeJS.Platform,
  language: Language,
  choose: (id: string) => void,
): Item[] {
  const say = (text: Localized): string => translate(text, language);
  const isMac = platform === 'darwin';
  const own: Record<MenuSection['id'], readonly Item[]> = {
    file: [line, isMac ? { role: 'close' } : { role: 'quit' }],
    edit: [line, ...textRoles],
    workflow: [],
    view: [line, { role: 'togglefullscreen' }],
    help: [],
  };
  const menus = sections.map(({ id, label, items }): Item => {
    const submenu = [...items.map((item) => itemOf(item, choose)), ...own[id]];
    return { ...(id === 'help' ? { role: 'help' } : {}), label, submenu };
  });
  const atHelp = sections.findIndex(({ id }) => id === 'help');
  const windowMenu: Item = {
    label: say(texts.window),
    submenu: [{ role: 'minimize' }, ...(isMac ? [{ role: 'zoom' } as const, line, { role: 'front' } as const] : [])],
  };
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    ...menus.slice(0, atHelp === -1 ? menus.length : atHelp),
    windowMenu,
    ...(atHelp === -1 ? [] : menus.slice(atHelp)),
  ];
}

/** Before the app has handed over its commands: what quits it, and what a text field needs. */
export function firstMenu(platform: NodeJS.Platform, language: Language): Item[] {
  const say = (text: Localized): string => translate(text, language);
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: say(texts.edit), submenu: [...textRoles, { role: 'selectAll' }] },
    { label: say(texts.view), submenu: [{ role: 'togglefullscreen' }] },
  ];
}

export function setApplicationMenu(template: Item[]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
