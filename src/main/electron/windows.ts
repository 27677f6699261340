import { app, BrowserWindow, nativeTheme, shell, type WebContents } from 'electron';
import type { Language } from '../../model/localized.js';
import type { AppRoot } from '../app-root.js';
import { appFolders } from '../host/app-folders.js';
import { createNodeHost, type NodeHost } from '../host/node-host.js';
import { appOrigin } from './app-protocol.js';
import { createDialogs } from './dialogs.js';
import { askBeforeClosing } from './guards.js';
import { createShell, titleBarHeight } from './shell.js';
import { boundsFor, readWindowState, rememberWindowState, workAreas } from './window-state.js';

export interface Windows {
  /** Opens a window, with a design if a file is named. */
  open(startFile?: string): Promise<void>;
  hostOf(contents: WebContents): NodeHost | undefined;
}

export interface WindowsOptions {
  readonly root: AppRoot;
  readonly preload: string;
  readonly language: Language;
  readonly platform?: NodeJS.Platform;
}

/** The windows of the app, each with a host of its own: what one person opened in one is not open in another. */
export function createWindows({ root, preload, language, platform = process.platform }: WindowsOptions): Windows {
  const hosts = new Map<number, NodeHost>();
  const folders = appFolders(process.env, platform);
  const open = async (startFile?: string): Promise<void> => {
    const last = await readWindowState(folders);
    const window = new BrowserWindow({
      ...boundsFor(last, workAreas(), hosts.size),
      minWidth: 960,
      minHeight: 600,
      show: false,
      title: 'Servicefull Studio',
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1C1F26' : '#FFFFFF',
      // The app's title bar is the window's: the system draws only its buttons into it.
      titleBarStyle: platform === 'darwin' ? 'hiddenInset' : 'hidden',
      ...(platform === 'darwin'
        ? { trafficLightPosition: { x: 16, y: 14 }, titleBarOverlay: { height: titleBarHeight - 1 } }
        : { titleBarOverlay: overlay(), autoHideMenuBar: true }),
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
      appFolders: folders,
      openInBrowser: (url) => shell.openExternal(url),
      dialogs: createDialogs(() => window, language),
      shell: createShell(window, language, platform, open),
      startFile,
    });
    const { id } = window.webContents;
    hosts.set(id, host);
    window.on('closed', () => {
      hosts.delete(id);
      host.close();
    });
    window.once('ready-to-show', () => {
      if (last?.maximized === true && hosts.size === 1) window.maximize();
      window.show();
    });
    rememberWindowState(window, folders);
    askBeforeClosing(window, language);
    await window.loadURL(`${appOrigin}/index.html`);
  };
  return { hostOf: ({ id }) => hosts.get(id), open };
}

/** Colours before the app has told its own: those of the surface and of the text. */
const overlay = () =>
  nativeTheme.shouldUseDarkColors
    ? { color: '#1C1F26', symbolColor: '#E8EBF0', height: titleBarHeight - 1 }
    : { color: '#FFFFFF', symbolColor: '#1A1E26', height: titleBarHeight - 1 };
