import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityViolations } from './helpers/accessibility.js';
import { settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** Inside a state machine, with mouse and keyboard: each test begins with the same small definition. */

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Take',
  States: {
    Take: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Arguments: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/orders', MessageBody: 'x' },
      Next: 'Decide',
    },
    Decide: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.large %}', Next: 'Each' }],
      Default: 'Rest',
    },
    Each: {
      Type: 'Map',
      Items: '{% $states.input.items %}',
      ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } },
      Next: 'Rest',
    },
    Rest: { Type: 'Wait', Seconds: 5, Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};

const design = `format: servicefull-design
version: 1
settings: { name: Flow }
nodes:
  machine: { service: state-machine, label: Machine, definition: { format: json, text: ${JSON.stringify(
    `${JSON.stringify(definition, null, 2)}\n`,
  )} } }
layout:
  nodes:
    machine: { x: 0, y: 0 }
`;

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({
    files: { 'flow.yaml': design },
    open: 'flow.yaml',
    size: { width: 1440, height: 900 },
  });
  page = studio.page;
  await settle(page);
  await page.locator('.react-flow__node[data-id="machine"]').dblclick({ position: { x: 40, y: 12 } });
  await state('Take').waitFor();
});
afterAll(() => studio.close());

beforeEach(async () => {
  await page.mouse.up();
  await page.keyboard.press('Escape');
  if ((await page.locator('.workflow-canvas').count()) === 0) await page.keyboard.press('Shift+Enter');
  // The title bar follows the drawing a moment later.
  await rest();
  for (let step = 0; step < 30 && (await undo().isEnabled()); step++) await undo().click();
  await state('Take').waitFor();
  await page.keyboard.press('Shift+Digit1');
  await rest();
});

const undo = () => page.getByRole('button', { name: /^Undo/ });
const key = (...path: readonly string[]): string => path.map((part) => `/${part}`).join('');
const byKey = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const state = (name: string) => byKey(key('States', name));
const rest = () => page.waitForTimeout(450);

/** The names of the states on the canvas, inner ones too. */
const names = () => page.locator('.workflow-canvas .node-title').allInnerTexts();

const clickState = (name: string, modifiers: ('Shift' | 'Control')[] = []) =>
  state(name).click({ position: { x: 60, y: 12 }, modifiers });

interface At {
  readonly x: number;
  readonly y: number;
}

