import { expect, test } from 'vitest';
import { loadSdkCatalog } from '../sdk/catalog.js';
import { actionLookup } from './action-lookup.js';

test('validation learns what the catalog and the optimized integrations know', async () => {
  const { find } = actionLookup(await loadSdkCatalog());
  const putItem = find('sdk', 'dynamodb', 'putItem');
  expect(putItem).toMatchObject({
    status: 'known',
    required: expect.arrayContaining(['TableName', 'Item']) as unknown,
  });
  expect(putItem !== undefined && 'parameters' in putItem && putItem.parameters.has('ConditionExpression')).toBe(true);
  expect(find('sdk', 'dynamodb', 'putItm')).toEqual({ status: 'unknown-action', nearest: 'putItem' });
  expect(find('sdk', 'nosuchservice', 'do')).toMatchObject({ status: 'unknown-service' });
  expect(find('sdk', 'lookoutvision', 'createModel')).toEqual({ status: 'retired' });
  expect(find('optimized', 'ecs', 'runTask')).toMatchObject({
    patterns: ['REQUEST_RESPONSE', 'RUN_JOB', 'WAIT_FOR_TASK_TOKEN'],
  });
  expect(find('optimized', 'dynamodb', 'query')).toEqual({ status: 'unknown-action' });
  expect(find('optimized', 'constructor', 'name')).toEqual({ status: 'unknown-service' });
});

test('an HTTP Task names its connection in either place', async () => {
  const { find } = actionLookup(await loadSdkCatalog());
  const http = find('optimized', 'http', 'invoke');
  expect(http !== undefined && 'required' in http ? http.required : []).not.toContain('InvocationConfig');
});
