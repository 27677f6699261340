import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pasteText } from './give.js';

/**
 * Every screen of the app, with the way to it. By keyboard, roles and ids, never by words, so that one list serves both
 * languages: `npm run screens` takes pictures of them, tests look for what is wrong with them.
 */

export interface Screen {
  readonly name: string;
  /** The design that is open; undefined: the start screen. */
  readonly design?:
    'serverless-video' | 'lift-and-shift' | 'transcription-and-titles' | 'broken' | 'unreadable' | 'resource';
  show(page: Page): Promise<void>;
}

const template = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../templates/designs', `${name}.yaml`), 'utf8');

/** The texts of the designs that screens open. */
export const designs: Readonly<Record<NonNullable<Screen['design']>, string>> = {
  'serverless-video': template('serverless-video'),
  'lift-and-shift': template('lift-and-shift'),
  'transcription-and-titles': template('transcription-and-titles'),
  broken: `format: servicefull-design
version: 1
settings: { name: Broken }
nodes:
  queue: { service: sqs-queue, label: Orders, props: { visibilityTimeout: 99999, deadLetterQueue: gone } }
  pipe: { service: pipe, label: Forward }
  mystery: { service: quantum-queue, label: Mystery }
connections:
  one: { kind: rule, from: queue, to: nowhere }
`,
  resource: `format: servicefull-design
version: 1
settings: { name: Shop }
nodes:
  listener:
    service: generic
    label: Listener
    props:
      cfnType: AWS::ElasticLoadBalancingV2::Listener
      properties:
        LoadBalancerArn: { 'Fn::ImportValue': shop-load-balancer }
        Port: soon
        Colour: red
        DefaultActions: [{ Type: forward, Order: 1 }]
`,
  unreadable: 'format: servicefull-design\nversion: 1\nsettings: { name: 5 }\nnodes:\n  a: [1, 2]\n',
};

/** A small stack: what it has is known by name to those who import it. */
export const stackTemplate = `Transform: AWS::Serverless-2016-10-31
Resources:
  OrderQueue:
    Type: AWS::SQS::Queue
  OrderTable:
    Type: AWS::Serverless::SimpleTable
  OrderWorker:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/worker
      Handler: app.handler
      Runtime: nodejs24.x
      Policies:
        - DynamoDBCrudPolicy: { TableName: !Ref OrderTable }
      Events:
        Next:
          Type: SQS
          Properties: { Queue: !GetAtt OrderQueue.Arn }
  OrderLogs:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: !Sub '/aws/lambda/\${OrderWorker}' }
`;

/** Imports what is pasted, and waits for what was understood. */
async function showImport(page: Page): Promise<void> {
  await pasteText(page, stackTemplate);
  await page.locator('.import-found').waitFor({ timeout: 30_000 });
}

export const node = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);

const select = async (page: Page, id: string): Promise<void> => {
  await node(page, id).click({ position: { x: 40, y: 12 } });
};

/** Goes inside a state machine. */
async function openMachine(page: Page, id: string): Promise<void> {
  await select(page, id);
  await page.keyboard.press('Shift+Enter');
  await page.locator('.workflow-canvas .state-card').first().waitFor();
  await settle(page);
}

/** Exports into a new folder, gives a table another key, and asks for the export again. */
async function showChanges(page: Page, table: string): Promise<void> {
  await page.keyboard.press('Control+E');
  await page.locator('.export-target button').click();
  await page.locator('.dialog-footer button').first().click();
  await page.locator('.new-folder input').fill('exported');
  await page.keyboard.press('Enter');
  await page.locator('nav', { hasText: 'exported' }).waitFor();
  await page.locator('.dialog-footer [data-variant="primary"]').click();
  await page.locator('.diff-columns').waitFor();
  await page.locator('.dialog-footer [data-variant="primary"]:enabled').click();
  await page.locator('.export-result').waitFor();
  await page.keyboard.press('Escape');
  await select(page, table);
  await page.locator('[data-field="partitionKey"] input').fill('sku');
  await page.keyboard.press('Tab');
  await settle(page);
  await page.keyboard.press('Control+E');
  await page.locator('.diff-risk').first().waitFor({ timeout: 30_000 });
}

const nothing = (): Promise<void> => Promise.resolve();
const press = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys);
};

