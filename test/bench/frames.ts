import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Design, Point } from '../../src/model/design.js';
import { nodeBox } from '../../src/layout/geometry.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { openApp, paneOf, newPage, serveApp, serveBare, settled, type OpenPage } from './browser.js';
import type { Drawing } from './drawing.js';
import { median, quantile } from './statistics.js';

/** Frame rates of gestures, on the app's canvas and on a bare React Flow page of the same drawing, by turns. */

export const gestureNames = ['pan', 'zoom', 'drag', 'box'] as const;
export type GestureName = (typeof gestureNames)[number];

/** What one run of a gesture cost. */
interface Cost {
  readonly framesPerSecond: number;
  /** Longest of the quickest 95 % of the frames. */
  readonly frameP95: number;
  /** Of the main thread, for each step: what the page itself does, without drawing. */
  readonly workPerStep: number;
}

export interface FrameResult {
  readonly gesture: GestureName;
  readonly nodes: number;
  readonly app: Cost;
  readonly bare: Cost;
  /** Frames per second of the app over those of the bare page. */
  readonly ratio: number;
}

const steps = 60;
const rounds = 5;

type Side = 'app' | 'bare';

/** Every gesture asked for, on a design. */
export async function measureFrames(
  browser: Browser,
  design: Design,
  gestures: readonly GestureName[],
  bareFolder: string,
): Promise<readonly FrameResult[]> {
  const appServer = await serveApp(design);
  const app = await openApp(browser, appServer.url);
  const bareServer = await serveBare(bareFolder, drawingOf(design, await paneOf(app.page)));
  const bare = await newPage(browser);
  await bare.page.goto(bareServer.url);
  await bare.page.locator('.react-flow__node').first().waitFor();
  await settled(bare.page);
  try {
    const results: FrameResult[] = [];
    for (const gesture of gestures) results.push(await measureGesture(gesture, { app, bare }, count(design)));
    return results;
  } finally {
    await Promise.all([app.close(), bare.close()]);
    await Promise.all([appServer.close(), bareServer.close()]);
  }
}

const count = (design: Design): number => Object.keys(design.nodes).length;

/** A gesture on both pages by turns; the pages show the same drawing. */
export async function measureGesture(
  gesture: GestureName,
  pages: Readonly<Record<Side, OpenPage>>,
  nodes: number,
): Promise<FrameResult> {
  const costs: Record<Side, Cost[]> = { app: [], bare: [] };
  // The first turn of each warms it up. Whoever goes first changes, so that no side has the noisier half.
  for (let round = 0; round <= rounds; round++) {
    const order: readonly Side[] = round % 2 === 0 ? ['app', 'bare'] : ['bare', 'app'];
    for (const side of order) {
      const cost = await perform(gesture, side, pages[side]);
      if (round > 0) costs[side].push(cost);
    }
  }
  const app = middle(costs.app);
  const bare = middle(costs.bare);
  return { gesture, nodes, app, bare, ratio: app.framesPerSecond / bare.framesPerSecond };
}

const middle = (costs: readonly Cost[]): Cost => ({
  framesPerSecond: median(costs.map((cost) => cost.framesPerSecond)),
  frameP95: median(costs.map((cost) => cost.frameP95)),
  workPerStep: median(costs.map((cost) => cost.workPerStep)),
});

async function perform(gesture: GestureName, side: Side, { page, devtools }: OpenPage): Promise<Cost> {
  await page.bringToFront();
  await settled(page);
  const { pane, node } = await startsOf(page);
  const work = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const { step, end } = await begin(gesture, side, page, gesture === 'drag' ? node : pane);
  const workBefore = await work();
  const stamps = await recordFrames(page);
  for (let at = 1; at <= steps; at++) await step(at);
  const frames = await stamps();
  const workAfter = await work();
  await end();
  const times = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    framesPerSecond: (1000 * times.length) / total,
    frameP95: quantile(times, 0.95),
    workPerStep: (workAfter - workBefore) / steps,
  };
}

