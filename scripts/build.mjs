// npm run build: the renderer, and the bundles that run on Node. Other scripts build only what is older than its sources.
import { pathToFileURL } from 'node:url';
import { buildMain } from './build-main.mjs';
import { buildIfNewer, say, tool } from './lib/run.mjs';

const rendererSources = ['src', 'templates/designs', 'vite.config.ts', 'scripts/service-icons.ts', 'package-lock.json'];

async function buildRenderer({ quiet }) {
  const { code, output } = await tool('vite', 'vite', ['build', '--logLevel', quiet ? 'error' : 'warn'], {
    capture: quiet,
  });
  if (code !== 0) {
    if (quiet) say(output);
    throw new Error('The renderer could not be built.');
  }
}

/** Builds what is older than its sources. */
export async function ensureBuilt({ renderer = true, quiet = true } = {}) {
  await buildMain();
  if (renderer)
    await buildIfNewer('renderer', ['dist/renderer/index.html'], rendererSources, () => buildRenderer({ quiet }));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await buildMain({ force: true });
    await buildRenderer({ quiet: false });
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}
