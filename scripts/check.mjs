// npm run check: format, types, lint, unused code, import table. Runs all of them, so that one round shows everything.
import { installIfNeeded } from './lib/install.mjs';
import { requireNode, say, tool } from './lib/run.mjs';

requireNode();
if (!(await installIfNeeded())) process.exit(1);

const checks = [
  ['format', () => tool('prettier', 'prettier', ['--check', '--log-level', 'warn', '.'])],
  ['types', () => tool('typescript', 'tsc', ['-p', '.', '--noEmit'])],
  ['lint', () => tool('eslint', 'eslint', ['.', '--max-warnings', '0'])],
  ['unused code', () => tool('knip', 'knip', ['--no-progress'])],
  ['import table', () => tool('vitest', 'vitest', ['run', '--project', 'unit', 'test/architecture.test.ts'])],
];

const failed = [];
for (const [name, check] of checks) {
  const { code } = await check();
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (code !== 0) failed.push(name);
}
if (failed.length > 0) say(`check failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
