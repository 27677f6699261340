import { app, BrowserWindow, nativeTheme, shell, type WebContents } from 'electron';
import type { Language } from '../../model/localized.js';
import type { AppRoot } from '../app-root.js';
import { appFolders } from '../host/app-folders.js';
import { createNodeHost, type NodeHost } from '../host/node-host.js';
import { appOrigin } from './app-protocol.js';
import { createDialogs } from './dialogs.js';
import { askBeforeClosing } from './guards.js';

export interface Windows {
  /** Opens a window, with a design if a file is named. */
  open(startFile?: string): Promise<void>;
  hostOf(contents: WebContents): NodeHost | undefined;
}

export interface WindowsOptions {
  readonly root: AppRoot;
  readonly preload: string;
  readonly language: Language;
}

/** The windows of the app, each with a host of its own: what one person opened in one is not open in another. */
export function createWindows({ root, preload, language }: WindowsOptions): Windows {
  const hosts = new Map<number, NodeHost>();
  return {
    hostOf: ({ id }) => hosts.get(id),
    open: async (startFile) => {
      const window = new BrowserWindow({
        width: 1440,
        height: 900,
        minWidth: 960,
        minHeight: 600,
        show: false,
        title: 'Servicefull Studio',
        backgroundColor: nativeTheme.shouldUseDarkColors ? '#15181D' : '#F7F8FA',
        webPreferences: {
          preload,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webSecurity: true,
          webviewTag: false,
          spellcheck: false,
        },
      });
      const host = await createNodeHost({
        kind: 'electron',
        version: root.version,
        locale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
        appFolders: appFolders(process.env, process.platform),
        openInBrowser: (url) => shell.openExternal(url),
        dialogs: createDialogs(() => window, language),
        startFile,
      });
      const { id } = window.webContents;
      hosts.set(id, host);
      window.on('closed', () => {
        hosts.delete(id);
        host.close();
      });
      window.once('ready-to-show', () => window.show());
      askBeforeClosing(window, language);
      await window.loadURL(`${appOrigin}/index.html`);
    },
  };
}
