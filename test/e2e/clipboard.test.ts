import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { node, settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** The clipboard by its keys: one story, told in order, in one window. */

const file = `format: servicefull-design
version: 1
settings: { name: Shop }
nodes:
  orders: { service: sqs-queue, label: 注文 }
  ship: { service: lambda-function, label: Ship }
connections:
  orders-to-ship: { kind: event-source-mapping, from: orders, to: ship }
layout:
  nodes:
    orders: { x: 0, y: 0 }
    ship: { x: 0, y: 160 }
`;

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ size: { width: 1440, height: 900 }, files: { 'shop.yaml': file }, open: 'shop.yaml' });
  page = studio.page;
  await node(page, 'orders').waitFor();
});
afterAll(() => studio.close());

const cards = () => page.locator('.node-card');
const press = async (keys: string): Promise<void> => {
  await page.keyboard.press(keys);
  await settle(page);
};

test('what is selected is copied and pasted, again and again, with its connections', async () => {
  await node(page, 'ship').click();
  await press('Control+a');
  await press('Control+c');
  await press('Control+v');
  await expect.poll(() => cards().count()).toBe(4);
  await press('Control+v');
  await expect.poll(() => cards().count()).toBe(6);
  await node(page, 'sqs-queue-2').waitFor();
});

test('cut takes it away, and the text says what it was', async () => {
  await press('Control+z');
  await press('Escape');
  await node(page, 'ship-2').click();
  await press('Control+x');
  await expect.poll(() => cards().count()).toBe(3);
  await press('Control+v');
  await node(page, 'ship-2').waitFor();
});

test('in a text field the keys belong to the text', async () => {
  await node(page, 'ship-2').click();
  const name = page.locator('[data-panel="inspector"] input').first();
  await name.fill('Send');
  await press('Control+a');
  await press('Control+c');
  await press('End');
  await press('Control+v');
  expect(await name.inputValue()).toBe('SendSend');
  expect(await cards().count()).toBe(4);
});

test('a text that holds no nodes says so, and one written by hand is drawn', async () => {
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } });
  const pasteText = (text: string): Promise<void> =>
    page.evaluate((plain) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await pasteText('just some words');
  await page.getByText('This text holds no nodes or notes of a design.').waitFor();
  await pasteText('nodes:\n  files: { service: s3-bucket, label: Files }\n');
  await node(page, 'files').waitFor();
  expect(studio.complaints).toEqual([]);
});
