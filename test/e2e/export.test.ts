import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { designs, node, settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/**
 * Export, write code, change a generated file, edit the drawing, look at what the next export changes, decide, export:
 * as a person does it, in the app.
 */

const mine = '// written by a person\n';

let studio: Studio;
let page: Page;
beforeAll(async () => {
  studio = await openStudio({ files: { 'lift.yaml': designs['lift-and-shift'] }, open: 'lift.yaml' });
  page = studio.page;
  mkdirSync(join(studio.home, 'project'));
  await settle(page);
});
afterAll(() => studio.close());

const project = (path: string): string => join(studio.home, 'project', path);
const dialog = (): Locator => page.getByRole('dialog');
const button = (name: string): Locator => dialog().getByRole('button', { name, exact: true });

/** The files that a person changes: a stack, and the code of a function. */
const stackFile = (): string => {
  const name = readdirSync(project('lib')).find((one) => one.endsWith('-stack.ts')) ?? '';
  return `lib/${name}`;
};
const handlerFile = (): string => {
  const found = readdirSync(project('handlers'), { recursive: true, encoding: 'utf8' });
  return `handlers/${found.find((one) => one.endsWith('index.ts')) ?? ''}`;
};

test('the first export says that everything is new', async () => {
  await page.keyboard.press('Control+E');
  await button('Choose…').click();
  await button('project').click();
  await dialog().locator('nav', { hasText: 'project' }).waitFor();
  await button('Choose this folder').click();
  await dialog().getByText('The first export: everything is new.').waitFor();
  expect(await dialog().getByRole('checkbox').count()).toBe(0);
  await button('Export').click();
  await dialog()
    .getByText(/^Exported/)
    .waitFor();
  await page.keyboard.press('Escape');
  expect(existsSync(project('servicefull.json'))).toBe(true);
  // Looking again right away finds nothing to do.
  await page.keyboard.press('Control+E');
  await dialog().getByText('The design says the same as at the last export.').waitFor();
  await dialog().getByText('No file changes.').waitFor();
  await dialog().getByText('No resource changes.').waitFor({ timeout: 30_000 });
  await page.keyboard.press('Escape');
});

test('the next one shows what changes, and waits for a decision about what deploying replaces', async () => {
  appendFileSync(project(stackFile()), mine);
  appendFileSync(project(handlerFile()), mine);
  await node(page, 'items').click({ position: { x: 40, y: 12 } });
  await page.locator('[data-field="partitionKey"] input').fill('sku');
  await page.keyboard.press('Tab');
  await settle(page);
  await page.keyboard.press('Control+E');
  const risk = dialog().locator('.diff-risk').first();
  await risk.waitFor({ timeout: 30_000 });
  const design = dialog().getByRole('group', { name: 'Design' });
  expect(await design.getByText('Items', { exact: true }).count()).toBe(1);
  await dialog()
    .getByText(/decisions? open/)
    .waitFor();
  expect(await button('Export').isEnabled()).toBe(false);
});

test('a file that a person changed is shown in three versions, and merged when they say so', async () => {
  const row = dialog().locator(`.diff-file[title="${stackFile()}"]`);
  expect(await row.textContent()).toContain('Changed by you');
  await row.click();
  const text = dialog().getByRole('region', { name: stackFile() });
  await text.getByText('yours', { exact: true }).waitFor();
  await text.getByText('generated last', { exact: true }).first().waitFor();
  await text.getByRole('radio', { name: 'Merge both' }).click();
  // By keyboard as well: the choice is one tab stop, arrows move in it.
  await page.keyboard.press('ArrowLeft');
  expect(await text.getByRole('radio', { name: 'Keep mine' }).isChecked()).toBe(true);
  await page.keyboard.press('ArrowRight');
  expect(await text.getByRole('radio', { name: 'Merge both' }).isChecked()).toBe(true);
});

test('after every decision the export goes on, and nothing of the person’s is lost', async () => {
  await dialog().getByRole('radio', { name: 'Summary' }).click();
  for (const box of await dialog().getByRole('checkbox').all()) {
    await box.focus();
    await page.keyboard.press('Space');
  }
  const before = readFileSync(project(stackFile()), 'utf8');
  await button('Export').click();
  await dialog()
    .getByText(/^Exported/)
    .waitFor();
  const after = readFileSync(project(stackFile()), 'utf8');
  expect(after).toContain(mine);
  expect(after).not.toBe(before);
  expect(after).toContain("'sku'");
  expect(readFileSync(project(handlerFile()), 'utf8')).toContain(mine);
  await page.keyboard.press('Escape');
  expect(studio.complaints).toEqual([]);
});
