// npm run setup [-- --browser]: dependencies, and on request a Chromium for the browser tests.
import { findBrowser } from './lib/browser.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { requireNode, run, say, which } from './lib/run.mjs';

requireNode();
if (!(await installIfNeeded())) process.exit(1);
if (process.argv.includes('--browser')) await provideBrowser();

/** Never fails the rest: without a browser, its tests are left out and `npm test` says so. */
async function provideBrowser() {
  const found = findBrowser();
  if (found !== undefined) return say(`Browser for tests: ${found}`);
  for (const steps of waysToInstall()) {
    say(`Installing Chromium: ${steps.at(-1).join(' ')}`);
    for (const [command, ...args] of steps)
      if ((await run(command, args, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })).code !== 0) break;
    const installed = findBrowser();
    if (installed !== undefined) return say(`Browser for tests: ${installed}`);
  }
  say('No Chromium found, and none could be installed: the browser tests will be left out. Set CHROME to its path.');
}

/** What the system's package manager offers, best first; nothing where it would ask for a password. */
function waysToInstall() {
  const isRoot = process.getuid?.() === 0;
  const ways = [];
  if (isRoot && which('apt-get')) {
    const install = ['apt-get', 'install', '-y', '--no-install-recommends'];
    ways.push([
      ['apt-get', 'update'],
      [...install, 'chromium', 'fonts-noto-cjk'],
    ]);
    ways.push([[...install, 'chromium-browser', 'fonts-noto-cjk']]);
  }
  if (isRoot && which('dnf')) ways.push([['dnf', 'install', '-y', 'chromium', 'google-noto-sans-cjk-fonts']]);
  if (process.platform === 'darwin' && which('brew')) ways.push([['brew', 'install', '--cask', 'google-chrome']]);
  return ways;
}
