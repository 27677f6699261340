import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** The app as a person has it: the command line serves it on loopback, Chromium shows it, files lie in a home of its own. */

const root = join(import.meta.dirname, '../../..');
const cli = join(root, 'dist/cli/servicefull.js');

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface StudioOptions {
  /** Files put into the home folder before start: name -> text. */
  readonly files?: Readonly<Record<string, string>>;
  /** One of `files`, opened at start. */
  readonly open?: string;
  readonly size?: Size;
  readonly locale?: 'en-US' | 'ja-JP';
  readonly theme?: 'light' | 'dark';
  /** A home of an earlier studio, to start again in. */
  readonly home?: string;
  /** One that others use as well; without it the studio has its own. */
  readonly browser?: Browser;
  /** Further environment of the server. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Studio {
  readonly page: Page;
  readonly home: string;
  readonly url: string;
  /** What the page logged as errors, and requests to other hosts. */
  readonly complaints: readonly string[];
  /** Ends browser and server at once, as a crash does. */
  kill(): Promise<void>;
  close(options?: { readonly keepHome?: boolean }): Promise<void>;
}

export const browserPath = process.env['CHROME'] ?? '/usr/bin/chromium';

export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath, args: browserFlags });

export async function serve(
  home: string,
  open?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ url: string; child: ChildProcess }> {
  if (!existsSync(cli)) throw new Error('dist/cli/servicefull.js is not built: npm run build');
  const child = spawn(process.execPath, [cli, 'serve', ...(open === undefined ? [] : [open])], {
    cwd: home,
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_STATE_HOME: join(home, '.state'),
      XDG_DATA_HOME: join(home, '.data'),
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const match = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said);
      if (match !== null) resolve(match[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => {
      reject(new Error(`the server ended with ${String(code)}: ${said}`));
    });
  });
  return { url, child };
}

export async function openStudio(options: StudioOptions = {}): Promise<Studio> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'servicefull-home-'));
  for (const [name, text] of Object.entries(options.files ?? {})) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  const { url, child } = await serve(home, options.open, options.env);
  const browser = options.browser ?? (await launchBrowser());
  const context: BrowserContext = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    locale: options.locale ?? 'en-US',
    colorScheme: options.theme ?? 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${String(response.status())}: ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (address.hostname !== '127.0.0.1' && /^https?:$/.test(address.protocol))
      complaints.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  // The first page only hands over the cookie and goes on.
  await page.locator('.title-bar').waitFor();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const leave = (): Promise<void> => (options.browser === undefined ? browser.close() : context.close());
  return {
    page,
    home,
    url,
    complaints,
    kill: async () => {
      child.kill('SIGKILL');
      await leave();
      await ended;
    },
    close: async ({ keepHome = false } = {}) => {
      await leave();
      child.kill();
      await ended;
      if (!keepHome) rmSync(home, { recursive: true, force: true });
    },
  };
}
