import { afterAll, expect, test } from 'vitest';
import { createNagCheck } from './nag.js';
import { designFiles, exportDesign, readDesign } from './project.js';

const nag = createNagCheck();
afterAll(() => {
  nag.dispose();
});

test.each([...designFiles])('%s', async (_, file) => {
  expect(await nag.findingsOf(exportDesign(readDesign(file)))).toEqual([]);
});
