import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityViolations } from './helpers/accessibility.js';
import { node, settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** A CloudFormation resource, from its type to its properties, by keyboard. */

const design = `format: servicefull-design
version: 1
settings: { name: Shop }
nodes:
  thing: { service: generic, label: Thing, props: {} }
`;

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ files: { 'a.yaml': design }, open: 'a.yaml' });
  page = studio.page;
  await settle(page);
  await node(page, 'thing').click({ position: { x: 40, y: 12 } });
});
afterAll(() => studio.close());

const property = (name: string) => page.locator(`[data-property="${name}"]`).first();
const saved = async (): Promise<string> => {
  await page.keyboard.press('Control+S');
  await settle(page);
  return readFileSync(join(studio.home, 'a.yaml'), 'utf8');
};

test('a type is found by parts of its name, and brings the attribute that is its ARN', async () => {
  await page.locator('[data-field="cfnType"] input').focus();
  await page.keyboard.type('sns topic');
  await page.locator('.name-item').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.add-property').waitFor();
  expect(await page.locator('[data-field="cfnType"] input').inputValue()).toBe('AWS::SNS::Topic');
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('a property is added by search and has the focus; it is in the design once it has a value', async () => {
  await page.locator('.add-property').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('displ');
  await page.keyboard.press('Enter');
  await property('DisplayName').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.keyboard.type('News');
  const text = await saved();
  expect(text).toContain('cfnType: AWS::SNS::Topic');
  expect(text).toContain('arnAttribute: TopicArn');
  expect(text).toContain('DisplayName: News');
});

test('a list of structures has an item of its own form, and the text says the same', async () => {
  await page.locator('.add-property').first().click();
  await page.locator('.name-popover input').fill('tags');
  await page.keyboard.press('Enter');
  await property('Tags').getByRole('button', { name: 'Add to Tags' }).click();
  await property('Key').locator('input').fill('team');
  await property('Value').locator('input').fill('shop');
  await page.getByRole('radio', { name: 'YAML' }).click();
  await page.locator('[data-field="properties"] .cm-content').waitFor();
  expect(await page.locator('[data-field="properties"] .cm-content').innerText()).toContain('Key: team');
  expect(await saved()).toContain('Value: shop');
});

test('nothing was complained of', () => {
  expect(studio.complaints).toEqual([]);
});
