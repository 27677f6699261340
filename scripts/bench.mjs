// npm run bench [-- --only pan,undo --nodes 300 --json FILE --check]: how quick the built app is, in Chromium.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { findBrowser } from './lib/browser.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { requireNode, root, say, tool } from './lib/run.mjs';

requireNode();
const browser = findBrowser();
if (browser === undefined) {
  say('No Chromium found: npm run setup -- --browser provides one.');
  process.exit(1);
}
if (!(await installIfNeeded())) process.exit(1);
await ensureBuilt();
await buildBare();
const { code } = await tool('tsx', 'tsx', ['test/bench/run.ts', ...process.argv.slice(2)], {
  env: { CHROME: browser },
});
process.exit(code);

/** The page of React Flow alone that frame rates are compared with. */
async function buildBare() {
  const { build } = await import('vite');
  const outDir = join(root, 'dist/bench/bare');
  rmSync(outDir, { recursive: true, force: true });
  await build({
    root: join(root, 'test/bench/bare'),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
}
