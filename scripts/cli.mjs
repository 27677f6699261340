// npm run -s cli -- …: the command line from the sources as they are now. Prints nothing of its own on standard output.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { installIfNeeded } from './lib/install.mjs';
import { requireNode, root, say } from './lib/run.mjs';

requireNode();
if (!(await installIfNeeded())) process.exit(2);
try {
  const { ensureBuilt } = await import('./build.mjs');
  // Only `serve` shows the app.
  await ensureBuilt({ renderer: process.argv[2] === 'serve' });
} catch (error) {
  say(error.message);
  process.exit(2);
}
// npm starts scripts in the project's folder; paths are meant from where the person stands.
if (process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD);
const entry = join(root, 'dist', 'cli', 'servicefull.js');
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
