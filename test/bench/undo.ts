import type { Browser, Page } from 'playwright-core';
import type { Design } from '../../src/model/design.js';
import { newPage, openApp, paneOf, serveApp, serveBare, settled } from './browser.js';
import { aFunction, selectNode } from './edits.js';
import { drawingOf } from './frames.js';
import { median } from './statistics.js';

/** What it costs to take a step back: in the app, and what React Flow alone needs to show the same. */

export interface UndoTimes {
  /** Milliseconds of the main thread until the drawing shows what was there before. */
  readonly app: number;
  /** The same change of the nodes on the bare page. */
  readonly bare: number;
}

export interface UndoResult {
  readonly nodes: number;
  /** By the step that is taken back. */
  readonly steps: Readonly<Record<string, UndoTimes>>;
}

/** How nodes come to be another list: in the page, so it can use nothing from here. */
type Change = 'move' | 'remove' | 'add' | 'move all' | 'add all';

interface UndoStep {
  readonly all?: true;
  /** Make the step in the app. */
  readonly keys: readonly string[];
  /** What its undo is on the bare page. */
  readonly bare: Change;
}

const undoSteps: Readonly<Record<string, UndoStep>> = {
  move: { keys: ['ArrowRight'], bare: 'move' },
  duplicate: { keys: ['Control+d'], bare: 'remove' },
  delete: { keys: ['Delete'], bare: 'add' },
  'move everything': { all: true, keys: ['ArrowRight'], bare: 'move all' },
  'delete everything': { all: true, keys: ['Delete'], bare: 'add all' },
};

const rounds = 7;

/** Undo of every kind of step on a design. */
export async function measureUndo(browser: Browser, design: Design, bareFolder: string): Promise<UndoResult> {
  const appServer = await serveApp(design);
  const app = await openApp(browser, appServer.url);
  const bareServer = await serveBare(bareFolder, drawingOf(design, await paneOf(app.page)));
  const bare = await newPage(browser);
  await bare.page.goto(bareServer.url);
  await bare.page.locator('.react-flow__node').first().waitFor();
  await settled(bare.page);
  try {
    const steps: Record<string, UndoTimes> = {};
    for (const [name, step] of Object.entries(undoSteps)) {
      const times: { app: number[]; bare: number[] } = { app: [], bare: [] };
      for (let round = 0; round < rounds; round++) {
        times.app.push(await undoInApp(app.page, step));
        times.bare.push(await undoOnBarePage(bare.page, step.bare));
      }
      steps[name] = { app: median(times.app), bare: median(times.bare) };
    }
    return { nodes: Object.keys(design.nodes).length, steps };
  } finally {
    await Promise.all([app.close(), bare.close()]);
    await Promise.all([appServer.close(), bareServer.close()]);
  }
}

async function undoInApp(page: Page, { all, keys }: UndoStep): Promise<number> {
  await page.bringToFront();
  await selectNode(page, aFunction);
  if (all === true) await page.keyboard.press('Control+a');
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
  const time = await page.evaluate(pressUndo);
  await settled(page);
  return time;
}

/** Presses the keys of undo and waits until React has written the drawing anew. */
async function pressUndo(): Promise<number> {
  const target = document.querySelector('.react-flow__pane') ?? document.body;
  const begun = performance.now();
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true }),
  );
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  return performance.now() - begun;
}

async function undoOnBarePage(page: Page, change: Change): Promise<number> {
  await page.bringToFront();
  await page.evaluate(prepareBare, change);
  await settled(page);
  const time = await page.evaluate(changeBare, change);
  await settled(page);
  return time;
}

interface BareNode {
  readonly id: string;
  readonly position: { readonly x: number; readonly y: number };
}

interface BarePage {
  readonly benchNodes: (change: (nodes: readonly BareNode[]) => readonly BareNode[]) => void;
  benchKept?: readonly BareNode[];
}

/** What there must be before: one node too many, one too few, or none at all. */
function prepareBare(change: Change): void {
  const bare = globalThis as unknown as BarePage;
  bare.benchNodes((nodes) => {
    bare.benchKept = nodes;
    const [first] = nodes;
    if (change === 'remove' && first !== undefined) return [...nodes, { ...first, id: 'bench-copy' }];
    if (change === 'add') return nodes.slice(1);
    return change === 'add all' ? [] : nodes;
  });
}

async function changeBare(change: Change): Promise<number> {
  const bare = globalThis as unknown as BarePage;
  const kept = bare.benchKept ?? [];
  const aside = (node: BareNode): BareNode => ({
    ...node,
    position: { x: node.position.x + 8, y: node.position.y },
  });
  const begun = performance.now();
  bare.benchNodes((nodes) => {
    if (change === 'move') return nodes.map((node, index) => (index === 0 ? aside(node) : node));
    return change === 'move all' ? nodes.map(aside) : kept;
  });
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  return performance.now() - begun;
}
