// npm run dist: packages of the desktop app for this platform, into release/.
import { installIfNeeded } from './lib/install.mjs';
import { provideElectron } from './lib/electron.mjs';
import { requireNode, say, tool } from './lib/run.mjs';

requireNode();
if (!(await installIfNeeded())) process.exit(1);
if ((await provideElectron()) === undefined) {
  say(
    'The desktop runtime cannot be downloaded, so there is nothing to pack: check the network, or name a folder that',
  );
  say('holds the runtime with ELECTRON_OVERRIDE_DIST_PATH.');
  process.exit(1);
}
try {
  const { ensureBuilt } = await import('./build.mjs');
  await ensureBuilt({ quiet: false });
} catch (error) {
  say(error.message);
  process.exit(1);
}
const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
const { code } = await tool('electron-builder', 'electron-builder', [
  '--config',
  'electron-builder.yml',
  '--publish',
  'never',
  ...(override === undefined ? [] : [`-c.electronDist=${override}`]),
  ...process.argv.slice(2),
]);
if (code !== 0)
  say('The packages could not be made: electron-builder downloads its tools, and says above what is missing.');
process.exitCode = code;
