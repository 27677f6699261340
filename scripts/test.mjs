// npm test: every kind of test that this machine can run; the last line is `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './lib/browser.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { requireNode, root, say, tool } from './lib/run.mjs';

requireNode();

const args = process.argv.slice(2);
const isFull = args.includes('--full');
const filters = args.filter((arg) => arg !== '--full');

/** Counts of vitest's JSON report. A file that could not be loaded has no tests, but it did fail. */
function count(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

async function runTests() {
  if (!(await installIfNeeded())) return { passed: 0, failed: 1 };
  const browser = findBrowser();
  const hasBrowserTests = existsSync(join(root, 'test', 'e2e'));
  if (browser === undefined && hasBrowserTests)
    say('No Chromium found: the browser tests are left out (npm run setup -- --browser provides one).');
  if (browser !== undefined && hasBrowserTests) {
    const { ensureBuilt } = await import('./build.mjs');
    await ensureBuilt();
  }
  const folder = mkdtempSync(join(tmpdir(), 'servicefull-test-'));
  const reportFile = join(folder, 'report.json');
  try {
    const { code } = await tool(
      'vitest',
      'vitest',
      [
        'run',
        ...(browser === undefined ? ['--project', 'unit'] : []),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
        ...filters,
      ],
      { env: { ...(isFull ? { TEST_SCALE: '20' } : {}), ...(browser === undefined ? {} : { CHROME: browser }) } },
    );
    if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
    const counts = count(JSON.parse(readFileSync(reportFile, 'utf8')));
    // Vitest also fails for what no test owns, such as an error after the last one.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let result = { passed: 0, failed: 1 };
try {
  result = await runTests();
} catch (error) {
  say(error.message);
}
process.stdout.write(`${result.passed} passed, ${result.failed} failed\n`);
process.exitCode = result.failed === 0 ? 0 : 1;
