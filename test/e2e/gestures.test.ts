import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { node, settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** What hands do on the canvas: each test begins with the same small design, undone to how it was opened. */

const design = `format: servicefull-design
version: 1
settings: { name: Hands }
contexts:
  shop: { label: Shop }
nodes:
  api: { service: rest-api, label: Api, context: shop }
  work: { service: lambda-function, label: Work, context: shop }
  table: { service: dynamodb-table, label: Table, context: shop }
  queue: { service: sqs-queue, label: Queue }
  bucket: { service: s3-bucket, label: Bucket }
  bus: { service: event-bus, label: Bus }
connections:
  work-to-table: { kind: uses, from: work, to: table }
notes:
  why: { text: Because }
layout:
  nodes:
    api: { x: 0, y: 0 }
    work: { x: 0, y: 160 }
    table: { x: 240, y: 320 }
    queue: { x: 600, y: 0 }
    bucket: { x: 600, y: 160 }
    bus: { x: 560, y: 400, width: 300 }
  notes:
    why: { x: 600, y: 260, width: 160, height: 80 }
`;

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({
    files: { 'hands.yaml': design },
    open: 'hands.yaml',
    size: { width: 1440, height: 900 },
  });
  page = studio.page;
  await settle(page);
});
afterAll(() => studio.close());

beforeEach(async () => {
  await page.mouse.up();
  for (const key of ['Alt', 'Control', 'Shift']) await page.keyboard.up(key);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  // The title bar follows the drawing a moment later.
  await rest();
  for (let step = 0; step < 30 && (await undo().isEnabled()); step++) await undo().click();
  await page.keyboard.press('Shift+Digit1');
  await rest();
});

const undo = () => page.getByRole('button', { name: /^Undo/ });
const rest = (): Promise<void> => page.waitForTimeout(120);
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
  await rest();
};
const area = () => page.locator('.react-flow__node[data-id="context:shop"]');
const note = () => page.locator('.react-flow__node[data-id="note:why"]');
const bar = () => page.getByRole('toolbar', { name: 'Selection' });

/** Where something stands on the screen. */
async function boxOf(locator: ReturnType<typeof node>) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

/** Presses at a point and goes by so far; the button stays down. */
async function grab(from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 3 });
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 3 });
  await rest();
}
async function release(): Promise<void> {
  await page.mouse.up();
  await rest();
}
const corner = (box: { x: number; y: number }) => ({ x: box.x + 12, y: box.y + 12 });

test('a dragged card comes in line with another one, says so, and falls there', async () => {
  const [queue, bucket] = [await boxOf(node(page, 'queue')), await boxOf(node(page, 'bucket'))];
  await grab(corner(bucket), { x: 4, y: 30 });
  expect(await page.locator('.guides path').count()).toBeGreaterThan(0);
  expect(await page.locator('.guide-distance').first().textContent()).toMatch(/^\d+$/);
  expect(await bar().isVisible()).toBe(false);
  await release();
  expect((await boxOf(node(page, 'bucket'))).x).toBeCloseTo(queue.x, 0);
  expect(await page.locator('.guides').count()).toBe(0);
});

test('Ctrl lets it go where the pointer is, Shift keeps it on one axis, Esc puts it back', async () => {
  const before = await boxOf(node(page, 'bucket'));
  await page.mouse.move(before.x + 12, before.y + 12);
  await page.mouse.down();
  await page.mouse.move(before.x + 30, before.y + 12, { steps: 2 });
  await page.keyboard.down('Control');
  await page.mouse.move(before.x + 16, before.y + 60, { steps: 3 });
  await rest();
  expect((await boxOf(node(page, 'bucket'))).x).toBeCloseTo(before.x + 4, 0);
  await page.keyboard.up('Control');
  await page.keyboard.down('Shift');
  await rest();
  expect((await boxOf(node(page, 'bucket'))).x).toBeCloseTo(before.x, 0);
  await page.keyboard.up('Shift');
  await press('Escape');
  expect(await boxOf(node(page, 'bucket'))).toEqual(before);
  await release();
  expect(await boxOf(node(page, 'bucket'))).toEqual(before);
  await expect.poll(() => undo().isEnabled()).toBe(false);
});