async function middleOf(name: string): Promise<At> {
  const box = await state(name).boundingBox();
  if (box === null) throw new Error(`${name} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(from: At, to: At): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
  await rest();
}

/** What the selected states are as text. */
async function text(): Promise<typeof definition> {
  const lines = await page.evaluate(async () => {
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    document.dispatchEvent(event);
    return Promise.resolve(event.clipboardData?.getData('text/plain') ?? '');
  });
  return JSON.parse(lines) as typeof definition;
}

/** What each state leads to. */
async function ways(): Promise<Readonly<Record<string, readonly string[]>>> {
  const labels = await page
    .locator('.workflow-canvas .react-flow__edge')
    .evaluateAll((edges) => edges.map((edge) => edge.getAttribute('aria-label') ?? ''));
  const found: Record<string, string[]> = {};
  for (const label of labels) {
    const [, from, to] = /^(.+?) → ([^,]+)/.exec(label) ?? [];
    if (from !== undefined && to !== undefined) found[from] = [...(found[from] ?? []), to].sort();
  }
  return found;
}

test('every state is on the canvas, and the way on from it is drawn', async () => {
  await expect.poll(names).toEqual(['Take', 'Decide', 'Each', 'Inner', 'Rest', 'Done']);
  // Start, four ways on, a rule, Default, the end of the item processor with its start, and the end.
  expect(await page.locator('.workflow-canvas .react-flow__edge').count()).toBe(9);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('a state is moved onto a transition, which lights up, and elsewhere it stays where it was dropped', async () => {
  const done = await middleOf('Done');
  const [take, decide] = [await middleOf('Take'), await middleOf('Decide')];
  await drag(await middleOf('Rest'), { x: take.x, y: (take.y + decide.y) / 2 });
  await expect.poll(ways).toMatchObject({ Take: ['Rest'], Rest: ['Decide'], Each: ['Done'] });
  await undo().click();
  await rest();
  await drag(done, { x: done.x + 200, y: done.y });
  expect((await middleOf('Done')).x).toBeGreaterThan(done.x + 150);
  await page.keyboard.press('Shift+L');
  await rest();
  await rest();
  await expect.poll(() => undo().isEnabled()).toBe(true);
});

test('a line drawn from a port leads on to the state it ends at; one into the empty adds a state there', async () => {
  await state('Take').hover();
  const port = state('Take').locator('.port:not(.port-catch)');
  const from = await port.boundingBox();
  if (from === null) throw new Error('no port');
  await drag({ x: from.x + 12, y: from.y + 12 }, await middleOf('Rest'));
  await expect.poll(ways).toMatchObject({ Take: ['Rest'] });
  await undo().click();
  await rest();
  await state('Take').hover();
  const fault = await state('Take').locator('.port-catch').boundingBox();
  if (fault === null) throw new Error('no port');
  await drag({ x: fault.x + 12, y: fault.y + 12 }, { x: fault.x - 60, y: fault.y + 140 });
  await page.keyboard.type('fail');
  await page.keyboard.press('Enter');
  await page.locator('.transition[data-kind="catch"]').waitFor({ state: 'attached' });
  await expect.poll(names).toContain('Fail');
});

test('the plus of a transition adds a state on it', async () => {
  const [take, decide] = [await middleOf('Take'), await middleOf('Decide')];
  await page.mouse.move(take.x, (take.y + decide.y) / 2);
  await page.locator('.line-add').click();
  await page.keyboard.type('wait');
  await page.keyboard.press('Enter');
  await rest();
  await expect.poll(ways).toMatchObject({ Take: ['Wait'], Wait: ['Decide'] });
});

test('the keyboard walks along transitions, renames, adds, duplicates, wraps and deletes', async () => {
  await clickState('Take');
  await page.keyboard.press('ArrowDown');
  await expect.poll(focusedName).toBe('Decide');
  await page.keyboard.press('ArrowUp');
  await expect.poll(focusedName).toBe('Take');
  await page.keyboard.press('F2');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.keyboard.type('Receive');
  await page.keyboard.press('Enter');
  await state('Receive').waitFor();
  await expect.poll(focusedName).toBe('Receive');
  await page.keyboard.press('Control+D');
  await expect.poll(async () => (await names()).length).toBe(7);
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await names()).length).toBe(6);
  await clickState('Rest');
  await page.keyboard.press('Control+G');
  await byKey(key('States', 'Parallel', 'Branches', '0', 'States', 'Rest')).waitFor();
  await page.keyboard.press('Control+Shift+G');
  await state('Rest').waitFor();
  await expect.poll(focusedName).toBe('Rest');
  await page.keyboard.press('Shift+C');
  await page.keyboard.type('pass');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await names()).length).toBe(7);
});

test('states are copied as text, and a fragment from elsewhere is pasted', async () => {
  await clickState('Rest');
  const copied = await text();
  expect(Object.keys(copied.States)).toEqual(['Rest']);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '"Elsewhere": { "Type": "Pass", "Next": "Gone" },');
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await state('Elsewhere').waitFor();
  await expect.poll(ways).toMatchObject({ Rest: ['Elsewhere'], Elsewhere: ['Done'] });
});

test('states become a state machine beside this one, and come back', async () => {
  await clickState('Rest');
  await page.keyboard.press('Control+Alt+E');
  await state('Run Rest').waitFor();
  await clickState('Run Rest');
  await page.keyboard.press('Control+Alt+I');
  await state('Rest').waitFor();
  await expect.poll(names).not.toContain('Run Rest');
});

test('a container collapses; Esc and the breadcrumb lead back to the system', async () => {
  await state('Each').locator('.collapse-button').click();
  await expect.poll(names).not.toContain('Inner');
  await state('Each').locator('.collapse-button').click();
  await expect.poll(names).toContain('Inner');
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('button', { name: 'System' }).click();
  await byKey('machine').waitFor();
  await page.keyboard.press('Shift+Enter');
  await state('Take').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await byKey('machine').waitFor();
});

const focusedName = () => page.evaluate(() => document.activeElement?.querySelector('.node-title')?.textContent ?? '');
