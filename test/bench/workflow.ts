import type { Browser, Page } from 'playwright-core';
import { emptyDesign, nodeId, type Design } from '../../src/model/design.js';
import { addNode } from '../../src/model/graph.js';
import { newPage, openApp, paneOf, serveApp, serveBare, settled } from './browser.js';
import type { Drawing } from './drawing.js';
import { measureGesture, type FrameResult } from './frames.js';
import { generatedWorkflow } from './generated-workflow.js';
import { median, quantile } from './statistics.js';

/** Inside a state machine: opening, panning, typing in its text, searching all AWS APIs. */

export interface WorkflowResult {
  readonly states: number;
  /** Milliseconds from going inside until every state is on screen. */
  readonly open: number;
  readonly pan: FrameResult;
}

export interface TypingResult {
  readonly lines: number;
  /** Milliseconds from the key until what was typed is painted. */
  readonly median: number;
  readonly p95: number;
}

export interface SearchResult {
  readonly keys: number;
  /** Milliseconds from the key until the list shows what it finds. */
  readonly median: number;
  readonly p95: number;
}

const machine = 'machine';
const statesOfTyping = 560;

function designOf(states: number): Design {
  const text = generatedWorkflow(states);
  const { design } = addNode(emptyDesign('Bench'), {
    service: 'state-machine',
    label: 'Machine',
    origin: 'created',
    props: {},
    definition: { format: 'json', text, substitutions: {} },
  });
  return { ...design, layout: { ...design.layout, nodes: { [nodeId(machine)]: { x: 0, y: 0 } } } };
}

/** Opens a generated definition in a fresh app, some times, and pans it beside bare React Flow. */
export async function measureWorkflow(browser: Browser, states: number, bareFolder: string): Promise<WorkflowResult> {
  const server = await serveApp(designOf(states));
  const opens: number[] = [];
  const rounds = 3;
  try {
    for (let round = 0; ; round++) {
      const app = await openApp(browser, server.url);
      // What was left out of the first load has come by then, as it has when a person goes inside.
      await app.page.waitForTimeout(2500);
      opens.push(await app.page.evaluate(goInside, states));
      await settled(app.page);
      if (round < rounds - 1) {
        await app.close();
        continue;
      }
      await app.page.getByRole('button', { name: 'Zoom to fit' }).click();
      await settled(app.page);
      const bareServer = await serveBare(bareFolder, await drawingOnScreen(app.page));
      const bare = await newPage(browser);
      await bare.page.goto(bareServer.url);
      await bare.page.locator('.react-flow__node').first().waitFor();
      await settled(bare.page);
      const pan = await measureGesture('pan', { app, bare }, states);
      await Promise.all([app.close(), bare.close()]);
      await bareServer.close();
      return { states, open: median(opens), pan };
    }
  } finally {
    await server.close();
  }
}

/** Double-clicks the card, and waits until all states are drawn. */
async function goInside(states: number): Promise<number> {
  const card = document.querySelector('.react-flow__node[data-id="machine"] .node-card');
  if (card === null) throw new Error('the state machine is not drawn');
  const begun = performance.now();
  card.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, cancelable: true }));
  const isThere = (): boolean => {
    const drawn = document.querySelectorAll('.workflow-canvas .react-flow__node[data-id^="/States"]');
    return drawn.length >= states && drawn[0]?.checkVisibility({ visibilityProperty: true }) === true;
  };
  const deadline = begun + 20_000;
  while (!isThere()) {
    if (performance.now() > deadline)
      throw new Error(
        `of ${String(states)} states ${String(document.querySelectorAll('.workflow-canvas .react-flow__node[data-id^="/States"]').length)} are drawn`,
      );
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - begun;
}

