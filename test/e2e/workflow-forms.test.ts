import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityViolations } from './helpers/accessibility.js';
import { settle } from './helpers/screens.js';
import { openStudio, type Studio } from './helpers/studio.js';

/** The forms of states as a person fills them in: names, patterns, resources, arguments, samples, rules, errors. */

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Take',
  States: {
    Take: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Arguments: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/orders', MessageBody: '{% $states.input.order %}' },
      Next: 'Decide',
    },
    Decide: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.large %}', Next: 'Rest' }],
      Default: 'Done',
    },
    Rest: { Type: 'Wait', Seconds: 5, Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};

const older = {
  StartAt: 'Choose',
  States: {
    Choose: { Type: 'Choice', Choices: [{ Variable: '$.a', NumericEquals: 1, Next: 'End' }], Default: 'End' },
    End: { Type: 'Succeed' },
  },
};

const machine = (label: string, value: object): string =>
  `{ service: state-machine, label: ${label}, definition: { format: json, text: ${JSON.stringify(
    `${JSON.stringify(value, null, 2)}\n`,
  )} } }`;

const design = `format: servicefull-design
version: 1
settings: { name: Forms }
nodes:
  flow: ${machine('Flow', definition)}
  older: ${machine('Older', older)}
layout:
  nodes:
    flow: { x: 0, y: 0 }
    older: { x: 300, y: 0 }
`;

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ files: { 'a.yaml': design }, open: 'a.yaml', size: { width: 1440, height: 900 } });
  page = studio.page;
  await settle(page);
  await goInside('flow');
});
afterAll(() => studio.close());

const goInside = async (id: string): Promise<void> => {
  await page.locator(`.react-flow__node[data-id="${id}"]`).dblclick({ position: { x: 40, y: 12 } });
  await inspector().locator('[data-field="StartAt"]').waitFor();
};
const inspector = () => page.locator('[data-panel="inspector"]');
const field = (name: string) => inspector().locator(`[data-field="${name}"]`);
const select = async (name: string): Promise<void> => {
  await page
    .locator('main .react-flow__node')
    .filter({ hasText: name })
    .last()
    .click({ position: { x: 60, y: 12 } });
  await expect.poll(() => inspector().locator('h2').textContent()).toBe(name);
};
const tab = (name: string) => inspector().getByRole('tab', { name: new RegExp(name) });
const undo = async (): Promise<void> => {
  await page.getByRole('button', { name: /^Undo/ }).first().click();
};
/** The definition as its text shows it. */
const text = async (): Promise<string> =>
  (await page.locator('.workflow-text .cm-content').innerText()).replace(/\s+/g, ' ');

test('a name is changed everywhere, and its field keeps the cursor for the next one', async () => {
  await select('Take');
  const name = inspector().locator('input[name="label"]');
  await name.fill('Take the order');
  await name.press('Tab');
  await expect.poll(() => inspector().locator('h2').textContent()).toBe('Take the order');
  expect(await text()).toContain('"StartAt": "Take the order"');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'))).toBe(
    'Comment',
  );
});

test('a pattern changes Resource and task token together, in one step', async () => {
  const before = await text();
  await inspector()
    .getByRole('radio', { name: /Wait for Callback/ })
    .check();
  await expect.poll(text).toContain('sqs:sendMessage.waitForTaskToken');
  expect(await text()).toContain('$states.context.Task.Token');
  expect(
    await inspector()
      .getByRole('radio', { name: /Run a Job/ })
      .isDisabled(),
  ).toBe(true);
  await undo();
  await expect.poll(text).toBe(before);
});

test('a duration is one step to undo, and can be an expression', async () => {
  const timeout = field('TimeoutSeconds');
  await timeout.locator('input').pressSequentially('1m 30s');
  await timeout.locator('input').press('Tab');
  await expect.poll(text).toContain('"TimeoutSeconds": 90');
  await undo();
  await expect.poll(text).not.toContain('TimeoutSeconds');
  await timeout.getByRole('button', { name: 'JSONata expression' }).click();
  await timeout.locator('input').fill('$states.input.limit');
  await timeout.locator('input').press('Tab');
  await expect.poll(text).toContain('"TimeoutSeconds": "{% $states.input.limit %}"');
  await timeout.getByRole('button', { name: 'Back to the default' }).click();
  await expect.poll(text).not.toContain('TimeoutSeconds');
});

