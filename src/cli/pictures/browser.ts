import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PaperSize } from '../../pictures/index.js';

/** A Chromium of this machine, started without a window to make a picture of a page. */

type Environment = Readonly<Record<string, string | undefined>>;

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const windowsPlaces = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** The executable: the one that CHROME_PATH names, else Chromium, Chrome or Edge where they usually are. */
export function findBrowser(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  isThere: (path: string) => boolean = existsSync,
): string | undefined {
  const named = env['CHROME_PATH'] ?? '';
  if (named !== '') return isThere(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [
    ...(platform === 'win32' ? [] : names.flatMap((name) => folders.map((folder) => join(folder, name)))),
    ...(platform === 'darwin' ? macPlaces : []),
    ...(platform === 'win32'
      ? windowsFolders.flatMap((folder) => windowsPlaces.map((place) => join(env[folder] ?? '', place)))
      : []),
  ];
  return places.find(isThere);
}

const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--no-default-browser-check',
  '--no-first-run',
];
const timeoutMilliseconds = 60_000;

export interface Photo {
  readonly format: 'png' | 'pdf';
  readonly size: PaperSize;
  readonly scale: number;
}

/** A picture of a page. Throws with what the browser said where it makes none. */
export async function photograph(browser: string, page: string, { format, size, scale }: Photo): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'servicefull-picture-'));
  try {
    const source = join(folder, 'page.html');
    const result = join(folder, `picture.${format}`);
    await writeFile(source, page);
    const said = await run(browser, [
      ...flags,
      // As root, which is usual in containers, Chromium has no sandbox; the page has no script and loads nothing.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      ...(format === 'pdf'
        ? ['--no-pdf-header-footer', `--print-to-pdf=${result}`]
        : [
            '--default-background-color=00000000',
            `--force-device-scale-factor=${String(scale)}`,
            `--window-size=${String(size.width)},${String(size.height)}`,
            `--screenshot=${result}`,
          ]),
      pathToFileURL(source).href,
    ]);
    return await readFile(result).catch(() => {
      throw new Error(said.trim().split('\n').slice(-3).join(' ') || 'no picture');
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs a program to its end; gives what it wrote on standard error. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: timeoutMilliseconds });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
    });
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
}