/** The bare page draws as many plain nodes and edges, where the app has its own. */
async function drawingOnScreen(page: Page): Promise<Drawing> {
  const pane = await paneOf(page);
  const { boxes, edges } = await page.evaluate(() => ({
    boxes: [...document.querySelectorAll('.react-flow__node')].map((node) => {
      const { x, y } = node.getBoundingClientRect();
      return { x, y };
    }),
    edges: document.querySelectorAll('.react-flow__edge').length,
  }));
  const { x, y, zoom } = pane.viewport;
  const nodes = boxes.map((box, index) => ({
    id: `n${String(index)}`,
    label: `State ${String(index)}`,
    x: (box.x - pane.x - x) / zoom,
    y: (box.y - pane.y - y) / zoom,
  }));
  return {
    pane,
    nodes,
    edges: Array.from({ length: edges }, (_, index) => ({
      id: `e${String(index)}`,
      from: `n${String(index % nodes.length)}`,
      to: `n${String((index + 1) % nodes.length)}`,
    })),
  };
}

/** Milliseconds between keys: fast typing, and a pace at which each pause could be the end. */
const paces = [60, 280];
const keysOfPace = 30;

/** Types in the text of a definition of more than 5,000 lines. */
export async function measureTyping(browser: Browser): Promise<TypingResult> {
  const design = designOf(statesOfTyping);
  const lines = design.nodes[nodeId(machine)]?.definition?.text.split('\n').length ?? 0;
  const server = await serveApp(design);
  const app = await openApp(browser, server.url);
  const { page } = app;
  try {
    await page.waitForTimeout(2500);
    await page.evaluate(goInside, 1);
    await settled(page);
    await page.locator('.workflow-text .cm-content').click();
    // Behind the first quote of the first value: what is typed leaves the text valid.
    await page.keyboard.press('Control+Home');
    for (let line = 0; line < 1; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.type('\n  "Comment": "",');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await settled(page);
    await page.evaluate(watchKeys);
    for (const pace of paces)
      for (let key = 0; key < keysOfPace; key++) {
        await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
        await page.waitForTimeout(pace);
      }
    const times = await page.evaluate(() => (globalThis as unknown as { benchKeys: number[] }).benchKeys);
    return { lines, median: median(times), p95: quantile(times, 0.95) };
  } finally {
    await app.close();
    await server.close();
  }
}

/** In the page: from each key until the frame after it has been painted. */
function watchKeys(): void {
  const benchKeys: number[] = [];
  Object.assign(globalThis, { benchKeys });
  window.addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => benchKeys.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

const queries = ['put item', 'ddb putItem', 'bedrock invoke', '文字起こし', 'start transcription job'];

/** Types searches over all AWS APIs into the palette. */
export async function measureSearch(browser: Browser): Promise<SearchResult> {
  const server = await serveApp(designOf(12));
  const app = await openApp(browser, server.url);
  const { page } = app;
  try {
    await page.waitForTimeout(2500);
    await page.evaluate(goInside, 1);
    await settled(page);
    const search = page.locator('.palette-search input');
    await search.fill('lambda');
    await page.locator('.found [role=option]').first().waitFor();
    await search.fill('');
    await settled(page);
    const times: number[] = [];
    for (const query of queries) {
      for (const letter of query) {
        await search.focus();
        times.push(await page.evaluate(searchOnce, letter));
        await page.waitForTimeout(120);
      }
      await search.fill('');
      await page.waitForTimeout(200);
    }
    return { keys: times.length, median: median(times), p95: quantile(times, 0.95) };
  } finally {
    await app.close();
    await server.close();
  }
}

/** Types a letter, and waits until the list says how much it found. */
async function searchOnce(letter: string): Promise<number> {
  const input = document.activeElement;
  if (!(input instanceof HTMLInputElement)) throw new Error('the search has no focus');
  const panel = input.closest('.palette') ?? document.body;
  const begun = performance.now();
  const changed = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(panel, { subtree: true, childList: true, characterData: true });
    // A letter that changes nothing of what is found.
    setTimeout(resolve, 1000);
  });
  // As React hears it.
  Reflect.set(HTMLInputElement.prototype, 'value', `${input.value}${letter}`, input);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter, inputType: 'insertText' }));
  await changed;
  // The list follows in a render of its own.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const time = performance.now() - begun;
  return time > 900 ? 0 : time;
}
