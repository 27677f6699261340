import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDesign } from '../../src/model/parse.js';
import { designTextIn } from '../../src/pictures/index.js';
import { parseXml } from '../pictures/xml.js';
import { designs, node, settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** Pictures as people make them: by the dialog, on paper, and opened again. */

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({
    files: { 'video.yaml': designs['serverless-video'] },
    open: 'video.yaml',
    size: { width: 1280, height: 800 },
  });
  page = studio.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await settle(page);
});
afterAll(() => studio.close());

const format = () => page.getByRole('combobox', { name: 'Format' });

async function openDialog(): Promise<void> {
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('dialog').getByRole('img', { name: 'Preview' }).waitFor();
}

/** Takes the name that the chooser suggests, or another one, once it shows the folder. */
async function answer(name?: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Name' });
  await field.waitFor();
  await settle(page);
  if (name !== undefined) await field.fill(name);
  await page.keyboard.press('Enter');
}

/** Exports by keyboard alone once the format is chosen: Save has the focus, and so has the name after it. */
async function save(wanted: string, name: string): Promise<Buffer> {
  await openDialog();
  await format().selectOption(wanted);
  await page.getByRole('button', { name: 'Save…' }).press('Enter');
  await answer();
  await page.getByText(`Saved "${name}".`).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return readFileSync(join(studio.home, name));
}

const original = parseDesign(designs['serverless-video']).design;

test('PNG has twice the pixels of the drawing', async () => {
  const png = await save('png', 'video.png');
  const svg = parseXml((await save('svg', 'video.svg')).toString()).attributes;
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(svg['width']) * 2, Number(svg['height']) * 2]);
});

test('SVG, draw.io and the page carry the design', async () => {
  for (const [wanted, name] of [
    ['svg', 'video.svg'],
    ['drawio', 'video.drawio'],
    ['html', 'video.html'],
  ] as const) {
    const file = wanted === 'svg' ? readFileSync(join(studio.home, name)) : await save(wanted, name);
    const { design } = parseDesign(designTextIn(file.toString()) ?? '');
    expect(design, name).toEqual(original);
  }
});

