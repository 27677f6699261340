import { app, BrowserWindow } from 'electron';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../model/localized.js';
import { findAppRoot } from '../app-root.js';
import { declareAppProtocol, serveAppProtocol } from './app-protocol.js';
import { guardEverything } from './guards.js';
import { serveHostOverIpc } from './ipc.js';
import { firstMenu, setApplicationMenu } from './menu.js';
import { createWindows } from './windows.js';

/** The design that a command line names: its last argument, if that is a file. */
export async function fileNamedIn(argv: readonly string[], cwd: string): Promise<string | undefined> {
  const last = argv.slice(1).at(-1);
  if (last === undefined || last.startsWith('-')) return undefined;
  const path = resolve(cwd, last);
  return stat(path).then(
    (found) => (found.isFile() ? path : undefined),
    () => undefined,
  );
}

/** Runs the desktop app; a second start opens its file in the app that runs. */
export async function startApp(argv: readonly string[], cwd: string): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  declareAppProtocol();
  // On macOS a file that was double-clicked arrives as an event, possibly before the app is ready.
  const waiting: string[] = [];
  let open = (path: string): void => {
    waiting.push(path);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });

  await app.whenReady();
  const root = findAppRoot();
  const language: Language = /^ja\b/i.test(app.getPreferredSystemLanguages()[0] ?? app.getLocale()) ? 'ja' : 'en';
  guardEverything();
  serveAppProtocol(root.renderer);
  setApplicationMenu(firstMenu(process.platform, language));
  const preload = join(dirname(fileURLToPath(import.meta.url)), 'preload.cjs');
  const windows = createWindows({ root, preload, language });
  serveHostOverIpc((contents) => windows.hostOf(contents));

  open = (path) => void windows.open(path);
  app.on('second-instance', (_event, otherArgv, otherCwd) => {
    void fileNamedIn(otherArgv, otherCwd).then((file) => {
      const [window] = BrowserWindow.getAllWindows();
      if (file !== undefined || window === undefined) return windows.open(file);
      if (window.isMinimized()) window.restore();
      window.focus();
      return undefined;
    });
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void windows.open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  await windows.open(waiting.shift() ?? (await fileNamedIn(argv, cwd)));
}
