import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Design } from '../../src/model/design.js';
import { parseDesign } from '../../src/model/parse.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { openStudio, type Studio } from './helpers/studio.js';

/**
 * A person draws the whole of ServerlessVideo on an empty canvas: a live video platform of several teams, as its makers
 * describe it in public. Mouse and keyboard take turns, as hands do.
 */

type Part = readonly [label: string, service: string];

/** Context -> team and nodes, in the order in which they are drawn. */
const contexts: Readonly<Record<string, { readonly team: string; readonly nodes: readonly Part[] }>> = {
  Channel: {
    team: 'Live',
    nodes: [
      ['Channel API', 'REST API'],
      ['Viewers', 'CloudFormation resource'],
      ['CreateChannel', 'Step Functions state machine'],
      ['ListLiveChannels', 'Lambda function'],
      ['Channels', 'DynamoDB table'],
      ['Reactions', 'SQS queue'],
      ['CountReactions', 'Lambda function'],
    ],
  },
  Streaming: {
    team: 'Live',
    nodes: [
      ['Live channel', 'CloudFormation resource'],
      ['StreamChanged', 'Lambda function'],
      ['Recordings', 'S3 bucket'],
    ],
  },
  'Video manager': {
    team: 'Video',
    nodes: [
      ['Video API', 'HTTP API'],
      ['GetVideo', 'Lambda function'],
      ['ListVideos', 'Lambda function'],
      ['VideoLifecycle', 'Step Functions state machine'],
      ['Videos', 'DynamoDB table'],
    ],
  },
  'Post processing': {
    team: 'Video',
    nodes: [
      ['PostProcess', 'Step Functions state machine'],
      ['Transcode', 'CloudFormation resource'],
      ['MakeThumbnails', 'Lambda function'],
      ['Thumbnails', 'S3 bucket'],
      ['Transcoded', 'S3 bucket'],
    ],
  },
  'Plugin manager': {
    team: 'Plugins',
    nodes: [
      ['PluginLifecycle', 'Step Functions state machine'],
      ['StartPlugins', 'Lambda function'],
      ['CompleteHook', 'Lambda function'],
      ['Plugins', 'DynamoDB table'],
      ['Hooks', 'SQS queue'],
      ['Failed hooks', 'SQS queue'],
    ],
  },
  'Title plugin': {
    team: 'Plugins',
    nodes: [
      ['TranscribeVideo', 'Step Functions state machine'],
      ['Transcription', 'Transcribe'],
      ['Transcripts', 'S3 bucket'],
      ['GenerateTitles', 'Step Functions state machine'],
      ['Title model', 'Bedrock model'],
      ['Titles', 'DynamoDB table'],
    ],
  },
  'Tag plugin': {
    team: 'Plugins',
    nodes: [
      ['DetectTags', 'Step Functions state machine'],
      ['Image labels', 'CloudFormation resource'],
      ['Tags', 'DynamoDB table'],
      ['ModerateVideo', 'Lambda function'],
    ],
  },
  Publisher: {
    team: 'Front end',
    nodes: [
      ['PublishStatus', 'Lambda function'],
      ['PublishGlobal', 'Lambda function'],
      ['Realtime topic', 'CloudFormation resource'],
      ['Published', 'DynamoDB table'],
      ['Site', 'S3 bucket'],
      ['Distribution', 'CloudFormation resource'],
    ],
  },
};

const shared: readonly Part[] = [
  ['VideoEvents', 'EventBridge event bus'],
  ['Clean up nightly', 'EventBridge schedule'],
];

/** Who calls, starts, reads or tells whom. */
const links: readonly (readonly [from: string, to: string])[] = [
  ['Channel API', 'CreateChannel'],
  ['Channel API', 'ListLiveChannels'],
  ['Channel API', 'Reactions'],
  ['ListLiveChannels', 'Channels'],
  ['CreateChannel', 'Channels'],
  ['Reactions', 'CountReactions'],
  ['CountReactions', 'Channels'],
  ['StreamChanged', 'VideoEvents'],
  ['Video API', 'GetVideo'],
  ['Video API', 'ListVideos'],
  ['GetVideo', 'Videos'],
  ['ListVideos', 'Videos'],
  ['VideoEvents', 'VideoLifecycle'],
  ['VideoLifecycle', 'Videos'],
  ['VideoEvents', 'PostProcess'],
  ['PostProcess', 'MakeThumbnails'],
  ['MakeThumbnails', 'Thumbnails'],
  ['VideoEvents', 'StartPlugins'],
  ['StartPlugins', 'PluginLifecycle'],
  ['PluginLifecycle', 'Plugins'],
  ['Hooks', 'CompleteHook'],
  ['CompleteHook', 'PluginLifecycle'],
  ['VideoEvents', 'Hooks'],
  ['VideoEvents', 'TranscribeVideo'],
  ['TranscribeVideo', 'Transcription'],
  ['TranscribeVideo', 'VideoEvents'],
  ['VideoEvents', 'GenerateTitles'],
  ['GenerateTitles', 'Title model'],
  ['GenerateTitles', 'Titles'],
  ['VideoEvents', 'DetectTags'],
  ['DetectTags', 'Tags'],
  ['VideoEvents', 'ModerateVideo'],
  ['ModerateVideo', 'Tags'],
  ['VideoEvents', 'PublishStatus'],
  ['PublishStatus', 'Published'],
  ['VideoEvents', 'PublishGlobal'],
  ['PublishGlobal', 'Site'],
  ['Clean up nightly', 'VideoLifecycle'],
];

