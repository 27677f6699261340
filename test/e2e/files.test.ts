import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityViolations } from './helpers/accessibility.js';
import { designs, node, settle } from './helpers/screens.js';
import { openStudio } from './helpers/studio.js';

/** Several designs at once, and what happens to their files outside of the app. */

const open = { files: { 'a.yaml': designs['lift-and-shift'], 'b.yaml': designs['serverless-video'] }, open: 'a.yaml' };

const tabs = (page: Page): Promise<readonly string[]> =>
  page.getByRole('tablist', { name: 'Open designs' }).getByRole('tab').allTextContents();

async function addQueue(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search services' }).waitFor();
  await page.keyboard.type('SQS');
  await page.keyboard.press('Enter');
  await node(page, 'queue').waitFor();
}

async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((entries) => {
    const data = new DataTransfer();
    for (const [name, text] of entries) data.items.add(new File([text], name));
    return data;
  }, Object.entries(files));
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('designs have tabs of their own, by mouse and keyboard, with their own history and place', async () => {
  const studio = await openStudio(open);
  const { page } = studio;
  await settle(page);
  const viewport = page.locator('.react-flow__viewport');
  await page.keyboard.press('+');
  await settle(page);
  const place = await viewport.getAttribute('style');
  await addQueue(page);
  await page.keyboard.press('Control+Alt+N');
  await settle(page);
  expect(await tabs(page)).toEqual(['a', 'Untitled']);
  expect(await page.locator('.node-card').count()).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);

  await page.keyboard.press('Alt+PageUp');
  await node(page, 'queue').waitFor();
  await settle(page);
  expect(await viewport.getAttribute('style')).toBe(place);
  await page.keyboard.press('Control+Z');
  await node(page, 'queue').waitFor({ state: 'detached' });

  await page.getByRole('tab', { name: 'Untitled' }).click({ button: 'middle' });
  await page.getByRole('tablist', { name: 'Open designs' }).waitFor({ state: 'detached' });
  await addQueue(page);
  await page.keyboard.press('Alt+W');
  await page.getByRole('dialog').getByRole('button', { name: 'Don’t save' }).click();
  await page.getByRole('heading', { name: 'Recent' }).waitFor();
  expect(studio.complaints).toEqual([]);
  await studio.close();
});

test('dropped and pasted designs are opened, and what cannot be read is listed once', async () => {
  const studio = await openStudio({ files: open.files });
  const { page } = studio;
  await settle(page);
  await drop(page, { 'one.yaml': designs['lift-and-shift'], 'bad.yaml': designs.unreadable, 'worse.txt': 'x: [' });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { level: 3 }).nth(1).waitFor();
  expect(await dialog.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['bad.yaml', 'worse.txt']);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Start screen' }).click();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
  }, designs['transcription-and-titles']);
  await node(page, 'make-titles').waitFor();
  expect(await tabs(page)).toEqual(['one', 'Pasted design']);
  expect(await page.getByRole('img', { name: 'Unsaved' }).count()).toBeGreaterThan(0);
  await studio.close();
});

test('a change on disk is merged by node, and compared side by side', async () => {
  const studio = await openStudio(open);
  const { page } = studio;
  const path = join(studio.home, 'a.yaml');
  await settle(page);
  await addQueue(page);
  writeFileSync(path, readFileSync(path, 'utf8').replace('label: Items', 'label: Things'));
  await page.keyboard.press('Control+S');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Show both side by side' }).click();
  await dialog.getByText('2 changes').waitFor();
  await dialog.getByRole('button', { name: /Changed.*Items/ }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Saved "a".').waitFor();
  const saved = readFileSync(path, 'utf8');
  expect(saved).toContain('label: Things');
  expect(saved).toContain('queue:');
  await studio.close();
});

test('work that another tab of the browser holds is not offered for recovery', async () => {
  const studio = await openStudio(open);
  await settle(studio.page);
  await addQueue(studio.page);
  await studio.page.waitForTimeout(1500);
  const beside = await studio.page.context().newPage();
  await beside.goto(studio.url);
  await beside.getByRole('tab').first().waitFor();
  await settle(beside);
  expect(await beside.getByRole('dialog').count()).toBe(0);
  await studio.page.close();
  await beside.reload();
  await beside.getByRole('dialog').getByRole('button', { name: 'Recover', exact: true }).waitFor();
  await studio.close();
});
