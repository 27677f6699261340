import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityViolations } from './helpers/accessibility.js';
import { dropPaths, pasteText } from './helpers/give.js';
import { designs, node, settle, stackTemplate } from './helpers/screens.js';
import { openStudio } from './helpers/studio.js';

/** Bringing one's own stack: chosen, dropped, pasted, cancelled, hostile. */

const files = {
  'shop/orders/template.yaml': stackTemplate,
  'shop/stock/template.yaml': stackTemplate.replaceAll('Order', 'Stock'),
  'shop/node_modules/theirs/template.yaml': stackTemplate.replaceAll('Order', 'Theirs'),
};

const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name, exact: true });
const found = (page: Page) => page.locator('.import-found').waitFor({ timeout: 30_000 });

test('a template is chosen, looked at by keyboard, and opened as a design that is in no file yet', async () => {
  const studio = await openStudio({ files });
  const { page } = studio;
  await settle(page);
  await page.keyboard.press('Control+I');
  await page.locator('.import-way').first().waitFor();
  await page.keyboard.press('Enter');
  for (const folder of ['shop', 'orders']) {
    await dialog(page).getByRole('button', { name: folder, exact: true }).click();
    await dialog(page).getByRole('navigation').getByText(folder).waitFor();
  }
  await dialog(page).getByRole('button', { name: 'template.yaml' }).click();
  await button(page, 'Import').click();
  await found(page);
  expect(await accessibilityViolations(page)).toEqual([]);

  await dialog(page)
    .getByRole('tab', { name: /^Connections/ })
    .click();
  const row = page.locator('button.import-row', { hasText: 'OrderQueue → OrderWorker' });
  await row.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.import-lines [data-marked="true"]').textContent()).toContain('Next:');
  expect(await accessibilityViolations(page)).toEqual([]);

  await button(page, 'Import').click();
  await node(page, 'OrderQueue').waitFor();
  expect(await page.title()).toMatch(/^•/);
  await page.locator('.react-flow__edge').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Imported from' }).waitFor();
  expect(readFileSync(join(studio.home, 'shop/orders/template.yaml'), 'utf8')).toBe(stackTemplate);
  expect(studio.complaints).toEqual([]);
  await studio.close();
});

test('a folder that is dropped is one system of contexts; inserted beside a design, one undo takes it back', async () => {
  const studio = await openStudio({ files: { ...files, 'a.yaml': designs['lift-and-shift'] }, open: 'a.yaml' });
  const { page } = studio;
  await settle(page);
  const before = await page.locator('.node-card').count();
  await dropPaths(page, [join(studio.home, 'shop')]);
  await found(page);
  await dialog(page)
    .getByRole('tab', { name: /^Contexts/ })
    .click();
  const rows = await page.locator('.import-row .import-title').allTextContents();
  expect(rows.slice(0, 2).sort()).toEqual(['orders', 'stock']);
  await button(page, /^Insert into/).click();
  await node(page, 'StockQueue').waitFor();
  expect(await node(page, 'TheirsQueue').count()).toBe(0);
  await settle(page);
  await page.keyboard.press('Control+Z');
  await node(page, 'StockQueue').waitFor({ state: 'detached' });
  expect(await page.locator('.node-card').count()).toBe(before);
  expect(studio.complaints).toEqual([]);
  await studio.close();
});

test('a pasted template asks what is to become of it; pasted again after a change, it says what is new', async () => {
  const studio = await openStudio({ files: { 'a.yaml': designs['lift-and-shift'] }, open: 'a.yaml' });
  const { page } = studio;
  await settle(page);
  await pasteText(page, stackTemplate);
  await found(page);
  await button(page, 'Import as a new design').click();
  await node(page, 'OrderQueue').waitFor();
  await settle(page);
  await pasteText(page, `${stackTemplate}  OrderTopic:\n    Type: AWS::SNS::Topic\n`);
  await found(page);
  expect(await page.locator('.import-row').allTextContents()).toEqual([expect.stringContaining('OrderTopic')]);
  await button(page, /^Update/).click();
  await node(page, 'OrderTopic').waitFor();
  expect(studio.complaints).toEqual([]);
  await studio.close();
});

test('closing the dialog ends an import, and nothing is lost', async () => {
  const studio = await openStudio({ files: { ...files, 'a.yaml': designs['lift-and-shift'] }, open: 'a.yaml' });
  const { page } = studio;
  await settle(page);
  const before = await page.locator('.node-card').count();
  // The work never ends by itself.
  await page.route('**/import-worker*', () => undefined);
  await dropPaths(page, [join(studio.home, 'shop')]);
  await page.locator('.import-phases').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await settle(page);
  expect(await dialog(page).count()).toBe(0);
  expect(await page.locator('.node-card').count()).toBe(before);
  await page.keyboard.press('Control+A');
  await page.locator('.selection-bar, .multi-inspector, .inspector-header').first().waitFor();
  await studio.close();
});

test('hostile files give clear problems with their places, and the rest can be imported', async () => {
  const studio = await openStudio({
    files: {
      'bad/broken.yaml': 'Resources:\n  A: [\n',
      'bad/cycle.yaml': 'Resources: &r\n  A: *r\n',
      'bad/names.json': '{"Resources":{"__proto__":{"Type":"AWS::SQS::Queue"},"constructor":{"Type":5}}}',
      'bad/good.yaml': stackTemplate,
    },
  });
  const { page } = studio;
  await settle(page);
  await dropPaths(page, [join(studio.home, 'bad')]);
  await found(page);
  await dialog(page)
    .getByRole('tab', { name: /^Unclear/ })
    .click();
  await page.locator('button.import-row', { hasText: 'broken.yaml' }).first().click();
  await page.locator('.import-lines [data-marked="true"]').waitFor();
  await button(page, 'Import').click();
  await node(page, 'OrderQueue').waitFor();
  expect(studio.complaints).toEqual([]);
  await studio.close();
});