const card = (page: Page, label: string) =>
  page.locator('.react-flow__node').filter({ has: page.locator('.node-title', { hasText: new RegExp(`^${label}$`) }) });

/** Waits until the page has drawn what was done. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

/** Types the name of the new service over its own. */
async function rename(page: Page, label: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(label);
  await page.keyboard.press('Enter');
  await drawn(page);
}

async function chooseFirstWay(page: Page): Promise<void> {
  await drawn(page);
  if (await page.locator('.way-chooser').isVisible()) await page.keyboard.press('Digit1');
  await drawn(page);
}

async function saved(studio: Studio, name: string): Promise<Design> {
  const { page, home } = studio;
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog').getByLabel('Name').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(name);
  // Once the folder is listed.
  const button = page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true });
  await expect.poll(() => button.isEnabled()).toBe(true);
  await page.keyboard.press('Enter');
  await page.locator('.toast', { hasText: name }).waitFor();
  const { design, problems } = parseDesign(readFileSync(join(home, `${name}.yaml`), 'utf8'));
  if (design === undefined) throw new Error(JSON.stringify(problems));
  return design;
}

const pairsOf = (design: Design): readonly string[] =>
  [...resolveSystem(design).connections.values()].map(
    ({ from, to }) => `${design.nodes[from]?.label ?? from} -> ${design.nodes[to]?.label ?? to}`,
  );

describe('ServerlessVideo, with mouse and keyboard', () => {
  let studio: Studio;
  let page: Page;
  beforeAll(async () => {
    studio = await openStudio({ size: { width: 1600, height: 1000 } });
    page = studio.page;
    await page.getByRole('button', { name: /Draw/ }).click();
    await page.locator('.react-flow__pane').waitFor();
    // Room for everything: half size.
    const area = await page.locator('.react-flow__pane').boundingBox();
    if (area === null) throw new Error('no canvas');
    await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, 120);
    await page.keyboard.up('Control');
    await drawn(page);
  });
  afterAll(() => studio.close());

  test('draw every node, context by context', async () => {
    const area = await page.locator('.react-flow__pane').boundingBox();
    if (area === null) throw new Error('no canvas');
    // Rows of cards, with room for the frames of the contexts between them.
    const columns = 8;
    let row = 0;
    const draw = async ([label, service]: Part, column: number): Promise<void> => {
      await page.mouse.dblclick(area.x + 24 + column * 128, area.y + 64 + row * 84);
      await page.locator('.search-popover input').waitFor();
      await page.keyboard.type(service);
      await page.keyboard.press('Enter');
      await drawn(page);
      await rename(page, label);
    };
    for (const [name, { team, nodes }] of Object.entries(contexts)) {
      const labels = nodes.map(([label]) => label);
      for (const [index, part] of nodes.entries()) await draw(part, index % columns);
      for (const [index, label] of labels.entries())
        await card(page, label).click({ position: { x: 30, y: 8 }, modifiers: index === 0 ? [] : ['Shift'] });
      await page.keyboard.press('Control+g');
      await drawn(page);
      await rename(page, name);
      const inspector = page.locator('[data-panel="inspector"]');
      await inspector.getByLabel('Team').fill(team);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      row += 1;
    }
    row += 1;
    // A bus is wide, and drawn around the place.
    for (const [index, part] of shared.entries()) await draw(part, 2 + 4 * index);
    const count = Object.values(contexts).reduce((sum, { nodes }) => sum + nodes.length, shared.length);
    expect(count).toBeGreaterThanOrEqual(40);
    expect(await page.locator('.node-card').count()).toBe(count);
  });

  test('connect them: every other one with the mouse', async () => {
    for (const [index, [from, to]] of links.entries()) {
      await card(page, from).click({ position: { x: 30, y: 8 } });
      if (index % 2 === 0) {
        await card(page, from).hover();
        const port = await card(page, from).locator('.react-flow__handle-bottom').boundingBox();
        const end = await card(page, to).boundingBox();
        if (port === null || end === null) throw new Error(`no port from ${from} to ${to}`);
        await page.mouse.move(port.x + port.width / 2, port.y + port.height / 2);
        await page.mouse.down();
        await page.mouse.move(port.x + 16, port.y + 24, { steps: 3 });
        await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
        await drawn(page);
        await page.mouse.up();
      } else {
        await page.keyboard.press('c');
        await page.keyboard.type(to);
        await page.keyboard.press('Enter');
      }
      await chooseFirstWay(page);
      await page.keyboard.press('Escape');
    }
  });

  test('what is saved is what was drawn', async () => {
    const design = await saved(studio, 'serverless-video');
    const nodes = Object.values(design.nodes);
    expect(nodes.map(({ label }) => label).sort()).toEqual(
      [...Object.values(contexts).flatMap((context) => context.nodes), ...shared].map(([label]) => label).sort(),
    );
    const contextOf = (label: string): string | undefined => {
      const id = nodes.find((one) => one.label === label)?.context;
      return id === undefined ? undefined : design.contexts[id]?.label;
    };
    for (const [name, context] of Object.entries(contexts))
      for (const [label] of context.nodes) expect(contextOf(label), label).toBe(name);
    expect(Object.values(design.contexts).map(({ team }) => team)).toEqual(
      expect.arrayContaining(Object.values(contexts).map(({ team }) => team)),
    );
    const pairs = pairsOf(design);
    expect(links.map(([from, to]) => `${from} -> ${to}`).filter((pair) => !pairs.includes(pair))).toEqual([]);
  });

  test('tidy it up, undo everything, redo everything', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+L');
    await page.waitForTimeout(1500);
    const before = await page.locator('.node-card').count();
    const press = async (keys: string, until: number): Promise<void> => {
      for (let round = 0; round < 20 && (await page.locator('.node-card').count()) !== until; round++)
        for (let step = 0; step < 25; step++) await page.keyboard.press(keys);
      await drawn(page);
    };
    await press('Control+z', 0);
    expect(await page.locator('.node-card').count()).toBe(0);
    await press('Control+Shift+z', before);
    expect(await page.locator('.node-card').count()).toBe(before);
    expect(studio.complaints).toEqual([]);
  });
});

