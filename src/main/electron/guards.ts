import { app, dialog, session, shell, type BrowserWindow, type WebContents } from 'electron';
import { translate, type Language, type Localized } from '../../model/localized.js';
import { externalLink } from '../host/external-links.js';
import { appOrigin } from './app-protocol.js';

/** Whether an address is a page of the app. */
export const isAppUrl = (url: string): boolean => URL.canParse(url) && url.startsWith(`${appOrigin}/`);

/** No page leads away from the app, opens windows, embeds others or gets a permission of the machine. */
export function guardEverything(): void {
  const defaultSession = session.defaultSession;
  defaultSession.setPermissionRequestHandler((_contents, permission, decide) => decide(isHarmless(permission)));
  defaultSession.setPermissionCheckHandler((_contents, permission) => isHarmless(permission));
  defaultSession.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Copying what the app shows is all that it asks for. */
const isHarmless = (permission: string): boolean => permission === 'clipboard-sanitized-write';

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const link = externalLink(url);
    if (link !== undefined) void shell.openExternal(link);
    return { action: 'deny' };
  });
}

const texts = {
  question: { en: 'Close without saving?', ja: '保存せずに閉じますか?' },
  detail: {
    en: 'Changes that were not saved are lost.',
    ja: '保存していない変更は失われます。',
  },
  leave: { en: "Don't save", ja: '保存しない' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
} as const satisfies Record<string, Localized>;

/** The page says that work is unsaved: Electron would stay open without a word, so the question is asked here. */
export function askBeforeClosing(window: BrowserWindow, language: Language): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const say = (text: Localized): string => translate(text, language);
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: say(texts.question),
      detail: say(texts.detail),
      buttons: [say(texts.leave), say(texts.cancel)],
      defaultId: 1,
      cancelId: 1,
    });
    // Here, preventing the default lets the window close.
    if (choice === 0) event.preventDefault();
  });
}