test('a file that is there already is asked about before it is written over', async () => {
  await openDialog();
  await format().selectOption('svg');
  await page.getByRole('button', { name: 'Save…' }).press('Enter');
  await answer();
  await page.getByRole('button', { name: 'Overwrite' }).waitFor();
  await page.keyboard.press('Escape');
  await settle(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a selection is drawn alone, and the rest of the design stays at home', async () => {
  await node(page, 'publish-status').click();
  await openDialog();
  await format().selectOption('svg');
  await page.getByRole('radio', { name: 'Selection' }).click();
  await page.getByRole('checkbox', { name: /Design included/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save…' }).press('Enter');
  await answer('part');
  await page.getByText('Saved "part.svg".').waitFor();
  const svg = readFileSync(join(studio.home, 'part.svg'), 'utf8');
  expect(svg).toContain('PublishStatus');
  expect(svg).not.toContain('CreateChannel');
  expect(designTextIn(svg)).toBeUndefined();
});

describe('copies', () => {
  test.each([
    ['PNG', 'image/png'],
    ['SVG', 'text/plain'],
    ['Mermaid', 'text/plain'],
  ])('as %s', async (name, type) => {
    await openDialog();
    await page.getByRole('button', { name: `Copy as ${name}` }).click();
    await page.getByText('Copied the picture.').first().waitFor();
    await settle(page);
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    expect(types).toContain(type);
    await page.keyboard.press('Escape');
  });
});

/** What the browser would print; its own dialog cannot be seen here. */
async function printed(press: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await press();
  await page.locator('.print-sheet').waitFor({ state: 'attached' });
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await page.locator('.print-sheet').count()).toBe(0);
  return pdf;
}

const pagesIn = (pdf: string): number => (pdf.match(/\/Type \/Page\b/g) ?? []).length;

test('print gives the drawing on one sheet, in letters and lines, and the list of nodes on further ones', async () => {
  const first = await printed(async () => {
    await page.keyboard.press('Control+P');
    await page.getByRole('dialog').getByRole('img', { name: 'Preview' }).waitFor();
    await page.keyboard.press('Enter');
  });
  expect(pagesIn(first)).toBe(1);
  expect(first).not.toContain('/Subtype /Image');
  const second = await printed(async () => {
    await page.keyboard.press('Control+P');
    await page.getByRole('checkbox', { name: /List of nodes/ }).check();
    await page.getByRole('button', { name: 'Print…' }).press('Enter');
  });
  expect(pagesIn(second)).toBeGreaterThan(1);
});

test('PDF has one page as large as the drawing', async () => {
  const pdf = await printed(async () => {
    await openDialog();
    await page.getByRole('radio', { name: 'Everything' }).click();
    await format().selectOption('pdf');
    await page.getByRole('button', { name: 'Print to PDF…' }).press('Enter');
  });
  const { width, height } = parseXml(readFileSync(join(studio.home, 'video.svg'), 'utf8')).attributes;
  const [, right, top] = /MediaBox \[0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)\]/.exec(pdf) ?? [];
  expect(pagesIn(pdf)).toBe(1);
  expect(Math.abs(Number(right) - Number(width) * 0.75)).toBeLessThan(1);
  expect(Math.abs(Number(top) - Number(height) * 0.75)).toBeLessThan(1);
});

test('a draw.io file of ours opens as a design of its own, and saving it leaves the picture alone', async () => {
  const drawio = readFileSync(join(studio.home, 'video.drawio'), 'utf8');
  await page.keyboard.press('Control+O');
  await page.getByText('video.drawio').dblclick();
  await settle(page);
  expect(await page.locator('.node-card').count()).toBe(Object.keys(original?.nodes ?? {}).length);
  await page.keyboard.press('Control+S');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect(readFileSync(join(studio.home, 'video.drawio'), 'utf8')).toBe(drawio);
});

test('the page complained of nothing and asked no other host', () => {
  expect(studio.complaints).toEqual([]);
});

describe('the HTML page', () => {
  let shown: Page;
  const heard: string[] = [];
  beforeAll(async () => {
    shown = await page.context().newPage();
    shown.on('console', (message) => heard.push(message.text()));
    shown.on('pageerror', (error) => heard.push(error.message));
    shown.on('request', (request) => {
      if (!request.url().startsWith('file:')) heard.push(request.url());
    });
    await shown.goto(`file://${join(studio.home, 'video.html')}`);
  });
  const view = () => shown.locator('#drawing > svg').getAttribute('viewBox');

  test('zooms by wheel, moves by drag, fits again', async () => {
    const whole = await view();
    await shown.mouse.move(600, 400);
    await shown.mouse.wheel(0, -400);
    const zoomed = await view();
    expect(zoomed).not.toBe(whole);
    await shown.mouse.down();
    await shown.mouse.move(700, 450, { steps: 4 });
    await shown.mouse.up();
    expect(await view()).not.toBe(zoomed);
    await shown.getByRole('button', { name: 'Zoom to fit' }).click();
    expect(await view()).toBe(whole);
  });

  test('shows what a node is, by mouse and by keyboard', async () => {
    await shown.locator('[data-node="publish-status"]').click();
    const details = shown.getByRole('complementary', { name: 'Details' });
    expect(await details.textContent()).toContain('Lambda function');
    await details.getByRole('button', { name: /default event bus/ }).click();
    expect(await details.getByRole('heading', { level: 2 }).textContent()).toBe('default event bus');
    await shown.keyboard.press('Escape');
    expect(await details.isVisible()).toBe(false);
    await shown.locator('[data-node="videos"]').focus();
    await shown.keyboard.press('Enter');
    expect(await details.isVisible()).toBe(true);
  });

  test('finds a node by its name', async () => {
    await shown.keyboard.press('Escape');
    await shown.keyboard.press('/');
    await shown.keyboard.type('publishstatus');
    expect(await shown.locator('[data-node]:not([data-missed])').count()).toBe(1);
    await shown.keyboard.press('Enter');
    expect(await shown.getByRole('heading', { level: 2 }).textContent()).toBe('PublishStatus');
  });

  test('complains of nothing and asks nobody', () => {
    expect(heard).toEqual([]);
  });
});