describe('ten nodes by keyboard alone', () => {
  const parts: readonly Part[] = [
    ['Orders API', 'REST API'],
    ['NewOrders', 'SQS queue'],
    ['PriceOrder', 'Lambda function'],
    ['OrdersTable', 'DynamoDB table'],
    ['ShopEvents', 'EventBridge event bus'],
    ['Ship', 'Step Functions state machine'],
    ['Parcels', 'DynamoDB table'],
    ['Invoices', 'SQS queue'],
    ['WriteInvoice', 'Lambda function'],
    ['InvoiceFiles', 'S3 bucket'],
  ];
  /** In the order in which each node is still selected or found by name. */
  const wanted: readonly (readonly [from: string, to: string])[] = [
    ['Orders API', 'NewOrders'],
    ['NewOrders', 'PriceOrder'],
    ['PriceOrder', 'OrdersTable'],
    ['PriceOrder', 'ShopEvents'],
    ['ShopEvents', 'Ship'],
    ['Ship', 'Parcels'],
    ['ShopEvents', 'Invoices'],
    ['Invoices', 'WriteInvoice'],
    ['WriteInvoice', 'InvoiceFiles'],
  ];
  let studio: Studio;
  let page: Page;
  beforeAll(async () => {
    studio = await openStudio();
    page = studio.page;
    await page.keyboard.press('Control+Alt+n');
    await page.locator('.react-flow__pane').waitFor();
  });
  afterAll(() => studio.close());

  /** The palette of commands finds nodes too. */
  async function goTo(label: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type(label);
    await drawn(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await drawn(page);
  }

  test('draw, name and connect', async () => {
    for (const [label, service] of parts) {
      await page.keyboard.press('/');
      await page.locator('.search-popover input').waitFor();
      await page.keyboard.type(service);
      await page.keyboard.press('Enter');
      await drawn(page);
      await rename(page, label);
    }
    for (const [from, to] of wanted) {
      await goTo(from);
      await page.keyboard.press('c');
      await page.keyboard.type(to);
      await page.keyboard.press('Enter');
      await chooseFirstWay(page);
    }
    const design = await saved(studio, 'ten');
    expect(
      Object.values(design.nodes)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(parts.map(([label]) => label).sort());
    const pairs = pairsOf(design);
    expect(wanted.map(([from, to]) => `${from} -> ${to}`).filter((pair) => !pairs.includes(pair))).toEqual([]);
    expect(studio.complaints).toEqual([]);
  });
});