test('Alt drags a copy; the original stays', async () => {
  const before = await boxOf(node(page, 'queue'));
  await page.keyboard.down('Alt');
  await grab(corner(before), { x: 60, y: -60 });
  expect(await page.locator('.drag-copy').textContent()).toBe('Queue');
  await release();
  await page.keyboard.up('Alt');
  expect(await boxOf(node(page, 'queue'))).toEqual(before);
  expect(await node(page, 'queue2').or(node(page, 'queue-2')).count()).toBe(1);
});

test('a box selects; with Shift it adds; a locked card does not move', async () => {
  const [queue, bucket] = [await boxOf(node(page, 'queue')), await boxOf(node(page, 'bucket'))];
  await grab({ x: queue.x - 20, y: queue.y - 20 }, { x: 60, y: 60 });
  await release();
  expect(await page.locator('.node-card[data-selected="true"]').count()).toBe(1);
  await page.keyboard.down('Shift');
  await grab({ x: bucket.x - 20, y: bucket.y - 20 }, { x: 60, y: 60 });
  await release();
  await page.keyboard.up('Shift');
  expect(await page.locator('.node-card[data-selected="true"]').count()).toBe(2);
  await press('Control+Shift+L');
  await grab(corner(queue), { x: 80, y: 40 });
  await release();
  expect((await boxOf(node(page, 'queue'))).x).toBe(queue.x);
});

test('of several that are selected a click takes one, Esc takes none, wherever the focus is', async () => {
  const selected = () => page.locator('.node-card[data-selected="true"]').count();
  await page.keyboard.press('Control+A');
  expect(await selected()).toBeGreaterThan(1);
  await node(page, 'queue').click();
  expect(await selected()).toBe(1);
  await page.keyboard.press('Control+A');
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await press('Escape');
  expect(await selected()).toBe(0);
});

test('the bar beside a selection never covers it, and does what the menu does', async () => {
  await node(page, 'queue').click();
  await page.keyboard.down('Shift');
  await node(page, 'table').click();
  await page.keyboard.up('Shift');
  await rest();
  const [place, queue, table] = [
    await boxOf(bar()),
    await boxOf(node(page, 'queue')),
    await boxOf(node(page, 'table')),
  ];
  expect(place.y + place.height <= queue.y || place.y >= table.y + table.height).toBe(true);
  await bar().getByRole('button', { name: 'Align' }).click();
  await page.getByRole('menuitem', { name: 'Align left' }).click();
  await rest();
  expect((await boxOf(node(page, 'queue'))).x).toBeCloseTo((await boxOf(node(page, 'table'))).x, 0);
});

test('the wheel zooms about the pointer; the keys know 100 %, all and the selection', async () => {
  const level = () => page.locator('.zoom-level').textContent();
  const before = await boxOf(node(page, 'bucket'));
  await page.mouse.move(before.middle.x, before.middle.y);
  await page.mouse.wheel(0, -120);
  await rest();
  const after = await boxOf(node(page, 'bucket'));
  expect(after.width).toBeGreaterThan(before.width * 1.1);
  expect(after.middle.x).toBeCloseTo(before.middle.x, 0);
  await press('Shift+Digit0');
  expect(await level()).toBe('100%');
  await node(page, 'bucket').click();
  await press('Shift+Digit2');
  expect(Number.parseInt((await level()) ?? '', 10)).toBeGreaterThan(120);
  await press('Shift+Digit1');
  await expect.poll(async () => (await boxOf(node(page, 'bucket'))).width).toBeCloseTo(before.width, 0);
});