async function openAdvisor(page: Page): Promise<void> {
  await page.keyboard.press('Alt+Digit1');
  await page.locator('.finding-row').first().click();
}

export const screens: readonly Screen[] = [
  { name: 'start', show: nothing },
  { name: 'start-templates', show: (page) => page.getByRole('button').nth(5).focus() },
  { name: 'start-open', show: press('Control+O') },
  { name: 'start-commands', show: press('Control+K') },
  { name: 'empty', show: press('Control+Alt+N') },
  {
    name: 'resource-form',
    design: 'resource',
    show: async (page) => {
      await select(page, 'listener');
      await page.locator('[data-property="DefaultActions"] .property-toggle').first().click();
      await page.locator('[data-property="DefaultActions"] .property-inside .property-toggle').first().click();
    },
  },
  {
    name: 'resource-add-property',
    design: 'resource',
    show: async (page) => {
      await select(page, 'listener');
      await page.locator('.add-property').first().click();
    },
  },
  {
    name: 'tabs',
    design: 'lift-and-shift',
    show: async (page) => {
      for (let count = 0; count < 3; count++) await page.keyboard.press('Control+Alt+N');
    },
  },
  { name: 'file-menu', design: 'lift-and-shift', show: (page) => page.locator('.file-menu').click() },
  {
    name: 'compare',
    design: 'lift-and-shift',
    show: async (page) => {
      await select(page, 'items');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Control+Alt+D');
      await page.locator('.change-row').first().click();
    },
  },
  { name: 'unreadable', design: 'unreadable', show: nothing },
  { name: 'system', design: 'serverless-video', show: nothing },
  { name: 'function', design: 'serverless-video', show: (page) => select(page, 'list-live-channels') },
  { name: 'table', design: 'serverless-video', show: (page) => select(page, 'video-table') },
  { name: 'resource', design: 'serverless-video', show: (page) => select(page, 'live-channel') },
  {
    name: 'connection',
    design: 'serverless-video',
    show: async (page) => {
      await page.locator('.react-flow__edge').first().focus();
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'pattern',
    design: 'serverless-video',
    show: async (page) => {
      await page.locator('.react-flow__edge[data-id="bus-to-convert-video"]').focus();
      await page.keyboard.press('Enter');
      await page.locator('.code-field-actions button').last().click();
      await page.locator('.tester-header button').click();
    },
  },
  {
    name: 'several',
    design: 'serverless-video',
    show: async (page) => {
      await select(page, 'video-table');
      await page.keyboard.down('Shift');
      await select(page, 'publish-status');
      await page.keyboard.up('Shift');
    },
  },
  { name: 'advisor', design: 'serverless-video', show: openAdvisor },
  {
    name: 'preview',
    design: 'serverless-video',
    show: async (page) => {
      await openAdvisor(page);
      await page.locator('.finding-card button[aria-pressed]').click();
    },
  },
  { name: 'question', design: 'lift-and-shift', show: openAdvisor },
  {
    name: 'code',
    design: 'lift-and-shift',
    show: async (page) => {
      await select(page, 'items');
      await page.keyboard.press('Alt+Digit2');
    },
  },
  {
    name: 'definition',
    design: 'transcription-and-titles',
    show: async (page) => {
      await select(page, 'make-titles');
      await page.keyboard.press('Alt+Digit2');
    },
  },
  { name: 'problems', design: 'broken', show: press('Alt+Digit3') },
  {
    name: 'fixes',
    design: 'broken',
    show: async (page) => {
      await page.keyboard.press('Alt+Digit3');
      await page.locator('.problem-fix').first().click();
    },
  },
  { name: 'patterns', design: 'lift-and-shift', show: (page) => page.locator('#palette-tab-patterns').click() },
  { name: 'outline', design: 'transcription-and-titles', show: press('Control+Shift+O') },
  {
    name: 'find',
    design: 'lift-and-shift',
    show: async (page) => {
      await page.keyboard.press('Control+H');
      await page.locator('.find-panel input').first().fill('items');
    },
  },
  { name: 'settings', design: 'lift-and-shift', show: press('Control+,') },
  { name: 'help', design: 'lift-and-shift', show: press('F1') },
  {
    name: 'help-service',
    design: 'lift-and-shift',
    show: async (page) => {
      await select(page, 'items');
      await page.keyboard.press('F1');
    },
  },
  { name: 'tour', design: 'lift-and-shift', show: (page) => page.locator('.status-tour > button').first().click() },
  { name: 'focus', design: 'lift-and-shift', show: press('f') },
  { name: 'insert', design: 'lift-and-shift', show: press('/') },
  {
    name: 'connect-target',
    design: 'lift-and-shift',
    show: async (page) => {
      await select(page, 'library-api');
      await page.keyboard.press('c');
    },
  },
  {
    name: 'connect-chooser',
    design: 'lift-and-shift',
    show: async (page) => {
      await select(page, 'library-api');
      await page.keyboard.press('c');
      await page.keyboard.type('Items');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'canvas-menu',
    design: 'lift-and-shift',
    show: async (page) => {
      await select(page, 'library-api');
      await page.keyboard.press('Shift+F10');
    },
  },
  {
    name: 'selection-bar',
    design: 'lift-and-shift',
    show: async (page) => {
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Alt+F10');
    },
  },
  {
    name: 'connect-next',
    design: 'lift-and-shift',
    show: async (page) => {
      await select(page, 'library-api');
      await page.keyboard.press('Shift+C');
    },
  },
  {
    name: 'replace',
    design: 'lift-and-shift',
    show: async (page) => {
      await select(page, 'items');
      await page.keyboard.press('r');
    },
  },
  {
    name: 'rename',
    design: 'lift-and-shift',
    show: async (page) => {
      await select(page, 'items');
      await page.keyboard.press('F2');
    },
  },
  {
    name: 'note-text',
    design: 'lift-and-shift',
    show: async (page) => {
      await page.keyboard.press('n');
      await page.keyboard.type('# Why');
    },
  },
  {
    name: 'workflow',
    design: 'serverless-video',
    show: (page) => openMachine(page, 'generate-titles'),
  },
  {
    name: 'workflow-insert',
    design: 'serverless-video',
    show: async (page) => {
      await openMachine(page, 'convert-video');
      await page.keyboard.press('Enter');
      await page.keyboard.press('/');
    },
  },
  {
    name: 'workflow-menu',
    design: 'serverless-video',
    show: async (page) => {
      await openMachine(page, 'convert-video');
      await page.keyboard.press('Shift+F10');
    },
  },
  { name: 'focus-mode', design: 'lift-and-shift', show: press('f') },
  { name: 'commands', design: 'lift-and-shift', show: press('Control+K') },
  { name: 'shortcuts', design: 'lift-and-shift', show: press('?') },
  { name: 'import', show: press('Control+I') },
  {
    name: 'import-chooser',
    show: async (page) => {
      await page.keyboard.press('Control+I');
      await page.locator('.import-way').first().click();
    },
  },
  { name: 'import-found', design: 'lift-and-shift', show: showImport },
  {
    name: 'import-source',
    design: 'lift-and-shift',
    show: async (page) => {
      await showImport(page);
      await page.locator('#import-tab-connections').click();
      await page.locator('button.import-row').first().click();
    },
  },
  {
    name: 'import-nothing',
    show: async (page) => {
      await pasteText(page, 'Resources: []');
      await page.locator('.import-found').waitFor({ timeout: 30_000 });
    },
  },
  { name: 'export', design: 'lift-and-shift', show: press('Control+E') },
  {
    name: 'export-document',
    design: 'lift-and-shift',
    show: async (page) => {
      await page.keyboard.press('Control+K');
      await page.locator('.command-palette input').fill('review document');
      await page.keyboard.press('Enter');
      await page.locator('.review-preview img').waitFor();
    },
  },
  { name: 'export-picture', design: 'lift-and-shift', show: press('Control+Shift+E') },
  { name: 'print', design: 'lift-and-shift', show: press('Control+P') },
  { name: 'export-changes', design: 'lift-and-shift', show: (page) => showChanges(page, 'items') },
  {
    name: 'export-changes-text',
    design: 'lift-and-shift',
    show: async (page) => {
      await showChanges(page, 'items');
      await page.locator('.diff-file[data-state="changed"]').first().click();
    },
  },
  { name: 'export-errors', design: 'broken', show: press('Control+E') },
  { name: 'save-as', design: 'lift-and-shift', show: press('Control+Shift+S') },
];

/** Waits until nothing moves: fonts, layout and what the worker computes. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
}
