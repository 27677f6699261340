// Where Chromium is, for the browser tests and the screens.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { which } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[variable] ?? '', path),
    ),
  ),
};

/** The executable of a Chromium: the one that CHROME names, else one of the usual names; undefined: none. */
export function findBrowser() {
  const named = process.env.CHROME;
  if (named !== undefined && named !== '') return existsSync(named) ? named : which(named);
  for (const name of names) {
    const path = which(name);
    if (path !== undefined) return path;
  }
  return (places[process.platform] ?? []).find((path) => existsSync(path));
}
