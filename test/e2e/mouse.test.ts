import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDesign } from '../../src/model/parse.js';
import { node, settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** The whole path with the mouse, as an architect goes it: one story, told in order, in one window. */

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ size: { width: 1440, height: 900 } });
  page = studio.page;
});
afterAll(() => studio.close());

const cards = () => page.locator('.node-card');

/** Drags a service from the palette to a place on the canvas. */
async function draw(service: string, x: number, y: number): Promise<void> {
  await page
    .getByRole('button', { name: service, exact: true })
    .dragTo(page.locator('.react-flow__pane'), { targetPosition: { x, y } });
  await settle(page);
}

/** Drags from the edge of a card to another card. */
async function connect(from: string, to: string): Promise<void> {
  await node(page, from).hover();
  const port = node(page, from).locator('.port.react-flow__handle-bottom');
  const [start, end] = [await port.boundingBox(), await node(page, to).boundingBox()];
  if (start === null || end === null) throw new Error(`no port from ${from} to ${to}`);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y + 40, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await settle(page);
  await page.mouse.up();
  await settle(page);
}

test('draw three services', async () => {
  await page.getByRole('button', { name: /Draw/ }).click();
  await draw('REST API', 420, 90);
  await draw('Lambda function', 420, 250);
  await draw('DynamoDB table', 420, 410);
  expect(await cards().count()).toBe(3);
});

test('connect them: the chooser says what each way costs', async () => {
  await connect('api', 'function');
  const chooser = page.getByRole('listbox', { name: /Connect/ });
  if (await chooser.isVisible()) await chooser.getByRole('option').first().click();
  await settle(page);
  await connect('function', 'table');
  if (await chooser.isVisible()) await chooser.getByRole('option').first().click();
  await settle(page);
  expect(await page.locator('.react-flow__edge').count()).toBe(2);
});

test('say that the function only transports', async () => {
  await node(page, 'function').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByLabel('Work', { exact: true }).selectOption('transport');
  await inspector.getByLabel('Mapping', { exact: true }).selectOption('picks');
  await settle(page);
  expect(await node(page, 'function').locator('.node-card').getAttribute('data-transport')).toBe('true');
});

test('be advised, look at the after-picture, apply, undo, redo', async () => {
  await page.getByRole('tab', { name: /Advisor/ }).click();
  const finding = page.locator('.finding-row').first();
  await finding.click();
  expect(await finding.textContent()).toContain('API Gateway can call');

  await page.locator('.finding-card').getByRole('button', { name: 'Preview', exact: true }).click();
  await settle(page);
  expect(await page.locator('.node-card[data-ghost="removed"]').count()).toBe(1);
  expect(await cards().count()).toBe(3);

  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await settle(page);
  expect(await cards().count()).toBe(2);
  expect(await page.locator('.finding-row').count()).toBe(0);

  await page.keyboard.press('Control+Z');
  await settle(page);
  expect(await cards().count()).toBe(3);
  expect(await page.locator('.finding-row').count()).toBe(1);

  await page.keyboard.press('Control+Shift+Z');
  await settle(page);
  expect(await cards().count()).toBe(2);
});

test('save under a name; the file holds what was drawn', async () => {
  await page.keyboard.press('Control+S');
  await page.getByRole('dialog').getByLabel('Name').fill('orders');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await settle(page);
  const path = join(studio.home, 'orders.yaml');
  expect(existsSync(path)).toBe(true);
  const { design } = parseDesign(readFileSync(path, 'utf8'));
  expect(Object.keys(design?.nodes ?? {}).sort()).toEqual(['api', 'table']);
  expect(Object.values(design?.connections ?? {}).map(({ kind }) => kind)).toEqual(['api-integration']);
});

test('reopen it', async () => {
  await page.reload();
  await settle(page);
  await page
    .getByRole('button', { name: /orders/ })
    .first()
    .click();
  await settle(page);
  expect(await cards().count()).toBe(2);
});

test('export it; the project lies in the folder', async () => {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Choose/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'New folder' }).click();
  await page.getByRole('dialog').getByRole('textbox').last().fill('orders-cdk');
  await page.keyboard.press('Enter');
  await settle(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Choose this folder' }).click();
  await settle(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByText(/Exported/)
    .waitFor();
  const project = join(studio.home, 'orders-cdk');
  for (const file of ['package.json', 'package-lock.json', 'cdk.json', 'bin/app.ts', 'README.md', 'servicefull.json'])
    expect(existsSync(join(project, file)), file).toBe(true);
  expect(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))).toHaveProperty('devDependencies.aws-cdk');
});

test('the page complained of nothing and asked no other host', () => {
  expect(studio.complaints).toEqual([]);
});
