import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityViolations } from './helpers/accessibility.js';
import { settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** The palette of a workflow and the text beside its drawing, with mouse and keyboard. */

const definition = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Take",
  "States": {
    "Take": {
      "Type": "Pass",
      "Assign": { "order": "{% $states.input.id %}" },
      "Next": "Rest"
    },
    "Rest": { "Type": "Wait",   "Seconds": 5, "Next": "Done" },
    "Done": { "Type": "Succeed", "Output": "{% $order %}" }
  }
}
`;

const design = `format: servicefull-design
version: 1
settings: { name: Flow }
nodes:
  machine: { service: state-machine, label: Machine, definition: { format: json, text: ${JSON.stringify(definition)} } }
  work: { service: sqs-queue, label: Work }
layout:
  nodes:
    machine: { x: 0, y: 0 }
    work: { x: 300, y: 0 }
`;

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ files: { 'flow.yaml': design }, open: 'flow.yaml', size: { width: 1440, height: 900 } });
  page = studio.page;
  await settle(page);
  await page.locator('.react-flow__node[data-id="machine"]').dblclick({ position: { x: 40, y: 12 } });
  await line('"Take"').waitFor();
});

beforeEach(async () => {
  // Back to the definition that the file has.
  for (let step = 0; step < 12 && (await text()) !== definition; step++) {
    await page.locator('.workflow-text .cm-content').click();
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(80);
  }
  expect(await text()).toBe(definition);
});

afterAll(async () => {
  expect(studio.complaints).toEqual([]);
  await studio.close();
});

const line = (words: string) => page.locator('.workflow-text .cm-line', { hasText: words }).first();
const text = (): Promise<string> =>
  page
    .locator('.workflow-text .cm-content')
    .evaluate((content) => [...content.querySelectorAll('.cm-line')].map((one) => one.textContent).join('\n'));
const selected = () => page.locator('.workflow-text .cm-state-selected');
const find = () => page.getByRole('combobox', { name: 'Find a state or an AWS API' });

test('a search by keyboard adds a Task behind the selected state; one undo takes it back', async () => {
  await line('"Rest":').click();
  await find().click();
  await page.keyboard.type('put item');
  await page.getByRole('option', { name: /PutItem.*Optimized/ }).waitFor();
  await page.keyboard.press('Enter');
  await line('arn:aws:states:::dynamodb:putItem').waitFor();
  expect(await text()).toContain('"Next": "Put an item"');
  await page.keyboard.press('Escape');
});

test('a drawn resource is called by a substitution that stands for it', async () => {
  await page.getByRole('region', { name: 'Resources of this design' }).getByRole('button', { name: /Work/ }).dblclick();
  await line('${WorkUrl}').waitFor();
  expect(await page.locator('.lint-marker-error, .cm-lint-marker-error').count()).toBe(0);
});

test('a pattern is told about by a click, and added by its button', async () => {
  await page.getByRole('tab', { name: 'Patterns' }).click();
  await page.getByRole('button', { name: /^Start, wait and check/ }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await line('startTranscriptionJob').waitFor();
  await page.getByRole('tab', { name: 'States' }).click();
});

test('a variable leads to the states that set and read it', async () => {
  await page.getByRole('tab', { name: 'Variables' }).click();
  await page.locator('.variable', { hasText: '$order' }).getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => selected().allTextContents()).toEqual([expect.stringContaining('"Done"')]);
  await page.getByRole('tab', { name: 'States' }).click();
});

test('the cursor selects the state that it is in', async () => {
  await line('"Rest":').click();
  await expect.poll(() => selected().count()).toBe(1);
  await line('"Assign"').click();
  await expect.poll(() => selected().count()).toBe(5);
});

test('what cannot be read is kept beside the last text that could, and undo takes it back', async () => {
  await line('"Seconds"').click();
  await page.keyboard.press('End');
  await page.keyboard.type('}');
  await page.locator('.workflow-text .draft-note').waitFor();
  expect(await page.getByRole('complementary', { name: 'Palette' }).isVisible()).toBe(true);
  await page.keyboard.press('Control+z');
  await page.locator('.workflow-text .draft-note').waitFor({ state: 'detached' });
  expect(await text()).toBe(definition);
  // A redo brings it again, so that nothing typed is lost.
  await page.keyboard.press('Control+y');
  await page.locator('.workflow-text .draft-note').waitFor();
});

test('typing completes fields and states, and reaches the design', async () => {
  // At its beginning: the line goes on below.
  await line('"Seconds"').click({ position: { x: 60, y: 8 } });
  await page.keyboard.press('Home');
  for (let step = 0; step < '"Rest": {'.length; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.type(' "Comm');
  await page.locator('.cm-tooltip-autocomplete li', { hasText: 'Comment' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Some time');
  await expect.poll(text).toContain('"Comment": "Some time", "Type": "Wait",   "Seconds": 5');
  await page.locator('.workflow-text .draft-note').waitFor({ state: 'detached' });
});

test('the text is formatted as one step, and steps aside and back', async () => {
  await page.getByRole('button', { name: 'Format' }).click();
  await line('"Seconds": 5').waitFor();
  expect(await text()).not.toContain('"Wait",   "Seconds"');
  await page.getByRole('button', { name: 'Hide the text' }).click();
  expect(await page.locator('.workflow-text .cm-content').count()).toBe(0);
  await page.getByRole('button', { name: 'Show the text' }).click();
  await line('"Take"').waitFor();
});

test('palette and text can be used by everybody', async () => {
  expect(await accessibilityViolations(page)).toEqual([]);
});
