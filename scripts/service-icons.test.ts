import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../test/helpers/temp-folder.js';
import { iconsNamedIn } from './service-icons.js';

test('a new service file is enough for its icon to be found; what is in no service is not bundled', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'b.ts'), `export const b = { icon: 'resource/AmazonEventBridgePipes' };`);
  writeFileSync(join(folder, 'a.ts'), `export const a = {\n  icon:\n    'architecture-service/AWSLambda' };`);
  writeFileSync(join(folder, 'again.ts'), `export const c = { icon: 'architecture-service/AWSLambda' };`);
  writeFileSync(join(folder, 'a.test.ts'), `const icon = { icon: 'resource/OnlyInATest' };`);
  expect(iconsNamedIn(folder)).toEqual(['architecture-service/AWSLambda', 'resource/AmazonEventBridgePipes']);
});

test('every icon that a service names is a drawing of AWS', () => {
  const names = iconsNamedIn('src/catalog/services');
  expect(names).not.toEqual([]);
  expect(names.filter((name) => !existsSync(`node_modules/aws-icons/icons/${name}.svg`))).toEqual([]);
});
