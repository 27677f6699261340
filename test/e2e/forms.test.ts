import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityViolations } from './helpers/accessibility.js';
import { designs, node, settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** Forms as a person fills them in: units, drafts, defaults, references, lists, code and samples, whole selections. */

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ files: { 'a.yaml': designs['serverless-video'] }, open: 'a.yaml' });
  page = studio.page;
  await settle(page);
});
afterAll(() => studio.close());

const field = (name: string) => page.locator(`[data-panel="inspector"] [data-field="${name}"]`);
const select = async (id: string): Promise<void> => {
  await node(page, id).click({ position: { x: 40, y: 12 } });
  await field('timeout').or(page.locator('.inspector-body')).first().waitFor();
};
const openMore = async (): Promise<void> => {
  await page.locator('[data-panel="inspector"] .fold > summary').first().click();
};
const undo = async (): Promise<void> => {
  await page.getByRole('button', { name: /^Undo/ }).first().click();
};

test('a duration is typed as people say it, and stepped by arrows', async () => {
  await select('list-live-channels');
  const timeout = field('timeout').locator('input');
  await timeout.fill('1m 30s');
  await timeout.press('Tab');
  expect(await timeout.inputValue()).toBe('1 min 30 s');
  await timeout.press('ArrowUp');
  expect(await timeout.inputValue()).toBe('1 min 31 s');
  expect(await field('timeout').locator('.changed-dot').count()).toBe(1);
  await field('timeout').getByRole('button', { name: 'Back to the default' }).click();
  expect(await timeout.inputValue()).toBe('');
  expect(await timeout.getAttribute('placeholder')).toBe('10 s');
});

test('a wrong number stays a draft with its reason, and the value before stays in the design', async () => {
  const memory = field('memory').locator('input');
  await memory.fill('512');
  await memory.fill('99999');
  expect(await field('memory').getByRole('alert').textContent()).toContain('between 128 and 10,240 MB');
  await memory.press('Tab');
  expect(await memory.inputValue()).toBe('99999');
  await memory.press('Escape');
  expect(await memory.inputValue()).toBe('512 MB');
  await expect.poll(() => field('memory').getByRole('alert').count()).toBe(0);
});

test('typing in one field is one step to undo', async () => {
  const description = field('description').locator('input');
  const before = await description.inputValue();
  await description.pressSequentially(' and more');
  await description.press('Tab');
  await undo();
  expect(await description.inputValue()).toBe(before);
});

test('pasted lines become variables, and a double key is marked', async () => {
  await openMore();
  await field('environment').getByRole('button', { name: 'Add' }).click();
  const key = field('environment').getByLabel('Name').first();
  await key.evaluate((input: HTMLInputElement) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'STAGE=dev\nTOPIC="video"');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await field('environment').getByLabel('Name').count()).toBe(2);
  await field('environment').getByLabel('Name').nth(1).fill('STAGE');
  expect(await field('environment').getByRole('alert').textContent()).toContain('same key');
});

test('a reference is chosen among nodes that fit, and gone to', async () => {
  const queue = field('deadLetterQueue');
  await queue.getByRole('combobox').click();
  await page.getByRole('option').nth(1).click();
  await queue.getByRole('button', { name: /Go to/ }).click();
  await settle(page);
  expect(await page.locator('.inspector-header').textContent()).toContain('SQS queue');
});

test('a list takes several at once, and gives one back to be edited', async () => {
  await page.locator('.react-flow__edge[data-id="list-live-channels-to-channels"]').focus();
  await page.keyboard.press('Enter');
  await settle(page);
  const actions = field('actions');
  const before = await actions.locator('.list-chip').count();
  await actions.locator('input').fill('query, getItem');
  await actions.locator('input').press('Enter');
  expect(await actions.locator('.list-chip').count()).toBe(before + 2);
  await actions.locator('.list-chip-text').last().press('Alt+ArrowLeft');
  await settle(page);
  expect(await actions.locator('.list-chip-text').nth(before).textContent()).toBe('getItem');
  await actions.locator('.list-chip-text').last().press('Delete');
  expect(await actions.locator('.list-chip').count()).toBe(before + 1);
});

test('a pattern is completed from known events, checked, and tried with a sample that is saved', async () => {
  await page.locator('.react-flow__edge[data-id="bus-to-convert-video"]').focus();
  await page.keyboard.press('Enter');
  await settle(page);
  await field('pattern').getByRole('button', { name: 'Open in a large editor' }).click();
  const dialog = page.getByRole('dialog');
  const text = dialog.locator('.code-dialog-text .cm-content');
  await text.waitFor();
  await text.press('Control+a');
  await page.keyboard.type('{"source": ["aws.s');
  await page.locator('.cm-tooltip-autocomplete').getByText('aws.s3', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(1);
  await text.press('Control+a');
  await page.keyboard.insertText('{"source": "aws.s3"}');
  await settle(page);
  expect(await dialog.locator('.code-dialog-problem').textContent()).toContain('must be a list');
  await text.press('Control+a');
  await page.keyboard.insertText('{"source": ["aws.s3"], "detail-type": ["Object Created"]}');
  await dialog.getByRole('button', { name: 'New sample' }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  expect(await dialog.locator('.tester-result').textContent()).toBe('Matches the pattern.');
  await text.press('Control+a');
  await page.keyboard.insertText('{"source": ["aws.s3"], "detail": {"bucket": {"name": ["other"]}}}');
  await settle(page);
  expect(await dialog.locator('.tester-row').textContent()).toContain('detail.bucket.name: expected "other"');
  expect(await accessibilityViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await field('pattern').locator('.sample-results').textContent()).toContain('0 of 1');
});

test('a field of two functions is mixed, and set for both in one step', async () => {
  await select('list-live-channels');
  await page.keyboard.down('Shift');
  await select('persist-video');
  await page.keyboard.up('Shift');
  await settle(page);
  const memory = field('memory').locator('input');
  expect(await memory.getAttribute('placeholder')).toBe('Mixed');
  expect(await field('memory').locator('.changed-dot').count()).toBe(1);
  await memory.fill('1024');
  await memory.press('Tab');
  expect(await memory.inputValue()).toBe('1,024 MB');
  await undo();
  expect(await memory.getAttribute('placeholder')).toBe('Mixed');
});

test('the page complained of nothing', () => {
  expect(studio.complaints).toEqual([]);
});
