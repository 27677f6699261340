import { type ChildProcess } from 'node:child_process';
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import type { Design } from '../../src/model/design.js';
import { serialiseDesign } from '../../src/model/serialise.js';
import { browserFlags, browserPath, serve } from '../e2e/helpers/studio.js';
import type { Drawing } from './drawing.js';

export const windowSize = { width: 1440, height: 900 };

/** A page on screen, with its own profile. */
export interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  close(): Promise<void>;
}

/** The app's server, with a design as its start file. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: browserPath, args: browserFlags });

export async function newPage(browser: Browser): Promise<OpenPage> {
  const context: BrowserContext = await browser.newContext({ viewport: windowSize, locale: 'en-US' });
  // tsx names functions by a helper of its own, which functions sent to a page would miss there.
  await context.addInitScript('globalThis.__name = (named) => named;');
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  return { page, devtools, close: () => context.close() };
}

/** Serves the built app in a home of its own; without a design it starts with the start screen. */
export async function serveApp(design: Design | undefined): Promise<Served> {
  const home = mkdtempSync(join(tmpdir(), 'servicefull-bench-'));
  if (design !== undefined) writeFileSync(join(home, 'bench.yaml'), serialiseDesign(design));
  const { url, child } = await serve(home, design === undefined ? undefined : 'bench.yaml');
  return {
    url,
    close: async () => {
      await end(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill();
  });

/** Opens the app and waits until its canvas shows every node. */
export async function openApp(browser: Browser, url: string): Promise<OpenPage> {
  const opened = await newPage(browser);
  await opened.page.goto(url);
  await opened.page.locator('.react-flow__node').first().waitFor();
  await settled(opened.page);
  return opened;
}

/** Until the main thread has been idle for a while. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const deadline = performance.now() + 20_000;
    for (let quiet = 0; quiet < 20 && performance.now() < deadline;) {
      const before = performance.now();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      quiet = performance.now() - before < 40 ? quiet + 1 : 0;
    }
  });
}

/** Where the app's canvas lies, and how far it is zoomed: the bare page takes the same place. */
export const paneOf = (page: Page): Promise<Drawing['pane']> =>
  page.evaluate(() => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    const viewport = document.querySelector('.react-flow__viewport');
    if (box === undefined || viewport === null) throw new Error('there is no canvas');
    const { e: x, f: y, a: zoom } = new DOMMatrix(getComputedStyle(viewport).transform);
    return { x: box.x, y: box.y, width: box.width, height: box.height, viewport: { x, y, zoom } };
  });

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves the bare page with what it is to draw. */
export async function serveBare(folder: string, drawing: Drawing): Promise<Served> {
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    try {
      const isDrawing = path === '/drawing.json';
      const body = isDrawing ? JSON.stringify(drawing) : readFileSync(join(folder, path));
      response.writeHead(200, { 'Content-Type': isDrawing ? 'application/json' : (types[extname(path)] ?? '') });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
