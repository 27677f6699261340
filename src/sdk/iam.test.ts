import { expect, it } from 'vitest';
import { actionNameOf } from './names.js';
import { loadSdkCatalog } from './catalog.js';
import { iamActionsOf } from './iam.js';

it('says of every action what the catalog says', async () => {
  const { packed } = await loadSdkCatalog();
  const wrong: string[] = [];
  let count = 0;
  for (const { id, iamPrefix, body } of packed.values()) {
    const { operations, iam } = body();
    for (const operation of operations) {
      const action = actionNameOf(operation);
      const expected = iam.has(operation) ? iam.get(operation) : [`${iamPrefix}:${operation}`];
      const { actions, isKnown } = iamActionsOf(id, action);
      count += 1;
      if (expected === undefined ? isKnown : iamPrefix === '' ? actions.length > 0 : actions.join() !== expected.join())
        wrong.push(`${id}:${action} ${actions.join()} ${String(expected)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(18_000);
});

it('knows names that are not those of their operation', () => {
  expect(iamActionsOf('bedrockruntime', 'converse').actions).toEqual(['bedrock:InvokeModel']);
  expect(iamActionsOf('s3', 'listObjectsV2').actions).toEqual(['s3:ListBucket']);
  expect(iamActionsOf('sfn', 'startExecution').actions).toEqual(['states:StartExecution']);
  expect(iamActionsOf('rds', 'createDBInstance').actions).toEqual(['rds:CreateDBInstance']);
});
