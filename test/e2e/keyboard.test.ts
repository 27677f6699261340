import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDesign } from '../../src/model/parse.js';
import { settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** The same path by keyboard alone: this file never touches the mouse. */

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio();
  page = studio.page;
  await settle(page);
});
afterAll(() => studio.close());

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
  await settle(page);
};

/** Tab until the focus is on a control of this name; fails when a whole round does not meet it. */
async function tabTo(name: RegExp): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return '';
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
      const named = [...(labels ?? [])].map((label) => label.textContent).join(' ');
      return `${element.getAttribute('aria-label') ?? ''} ${named} ${element.textContent}`.trim();
    });
    if (name.test(at)) return;
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

async function insert(words: string): Promise<void> {
  await press('/');
  await page.keyboard.type(words);
  await press('Enter');
}

/** Connects what is selected to a node, by the best way. */
async function connectTo(words: string): Promise<void> {
  await press('c');
  await page.keyboard.type(words);
  await press('Enter');
  if (await page.locator('.way-chooser').isVisible()) await press('Digit1');
}

test('draw and connect three services', async () => {
  await tabTo(/Draw/);
  await press('Enter');
  await insert('DynamoDB');
  await insert('Lambda');
  await connectTo('Table');
  await insert('REST API');
  await connectTo('Function');
  expect(await page.locator('.node-card').count()).toBe(3);
  expect(await page.locator('.react-flow__edge').count()).toBe(2);
});

test('select the function and say what it does', async () => {
  await tabTo(/^Function, Lambda function/);
  await press('Enter');
  await tabTo(/^Work/);
  await page.keyboard.type('Transport only');
  await settle(page);
  await tabTo(/^Mapping/);
  await page.keyboard.type('Picks');
  await settle(page);
  expect(await page.locator('.node-card[data-transport="true"]').count()).toBe(1);
});

test('open the advice, apply it, undo it', async () => {
  await press('Alt+Digit1');
  await tabTo(/API Gateway can call/);
  await press('Enter');
  await tabTo(/^Apply$/);
  await press('Enter');
  expect(await page.locator('.node-card').count()).toBe(2);
  await press('Control+z');
  expect(await page.locator('.node-card').count()).toBe(3);
});

test('move a node', async () => {
  await tabTo(/^Table, DynamoDB table/);
  await press('Enter');
  const left = async () => (await page.locator('.react-flow__node[data-id="table"]').boundingBox())?.x ?? 0;
  const before = await left();
  await press('ArrowRight', 'ArrowRight');
  expect(await left()).toBeGreaterThan(before);
});

test('save, and export into a new folder', async () => {
  await press('Control+s');
  await press('Control+a');
  await page.keyboard.type('by-keyboard');
  await press('Enter');
  const path = join(studio.home, 'by-keyboard.yaml');
  expect(existsSync(path)).toBe(true);
  expect(Object.keys(parseDesign(readFileSync(path, 'utf8')).design?.nodes ?? {})).toHaveLength(3);

  await press('Control+e');
  await press('Enter');
  await tabTo(/^New folder$/);
  await press('Enter');
  await page.keyboard.type('by-keyboard-cdk');
  await press('Enter');
  await tabTo(/^Choose this folder$/);
  await press('Enter');
  await tabTo(/^Export$/);
  await press('Enter');
  await page.getByText(/Exported/).waitFor();
  expect(existsSync(join(studio.home, 'by-keyboard-cdk', 'cdk.json'))).toBe(true);
});
