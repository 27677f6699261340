import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDefinition, walkStates } from '../../src/asl/definition.js';
import { validateDefinition } from '../../src/asl/validate.js';
import { createSynthesiser } from '../../src/main/host/synth.js';
import { loadSdkCatalog } from '../../src/sdk/catalog.js';
import { actionLookup } from '../../src/system/action-lookup.js';
import { exportDesign, readDesign } from '../export/project.js';
import { allowedActions, createTemplateCheck } from '../export/templates.js';
import { settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/**
 * Somebody builds the workflow that publishes a video, from an empty state machine, with palette, forms and keys: convert,
 * transcribe, titles, an avatar, a person's approval; then it is exported, synthesised and validated.
 */

const design = `format: servicefull-design
version: 1
settings: { name: Publishing }
nodes:
  publish: { service: state-machine, label: Publish }
  videos: { service: dynamodb-table, label: Videos }
  media: { service: s3-bucket, label: Media }
layout:
  nodes:
    publish: { x: 0, y: 0 }
    videos: { x: 320, y: 0 }
    media: { x: 320, y: 120 }
`;

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ files: { 'a.yaml': design }, open: 'a.yaml', size: { width: 1600, height: 1000 } });
  page = studio.page;
  await settle(page);
});
afterAll(() => studio.close());

const inspector = () => page.locator('[data-panel="inspector"]');
const field = (name: string) => inspector().locator(`[data-field="${name}"]`);
const palette = () => page.locator('[data-panel="palette"]');
const title = () => inspector().locator('h2');
const names = () => page.locator('.workflow-canvas .node-title').allInnerTexts();
const text = async (): Promise<string> =>
  (await page.locator('.workflow-text .cm-content').innerText()).replace(/\s+/g, ' ');

/** Adds what a search of the palette finds first, behind the selected state. */
async function addByName(words: string): Promise<void> {
  const before = (await names()).join();
  const search = palette().locator('.palette-search input');
  await search.fill(words);
  await page.locator('.found [role=option]').first().waitFor();
  await settle(page);
  await search.press('Enter');
  await expect.poll(async () => (await names()).join()).not.toBe(before);
  await search.press('Escape');
}

async function addPattern(name: string): Promise<void> {
  await palette().getByRole('tab', { name: 'Patterns' }).click();
  await page.locator('.state-pattern', { hasText: name }).dblclick();
  await palette().getByRole('tab', { name: 'States' }).click();
}

async function rename(name: string): Promise<void> {
  const input = inspector().locator('input[name="label"]');
  await input.fill(name);
  await input.press('Tab');
  await expect.poll(() => title().textContent()).toBe(name);
}

async function select(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Zoom to fit' }).click();
  await settle(page);
  const card = page.locator('main .react-flow__node').filter({ hasText: name }).last();
  await card.click({ position: { x: 30, y: 8 } });
  await expect.poll(() => title().textContent()).toBe(name);
}

test('a video is converted, transcribed, named, pictured and approved', { timeout: 240_000 }, async () => {
  await page.locator('.react-flow__node[data-id="publish"]').dblclick({ position: { x: 40, y: 12 } });
  await page.locator('.workflow-canvas').waitFor();

  await addByName('ecs run task');
  await rename('Convert the video');
  await inspector()
    .getByRole('radio', { name: /Run a Job/ })
    .check();
  await field('Arguments.Cluster').locator('input').fill('media');
  await field('Arguments.TaskDefinition').locator('input').fill('convert');
  await expect.poll(text).toContain('ecs:runTask.sync');

  await addPattern('Start and wait for the event');
  await expect.poll(text).toContain('startTranscriptionJob');
  expect(await text()).toContain('putItem.waitForTaskToken');

  await page.locator('.entry-grid').getByRole('button', { name: 'Map' }).dblclick();
  await expect.poll(() => title().textContent()).toBe('For each item');
  await rename('Each style');
  await select('Pass');
  await addByName('bedrock invoke model');
  await rename('Write a title');
  await field('Arguments.ModelId').locator('input').fill('amazon.nova-lite-v1:0');

  await select('Each style');
  await addByName('bedrock invoke model');
  await rename('Draw an avatar');
  await field('Arguments.ModelId').locator('input').fill('amazon.nova-canvas-v1:0');
  // More than the 256 KiB that a state can hold: the picture goes to S3.
  await inspector()
    .locator('[data-section="parameters"]')
    .getByRole('combobox', { name: 'Add a parameter' })
    .selectOption('Output');
  await field('Arguments.Output').locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{ "S3Uri": "s3://media/avatars/" }');
  await expect.poll(text).toContain('"S3Uri": "s3://media/avatars/"');

  await addPattern('Wait for approval');
  await expect.poll(names).toContain('Approved?');

  await select('Convert the video');
  await inspector()
    .getByRole('tab', { name: /Errors/ })
    .click();
  await inspector().getByRole('button', { name: 'Add a retrier' }).click();
  await expect.poll(text).toContain('"Retry"');
  await inspector().getByRole('button', { name: 'Add a catcher' }).click();
  await field('Catch.0.Next').getByRole('combobox').selectOption({ label: 'Rejected' });
  await expect.poll(text).toMatch(/"Catch".*"Next": "Rejected"/);

  await page.keyboard.press('Control+S');
  await expect.poll(() => page.locator('.status-bar').innerText()).toContain('Saved');
  expect(studio.complaints).toEqual([]);
});

test('what was built is valid, and exports to a stack with the permissions of its calls alone', async () => {
  const project = exportDesign(readDesign(join(studio.home, 'a.yaml')));
  const asl = project.files.get('state-machines/publish.asl.json') ?? '';
  const { tree } = parseDefinition(asl, 'json');
  if (tree === undefined) throw new Error(asl);
  expect([...walkStates(tree)].map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Convert the video', 'Start the job', 'Write a title', 'Draw an avatar', 'Approved?']),
  );
  const actions = actionLookup(await loadSdkCatalog());
  const { aslProblemTexts } = await import('../../src/asl/problems.js');
  expect(
    validateDefinition(tree, { actions }).filter(({ code }) => aslProblemTexts[code].severity === 'error'),
  ).toEqual([]);

  const synthesiser = createSynthesiser();
  const check = createTemplateCheck();
  try {
    const result = await synthesiser.synthesise(project);
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    const templates = Object.values(result.templates);
    expect(templates.flatMap((template) => check.errorsOf(template))).toEqual([]);
    expect(allowedActions(templates)).toEqual(
      expect.arrayContaining([
        'ecs:RunTask',
        'ecs:StopTask',
        'events:PutRule',
        'dynamodb:PutItem',
        'transcribe:StartTranscriptionJob',
        'bedrock:InvokeModel',
        's3:PutObject',
        'sns:Publish',
      ]),
    );
    expect(allowedActions(templates).filter((action) => action.includes('*'))).toEqual([]);
  } finally {
    synthesiser.dispose();
    check.free();
  }
  expect(readFileSync(join(studio.home, 'a.yaml'), 'utf8')).toContain('VideosName');
});