test('the menu of a card, by the right button and by key', async () => {
  await node(page, 'work').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await rest();
  expect(await page.locator('.node-card').count()).toBe(7);
  await node(page, 'work').focus();
  await press('Shift+F10');
  const menu = page.getByRole('menu');
  expect(await menu.getByRole('menuitem').first().textContent()).toContain('Rename');
  await press('ArrowDown', 'Enter');
  await page.locator('.name-input').waitFor();
  await press('Escape');
});

test('the menu of a context gives it another colour; that of the canvas adds a service there', async () => {
  await area().locator('.area-title').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Colour' }).click();
  await page.getByRole('menuitemradio', { name: 'Pink' }).click();
  await rest();
  expect(await area().locator('.context-area').getAttribute('data-hue')).toBe('5');

  const bus = await boxOf(node(page, 'bus'));
  await page.mouse.click(bus.x, bus.y + 120, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Add a service' }).click();
  await page.keyboard.type('SQS');
  await press('Enter');
  const added = await boxOf(node(page, 'queue-2').or(node(page, 'queue2')));
  expect(Math.abs(added.middle.x - bus.x)).toBeLessThan(60);
});

test('names are edited on the card: double click, F2, Enter keeps, Esc leaves', async () => {
  await node(page, 'queue').dblclick();
  const input = page.locator('.name-input');
  await input.fill('Orders');
  await press('Enter');
  expect(await node(page, 'orders').getByText('Orders').count()).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe('orders');
  await press('F2');
  await input.fill('Nothing');
  await press('Escape');
  expect(await node(page, 'orders').count()).toBe(1);
  await area().locator('.area-title').dblclick();
  await input.fill('Store');
  await press('Enter');
  expect(await area().locator('.area-label').textContent()).toBe('Store');
});

test('a note is added by N, written where it stands, and resized by a corner', async () => {
  await press('n');
  await page.keyboard.type('First line');
  await press('Escape');
  expect(await page.locator('.note-card').filter({ hasText: 'First line' }).count()).toBe(1);
  await note().dblclick();
  await page.locator('.note-text').fill('Because of costs');
  await press('Escape');
  expect(await note().textContent()).toContain('Because of costs');
  await note().click();
  await rest();
  const before = await boxOf(note());
  const handle = await boxOf(page.locator('.resize-handle[data-handle="se"]'));
  await grab(handle.middle, { x: 60, y: 40 });
  await release();
  expect((await boxOf(note())).width).toBeGreaterThan(before.width + 40);
});

test('a bus is resized by its end, a context by its edge', async () => {
  await node(page, 'bus').click({ position: { x: 60, y: 12 } });
  const bus = await boxOf(node(page, 'bus'));
  await grab((await boxOf(page.locator('.resize-handle[data-handle="e"]'))).middle, { x: 80, y: 0 });
  await release();
  expect((await boxOf(node(page, 'bus'))).width).toBeCloseTo(bus.width + 80, -1);
  await area().locator('.area-title').click();
  const shop = await boxOf(area());
  await grab((await boxOf(page.locator('.resize-handle[data-handle="s"]'))).middle, { x: 0, y: 60 });
  await release();
  expect((await boxOf(area())).height).toBeCloseTo(shop.height + 60, -1);
  await grab((await boxOf(page.locator('.resize-handle[data-handle="s"]'))).middle, { x: 0, y: -400 });
  await release();
  expect((await boxOf(area())).height).toBeCloseTo(shop.height, -1);
});

test('a line is bent by its piece, by keyboard, and finds its own way again', async () => {
  const path = () => page.locator('.react-flow__edge .line-path').first().getAttribute('d');
  const before = await path();
  await page.locator('.react-flow__edge').first().focus();
  await press('Enter');
  const handle = page.locator('.bend-handle').nth(1);
  const moves = await handle.getAttribute('data-moves');
  await grab((await boxOf(handle)).middle, moves === 'x' ? { x: 40, y: 0 } : { x: 0, y: 24 });
  await release();
  const bent = await path();
  expect(bent).not.toBe(before);
  await page.locator('.react-flow__edge').first().focus();
  await press('Alt+ArrowRight');
  await press('Alt+ArrowUp');
  expect(await path()).not.toBe(bent);
  const byKey = await path();
  await page.locator('.bend-handle').first().dblclick();
  await expect.poll(path).not.toBe(byKey);
  await expect.poll(() => undo().getAttribute('aria-label')).toContain('Reset the route');
});

test('the end of a line goes to another card; what is legal lights up', async () => {
  await page.locator('.react-flow__edge').first().focus();
  await press('Enter');
  const end = await boxOf(page.locator('.end-handle[data-end="to"]'));
  const bucket = await boxOf(node(page, 'bucket'));
  await grab(end.middle, { x: bucket.middle.x - end.middle.x, y: bucket.middle.y - end.middle.y });
  expect(await node(page, 'bucket').locator('.node-card').getAttribute('data-end')).toBe('legal');
  await release();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  expect(await inspector.getByText('Bucket').count()).toBeGreaterThan(0);
  expect(await page.locator('.react-flow__edge').count()).toBe(1);
});

test('from a port into empty space: what can come next, ranked, with its ways', async () => {
  await node(page, 'bucket').hover();
  const port = await boxOf(node(page, 'bucket').locator('.port.react-flow__handle-left'));
  await grab(port.middle, { x: -90, y: 30 });
  await release();
  const options = page.getByRole('option');
  expect(await options.first().locator('.search-detail').textContent()).toMatch(/direct|way/);
  expect(await options.first().locator('.search-note').textContent()).not.toBe('');
  await page.keyboard.type('Lambda');
  await press('Enter');
  await rest();
  if (await page.locator('.way-chooser').isVisible()) await press('Digit1');
  expect(await page.locator('.node-card').count()).toBe(7);
  expect(await page.locator('.react-flow__edge').count()).toBe(2);
});

test('the chooser says trade-off and cost of each way, best first', async () => {
  await node(page, 'api').click();
  await press('c');
  await page.keyboard.type('Table');
  await press('Enter');
  const ways = page.locator('.way-chooser').getByRole('option');
  expect(await ways.count()).toBeGreaterThan(1);
  expect(await ways.first().locator('.chip').textContent()).toBe('Best here');
  expect(await page.locator('.way-cost').filter({ hasText: '$' }).count()).toBeGreaterThan(0);
  await press('Escape');
});

test('a node becomes another service; what would be lost is said', async () => {
  await node(page, 'table').click();
  await press('r');
  const options = page.getByRole('option');
  expect(await options.first().textContent()).toContain('keeps all connections');
  await page.keyboard.type('S3');
  await press('Enter');
  expect(await node(page, 'table').locator('.node-card').textContent()).toContain('Bucket 2');
  expect(await page.locator('.react-flow__edge').count()).toBe(1);
});

test('focus mode leaves the canvas alone; Esc brings the panels back', async () => {
  const before = await boxOf(page.locator('.canvas'));
  await press('f');
  await rest();
  expect((await boxOf(page.locator('.canvas'))).width).toBeGreaterThan(before.width + 300);
  await press('Escape');
  await rest();
  expect((await boxOf(page.locator('.canvas'))).width).toBeCloseTo(before.width, 0);
});

test('keys of an input method belong to it', async () => {
  await node(page, 'queue').dblclick();
  const input = page.locator('.name-input');
  await input.fill('かいもの');
  await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  expect(await input.isVisible()).toBe(true);
  await press('Enter');
  expect(await page.locator('.node-title').filter({ hasText: 'かいもの' }).count()).toBe(1);
});

test('the page complained of nothing', () => {
  expect(studio.complaints).toEqual([]);
});
