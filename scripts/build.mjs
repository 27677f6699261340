// npm run build: the renderer, and the bundles that run on Node. Other scripts build only what is older than its sources.
import { pathToFileURL } from 'node:url';
import { buildMain } from './build-main.mjs';
import { buildIfNewer, say, tool } from './lib/run.mjs';

const rendererSources = [
  'src',
  'templates/designs',
  'vite.config.ts',
  'scripts/service-icons.ts',
  'scripts/lib/service-icon-names.mjs',
  'package-lock.json',
];

async function buildRenderer({ quiet }) {
  const { code, output } = await tool('vite', 'vite', ['build', '--logLevel', quiet ? 'error' : 'warn'], {
    capture: quiet,
  });
  if (code !== 0) {
    if (quiet) say(output);
    throw new Error('The renderer could not be built.');
  }
}

/** Builds what is older than its sources; with `force`, everything. */
export async function ensureBuilt({ renderer = true, quiet = true, force = false } = {}) {
  await buildMain({ force });
  if (!renderer) return;
  await buildIfNewer({
    name: 'renderer',
    outputs: ['dist/renderer/index.html'],
    sources: rendererSources,
    build: () => buildRenderer({ quiet }),
    force,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensureBuilt({ quiet: false, force: true });
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}
