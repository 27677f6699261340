import { expect, test } from 'vitest';
import { generateProject } from '../../src/codegen/targets/cdk-typescript.js';
import { resolveSystem } from '../../src/system/resolve.js';
import { design } from '../helpers/design-text.js';

test('a function that uses one resource twice is told once which one it is, and may do both', () => {
  const uses = (actions: string): string => `lambda-function Work -uses(actions: ${actions})-> dynamodb-table Orders`;
  const { files } = generateProject(resolveSystem(design(`${uses('["putItem"]')}; ${uses('["getItem"]')}`)), {
    language: 'en',
  });
  const stack = files.get('lib/test-stack.ts') ?? '';
  expect(stack.match(/addEnvironment\('ORDERS_NAME'/g)).toHaveLength(1);
  expect(stack).toContain('dynamodb:GetItem');
  expect(stack).toContain('dynamodb:PutItem');
});
