import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { projectFiles } from './project-files.js';

test('is what scripts/build-project-files.mjs makes of templates/project', () => {
  const script = fileURLToPath(new URL('../../scripts/build-project-files.mjs', import.meta.url));
  const current = readFileSync(new URL('./project-files.ts', import.meta.url), 'utf8');
  expect(current).toBe(execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' }));
});

test('the lock file names no registry, so that it works behind any', () => {
  expect(projectFiles['package-lock.json']).not.toContain('"resolved"');
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(projectFiles['package.json']) as Record<
    string,
    Record<string, string>
  >;
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
