// npm run screens [-- NAME…]: every screen × language × theme × size as PNG into screens/.
import { ensureBuilt } from './build.mjs';
import { findBrowser } from './lib/browser.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { requireNode, say, tool } from './lib/run.mjs';

requireNode();
const browser = findBrowser();
if (browser === undefined) {
  say('No Chromium found: npm run setup -- --browser provides one.');
  process.exit(1);
}
if (!(await installIfNeeded())) process.exit(1);
await ensureBuilt();
const { code } = await tool('tsx', 'tsx', ['test/e2e/helpers/take-screens.ts', ...process.argv.slice(2)], {
  env: { CHROME: browser },
});
process.exit(code);
