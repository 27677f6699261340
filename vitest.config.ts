import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { serviceIcons } from './scripts/service-icons.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const plugins = [serviceIcons(here('src/catalog/services'))];
/** 1: what `npm test` runs; `npm run test:full` sets 20. Tests multiply their counts by it (test/helpers/scale.ts). */
const env = { TEST_SCALE: process.env['TEST_SCALE'] ?? '1' };

/** A test of the full run does twenty times as much. */
const patience = env.TEST_SCALE === '1' ? 1 : 40;

export default defineConfig({
  test: {
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/golden/**'],
          env,
          // Two cores shared with a build or a browser: what takes one second alone may take ten.
          testTimeout: 30_000 * patience,
          hookTimeout: 120_000,
        },
      },
      {
        plugins,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          env,
          fileParallelism: false,
          testTimeout: 120_000 * patience,
          hookTimeout: 120_000,
          // As patient as the locators of a page: a busy machine is late, not wrong.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
