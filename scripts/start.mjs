// npm start [-- FILE]: installs and builds what is needed, and opens the app: on the desktop, else in the browser.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { installIfNeeded } from './lib/install.mjs';
import { electronRuntime, provideElectron } from './lib/electron.mjs';
import { hasDisplay, requireNode, root, say } from './lib/run.mjs';

requireNode();
if (!(await installIfNeeded())) process.exit(1);
// Paths are meant from where the person stands; npm starts scripts in the project's folder.
const files = process.argv.slice(2).map((path) => resolve(process.env.INIT_CWD ?? process.cwd(), path));
try {
  const { ensureBuilt } = await import('./build.mjs');
  await ensureBuilt();
} catch (error) {
  say(error.message);
  process.exit(1);
}

const reason = await whyNoDesktop();
if (reason !== undefined) {
  say(`${reason} The same app runs in the browser:`);
  process.exitCode = await start(process.execPath, [
    join(root, 'dist', 'cli', 'servicefull.js'),
    'serve',
    // Without a file the choosers begin in the person's home, not among the sources of the app.
    ...(files.length > 0 ? files : [homedir()]),
    '--open',
  ]);
}

/** Runs the desktop app to its end; a reason where it cannot run. */
async function whyNoDesktop() {
  if (!hasDisplay()) return 'There is no display for a desktop window.';
  // Chromium's sandbox does not work for root, and the app does not run without it.
  if (process.platform === 'linux' && process.getuid?.() === 0) return 'The desktop app does not run as root.';
  if ((await provideElectron()) === undefined) return 'The desktop runtime cannot be downloaded.';
  const began = Date.now();
  const code = await start(electronRuntime(), [root, ...files]);
  // A runtime that cannot start (a library or the sandbox is missing) ends at once and says so itself.
  if (code !== 0 && Date.now() - began < 10_000) return 'The desktop app could not start.';
  process.exitCode = code;
  return undefined;
}

function start(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    // Ctrl C reaches the child by itself; waiting for it lets it end cleanly.
    process.on('SIGINT', () => {});
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', () => done(127));
    child.on('close', (code) => done(code ?? 1));
  });
}
