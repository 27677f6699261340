import type { Browser } from 'playwright-core';
import type { Design } from '../../src/model/design.js';
import { newPage, serveApp } from './browser.js';
import { median } from './statistics.js';

/** Milliseconds from the request for the page, with a new profile and an empty cache; medians of several starts. */
export interface StartResult {
  /** 0: the start screen. */
  readonly nodes: number;
  readonly firstPaint: number;
  /** The drawing, or the ways to begin. */
  readonly picture: number;
  /** Everything is on screen, and what is clicked would be answered at once. */
  readonly interactive: number;
  /** Compressed bytes of the app that had come before the picture, and how many files. */
  readonly bytes: number;
  readonly files: number;
}

const rounds = 5;

/** Starts the app with a design, or with the start screen. */
export async function measureStart(browser: Browser, design: Design | undefined): Promise<StartResult> {
  const server = await serveApp(design);
  try {
    const starts: Omit<StartResult, 'nodes'>[] = [];
    // The first is left out: it warms up the server and the disk's cache.
    for (let round = 0; round <= rounds; round++) {
      const start = await startOnce(browser, server.url, design === undefined);
      if (round > 0) starts.push(start);
    }
    const middle = (of: (start: Omit<StartResult, 'nodes'>) => number): number => median(starts.map(of));
    return {
      nodes: design === undefined ? 0 : Object.keys(design.nodes).length,
      firstPaint: middle((start) => start.firstPaint),
      picture: middle((start) => start.picture),
      interactive: middle((start) => start.interactive),
      bytes: middle((start) => start.bytes),
      files: middle((start) => start.files),
    };
  } finally {
    await server.close();
  }
}

interface Seen {
  readonly picture: number;
  readonly interactive: number;
}

async function startOnce(browser: Browser, url: string, isStartScreen: boolean): Promise<Omit<StartResult, 'nodes'>> {
  const opened = await newPage(browser);
  const { page, devtools } = opened;
  await devtools.send('Network.enable');
  const arrived: { readonly at: number; readonly bytes: number }[] = [];
  const bodies = new Map<string, number>();
  let wallOffset = 0;
  devtools.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp }) => {
    wallOffset = (wallTime - timestamp) * 1000;
    // The design itself is the person's, however large it is.
    if (!new URL(request.url).pathname.startsWith('/host/')) bodies.set(requestId, 0);
  });
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const known = bodies.get(requestId);
    if (known !== undefined) bodies.set(requestId, known + encodedDataLength);
  });
  devtools.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const bytes = bodies.get(requestId);
    if (bytes !== undefined) arrived.push({ at: timestamp * 1000 + wallOffset, bytes });
  });
  await page.addInitScript(watch, isStartScreen);
  const begun = Date.now();
  await page.goto(url);
  const seen = (await page
    .waitForFunction(() => (globalThis as { benchSeen?: Seen }).benchSeen)
    .then((handle) => handle.jsonValue())) as Seen;
  const firstPaint = await page.evaluate(
    () =>
      performance.timeOrigin +
      (performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN),
  );
  await opened.close();
  const before = arrived.filter(({ at }) => at <= seen.picture);
  return {
    firstPaint: firstPaint - begun,
    picture: seen.picture - begun,
    interactive: seen.interactive - begun,
    bytes: before.reduce((sum, { bytes }) => sum + bytes, 0),
    files: before.length,
  };
}

/** Runs in the page before its own code: looks in each frame what is on screen. */
function watch(isStartScreen: boolean): void {
  const isShown = (selector: string): boolean => {
    const element = document.querySelector(selector);
    return element !== null && element.checkVisibility({ visibilityProperty: true });
  };
  const now = (): number => performance.timeOrigin + performance.now();
  let picture: number | undefined;
  const isWhole = (): boolean =>
    isShown('.title-bar button') && (isStartScreen || (isShown('.palette button') && isShown('.status-bar')));
  const look = (): void => {
    // Found while a frame is made: on screen when the next one begins.
    if (picture === undefined && isShown(isStartScreen ? '.start-ways' : '.react-flow__node'))
      requestAnimationFrame(() => {
        picture ??= now();
      });
    if (picture !== undefined && isWhole()) {
      const asked = performance.now();
      setTimeout(() => {
        if (performance.now() - asked > 50) requestAnimationFrame(look);
        else (globalThis as { benchSeen?: Seen }).benchSeen = { picture: picture ?? 0, interactive: now() };
      });
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
