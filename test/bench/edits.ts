import type { Browser, Page } from 'playwright-core';
import type { Design } from '../../src/model/design.js';
import { openApp, serveApp, settled, type OpenPage } from './browser.js';
import { median, quantile } from './statistics.js';

/** What an open design costs: advice and code after an edit, layout, memory. Edits come from the keyboard. */

export interface EditResult {
  readonly nodes: number;
  readonly edits: number;
  /** Milliseconds from the key until the app holds the new advice, or the new code. */
  readonly advice: { readonly median: number; readonly p95: number };
  readonly code: { readonly median: number; readonly p95: number };
}

export interface LayoutResult {
  readonly nodes: number;
  readonly milliseconds: number;
}

export interface MemoryResult {
  readonly nodes: number;
  /** Of the page, after garbage collection; without its worker. */
  readonly heapBytes: number;
}

/** Opens a design for measurements. */
export async function withApp<Result>(
  browser: Browser,
  design: Design,
  measure: (opened: OpenPage, nodes: number) => Promise<Result>,
): Promise<Result> {
  const server = await serveApp(design);
  const opened = await openApp(browser, server.url);
  try {
    return await measure(opened, Object.keys(design.nodes).length);
  } finally {
    await opened.close();
    await server.close();
  }
}

/** A function of the first context: it is there at every size. */
export const aFunction = 'create-001';

export async function selectNode(page: Page, id: string): Promise<void> {
  await page.locator(`.react-flow__node[data-id="${id}"]`).focus();
  await page.keyboard.press('Enter');
  await page.locator('.inspector').getByRole('textbox').first().waitFor();
}

const editCount = 100;

export async function measureEdits({ page }: OpenPage, nodes: number): Promise<EditResult> {
  // Panels that show advice and code are closed, as they are at first; what is measured is that both are there.
  await page.evaluate(listen);
  const keys: string[] = [];
  await selectNode(page, aFunction);
  const advice: number[] = [];
  const code: number[] = [];
  const edit = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    const answer = await page.evaluate(() =>
      (globalThis as unknown as { benchAnswer(): Promise<Answer> }).benchAnswer(),
    );
    advice.push(answer.advice);
    code.push(answer.code);
    keys.push(key);
  };
  // The first edits find a cold worker.
  await page.getByRole('textbox', { name: 'What it must do' }).click();
  for (const letter of 'warming') await edit(letter);
  advice.length = 0;
  code.length = 0;
  const words = 'Checks the order, reserves the goods and says when they leave';
  for (const letter of words.slice(0, editCount - 40)) await edit(letter === ' ' ? 'Space' : letter);
  for (let round = 0; round < 10; round++) {
    await selectNode(page, aFunction);
    await edit('Control+d');
    await edit('Delete');
    await edit('Control+z');
    await edit('Control+z');
  }
  const summary = (times: readonly number[]) => ({ median: median(times), p95: quantile(times, 0.95) });
  return { nodes, edits: advice.length, advice: summary(advice), code: summary(code) };
}

interface Answer {
  readonly advice: number;
  readonly code: number;
}

/** In the page: notes when keys come and when their answers are there. */
function listen(): void {
  const answers = { advice: 0, code: 0 };
  let key = 0;
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'servicefull:advice') answers.advice = startTime;
      if (name === 'servicefull:code') answers.code = startTime;
    }
  }).observe({ type: 'mark' });
  window.addEventListener(
    'keydown',
    (event) => {
      key = event.timeStamp;
    },
    { capture: true },
  );
  const benchAnswer = async (): Promise<Answer> => {
    const deadline = performance.now() + 10_000;
    while (answers.advice < key || answers.code < key) {
      if (performance.now() > deadline) throw new Error('an edit was not answered');
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return { advice: answers.advice - key, code: answers.code - key };
  };
  Object.assign(globalThis, { benchAnswer });
}

export async function measureLayout({ page }: OpenPage, nodes: number): Promise<LayoutResult> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    await page
      .locator('.react-flow__pane')
      .focus()
      .catch(() => undefined);
    times.push(await page.evaluate(layoutInPage));
    await settled(page);
    await page.keyboard.press('Control+z');
    await settled(page);
  }
  return { nodes, milliseconds: median(times) };
}

/** Runs the layout by its keys, and waits until a card is somewhere else. */
async function layoutInPage(): Promise<number> {
  const canvas = document.querySelector('.canvas');
  if (canvas === null) throw new Error('there is no canvas');
  const moved = new Promise<void>((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (canvas.getAttribute('data-tidying') !== 'true') return;
      observer.disconnect();
      resolve();
    });
    observer.observe(canvas, { attributes: true, attributeFilter: ['data-tidying'] });
    setTimeout(() => {
      reject(new Error('the layout took longer than a minute'));
    }, 60_000);
  });
  const begun = performance.now();
  (document.querySelector('.react-flow__pane') ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key: 'L', code: 'KeyL', shiftKey: true, bubbles: true, cancelable: true }),
  );
  await moved;
  return performance.now() - begun;
}

export async function measureMemory({ devtools }: OpenPage, nodes: number): Promise<MemoryResult> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return { nodes, heapBytes: metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN };
}
