import { expect, test } from 'vitest';
import { loadSdkCatalog } from '../../../sdk/catalog.js';
import { argumentForm } from './argument-form.js';
import { taskInfoOf } from './task-info.js';

test('required parameters come first, given ones after them, and the rest can be added', async () => {
  const info = taskInfoOf('arn:aws:states:::aws-sdk:dynamodb:putItem', await loadSdkCatalog());
  const { rows, others } = argumentForm(info, { Colour: 3, 'ConditionExpression.$': '$.c', 'TableName.$': '$.t' });
  expect(rows.map(({ name, isRequired, isUnknown }) => [name, isRequired, isUnknown])).toEqual([
    ...info.required.map(({ name }) => [name, true, false]),
    ['Colour', false, true],
    ['ConditionExpression', false, false],
  ]);
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['TableName', 'Item']));
  expect(others.map(({ name }) => name)).toContain('ReturnValues');
  expect(others.map(({ name }) => name)).not.toContain('ConditionExpression');
});

test('of an optimized integration the types come from the API behind it', async () => {
  const info = taskInfoOf('arn:aws:states:::sqs:sendMessage.waitForTaskToken', await loadSdkCatalog());
  const { rows } = argumentForm(info, { DelaySeconds: '{% $d %}' });
  expect(rows.find(({ name }) => name === 'QueueUrl')).toMatchObject({ isRequired: true, type: { kind: 'string' } });
  expect(rows.find(({ name }) => name === 'DelaySeconds')).toMatchObject({ type: { kind: 'number' } });
});

test('without the catalog nothing is called unknown', () => {
  const info = taskInfoOf('arn:aws:states:::aws-sdk:dynamodb:putItem', undefined);
  expect(argumentForm(info, { Colour: 3 }).rows).toMatchObject([{ name: 'Colour', isUnknown: false }]);
});

test('a service that was shut down, and an action that cannot be called, say why', async () => {
  const catalog = await loadSdkCatalog();
  expect(taskInfoOf('arn:aws:states:::aws-sdk:lookoutvision:detectAnomalies', catalog).refusal?.en).toMatch(/shut/);
  expect(taskInfoOf('arn:aws:states:::aws-sdk:dynamodb:putTable', catalog).refusal?.en).toMatch(/no action/);
  expect(taskInfoOf('arn:aws:states:::aws-sdk:dynamodb:putItem', catalog).refusal).toBeUndefined();
});