test('a resource that is not drawn is drawn from its Task', async () => {
  await field('target')
    .getByRole('button', { name: /Draw it/ })
    .click();
  await expect.poll(() => field('target').getByRole('combobox').textContent()).toContain('Queue');
  expect(await text()).toMatch(/"QueueUrl": "\$\{\w+\}"/);
});

test('a parameter is added by its name, and a wrong one says so', async () => {
  const parameters = inspector().locator('[data-section="parameters"]');
  await parameters.getByRole('combobox', { name: 'Add a parameter' }).selectOption('DelaySeconds');
  await field('Arguments.DelaySeconds').locator('input').fill('12');
  await expect.poll(text).toContain('"DelaySeconds": 12');
  await field('Arguments.DelaySeconds').getByRole('button', { name: 'Remove DelaySeconds' }).click();
  await expect.poll(text).not.toContain('DelaySeconds');
});

test('what is written is evaluated with the sample of the state', async () => {
  await tab('Input/output').click();
  await field('sample.input').locator('.cm-content').fill('{ "order": { "id": 7 } }');
  await field('Output').locator('.cm-content').fill('{% $states.input.order.id + 1 %}');
  await expect.poll(() => field('Output').locator('.evaluated').textContent()).toContain('8');
  await field('Output').locator('.cm-content').fill('{% $states.input.none %}');
  await expect.poll(() => field('Output').locator('.evaluated').textContent()).toContain('undefined');
  await field('Output').locator('.cm-content').fill('{% $states.input. %}');
  await expect.poll(() => field('Output').getByRole('alert').count()).toBeGreaterThan(0);
  await field('Output').getByRole('button', { name: 'Back to the default' }).click();
  await expect.poll(text).not.toContain('"Output"');
});

test('errors are taken from the known ones, tried again and caught', async () => {
  await tab('Errors').click();
  await inspector().getByRole('button', { name: 'Add a retrier' }).click();
  await inspector().getByRole('button', { name: 'Add a catcher' }).click();
  await expect.poll(text).toContain('"Retry"');
  await expect.poll(() => tab('Errors').textContent()).toContain('2');
  const retrier = inspector().locator('[data-item="Retry.0"]');
  await field('Retry.0.MaxAttempts').locator('input').fill('5');
  await expect.poll(text).toContain('"MaxAttempts": 5');
  expect(await retrier.locator('.hint').last().textContent()).toContain('between attempts');
  await inspector().locator('[data-item="Catch.0"]').getByRole('button', { name: 'Remove entry 1' }).click();
  await expect.poll(text).not.toContain('"Catch"');
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('rules are added, ordered and removed', async () => {
  await select('Decide');
  await inspector().getByRole('button', { name: 'Add a rule' }).click();
  const second = inspector().locator('[data-item="Choices.1"]');
  await second.getByRole('button', { name: 'Move entry 2 up' }).click();
  await expect.poll(text).toMatch(/"\{% true %\}".*"\{% \$states\.input\.large %\}"/);
  await inspector().locator('[data-item="Choices.0"]').getByRole('button', { name: 'Remove entry 1' }).click();
  await expect.poll(text).not.toContain('{% true %}');
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('a definition in JSONPath: a condition is combined, then all of it is converted', async () => {
  await page.getByRole('button', { name: 'System' }).first().click();
  await goInside('older');
  await select('Choose');
  await inspector().getByRole('button', { name: 'Combine the condition' }).click();
  await page.getByRole('menuitem', { name: 'Or another condition' }).click();
  await expect.poll(text).toMatch(/"Or": \[/);
  await undo();
  await expect.poll(text).not.toContain('"Or"');
  await page.locator('main .react-flow__pane').click({ position: { x: 10, y: 10 } });
  await field('QueryLanguage').getByRole('button', { name: 'Convert to JSONata' }).click();
  await expect.poll(text).toContain('"QueryLanguage": "JSONata"');
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(studio.complaints).toEqual([]);
});