interface Running {
  readonly step: (at: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A small circle, so that everything is back where it was at the end. */
const onCircle = (from: Point, at: number, radius: number): Point => ({
  x: from.x + radius * Math.sin((2 * Math.PI * at) / steps),
  y: from.y + radius * (1 - Math.cos((2 * Math.PI * at) / steps)),
});

async function begin(gesture: GestureName, side: Side, page: Page, from: Point): Promise<Running> {
  const { mouse, keyboard } = page;
  await mouse.move(from.x, from.y);
  switch (gesture) {
    case 'pan': {
      const button = side === 'app' ? 'middle' : 'left';
      await mouse.down({ button });
      return { step: moveOnCircle(page, from, 40), end: () => mouse.up({ button }) };
    }
    case 'zoom':
      if (side === 'app') await keyboard.down('Control');
      return {
        step: (at) => mouse.wheel(0, at <= steps / 2 ? -10 : 10),
        end: async () => {
          if (side === 'app') await keyboard.up('Control');
        },
      };
    case 'drag':
      await mouse.down();
      return { step: moveOnCircle(page, from, 40), end: () => mouse.up() };
    case 'box': {
      if (side === 'bare') await keyboard.down('Shift');
      await mouse.down();
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
      return {
        step: (at) =>
          mouse.move(from.x + ((width * 0.7 - from.x) * at) / steps, from.y + ((height * 0.9 - from.y) * at) / steps),
        end: async () => {
          await mouse.up();
          if (side === 'bare') await keyboard.up('Shift');
          await mouse.click(from.x, from.y);
        },
      };
    }
  }
}

const moveOnCircle =
  (page: Page, from: Point, radius: number) =>
  (at: number): Promise<void> => {
    const { x, y } = onCircle(from, at, radius);
    return page.mouse.move(x, y);
  };

/** Collects the time of each frame until the returned function is called. */
async function recordFrames(page: Page): Promise<() => Promise<readonly number[]>> {
  const recorder = await page.evaluateHandle(() => {
    const stamps: number[] = [];
    let isOn = true;
    const tick = (at: number): void => {
      stamps.push(at);
      if (isOn) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    return {
      stop: (): readonly number[] => {
        isOn = false;
        return stamps;
      },
    };
  });
  return () => recorder.evaluate(({ stop }) => stop());
}

/** A point of the empty pane towards the top left, and the middle of a card near the middle. */
const startsOf = (page: Page): Promise<{ pane: Point; node: Point }> =>
  page.evaluate(() => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (box === undefined) throw new Error('there is no canvas');
    const isOn = (x: number, y: number, selector: string): boolean =>
      document.elementFromPoint(x, y)?.closest(selector) !== null;
    const findPane = (): { x: number; y: number } => {
      for (let away = 6; away < box.height; away += 3)
        for (let x = box.left + 6; x < box.left + away; x += 3) {
          const y = box.top + away;
          if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane') === true) return { x, y };
        }
      throw new Error('no part of the pane is empty');
    };
    const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const cards = [...document.querySelectorAll('.react-flow__node:not(.react-flow__node-area)')]
      .map((card) => card.getBoundingClientRect())
      .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
      .filter(({ x, y }) => isOn(x, y, '.react-flow__node'))
      .sort((a, b) => Math.hypot(a.x - centre.x, a.y - centre.y) - Math.hypot(b.x - centre.x, b.y - centre.y));
    const [node] = cards;
    if (node === undefined) throw new Error('no card is in view');
    return { pane: findPane(), node };
  });

/** What the bare page has to draw to be like the app's canvas. */
export function drawingOf(design: Design, pane: Drawing['pane']): Drawing {
  const system = resolveSystem(design);
  return {
    pane,
    nodes: [...system.nodes.values()].map(({ id, label }) => {
      const { x = 0, y = 0 } = nodeBox(design, id) ?? {};
      return { id, label, x, y };
    }),
    edges: [...system.connections.values()].map(({ id, from, to }) => ({ id, from, to })),
  };
}

export const bareFolder = (root: string): string => join(root, 'dist/bench/bare');
