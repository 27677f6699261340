// Helpers of the scripts: Node only, so that they run before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const isWindows = process.platform === 'win32';

/** Says a line without mixing into what a command prints for programs. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Ends with a line where the Node at hand cannot run the app; the rest would fail in a less telling way. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(
    `Servicefull Studio needs Node 20.19 or later; this is ${process.versions.node}. Install it from https://nodejs.org`,
  );
  process.exit(1);
}

/**
 * Runs a program to its end. With `capture` its output is returned instead of shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ capture?: boolean, quiet?: boolean, env?: NodeJS.ProcessEnv, timeout?: number, toStderr?: boolean, shell?: boolean }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { capture = false, quiet = false, toStderr = false, env = {}, timeout, shell = false } = options;
  const stdio = capture || quiet ? ['ignore', 'pipe', 'pipe'] : toStderr ? ['inherit', 2, 'inherit'] : 'inherit';
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio, timeout, shell });
    // Whoever ends this script ends what it started.
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.on('close', (code) => {
      process.off('SIGTERM', stop);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** npm as a child; on Windows it is a .cmd file, which only a shell starts. */
export const npm = (args, options = {}) => run(isWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: isWindows });

/** A tool of node_modules by its script, without a shell or npx. */
export function tool(packageName, bin, args, options = {}) {
  const folder = join(root, 'node_modules', packageName);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bins === 'string' ? bins : bins[bin];
  return run(process.execPath, [join(folder, script), ...args], options);
}

/** The path of a program on PATH; undefined: not there. */
export function which(name) {
  const endings = isWindows ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder !== '' && existsSync(path)) return path;
    }
  return undefined;
}

/** Whether windows can be shown: always on macOS and Windows, elsewhere where a display server is named. */
export const hasDisplay = () =>
  process.platform === 'darwin' || isWindows || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function* filesOf(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesOf(join(path, entry.name));
    else if (!/\.test\.tsx?$/.test(entry.name)) yield join(path, entry.name);
  }
}

/** Stands for the state of sources: changes when one is edited, added or removed. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesOf(join(root, path))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${relative(root, file)} ${mtimeMs} ${size}\n`);
    }
  return hash.digest('hex');
}

/** Builds unless what was built last came from the same sources, or in any case. */
export async function buildIfNewer({ name, outputs, sources, build, force = false }) {
  const stamp = join(root, 'dist', `.${name}.stamp`);
  const now = fingerprint(sources);
  const isCurrent =
    existsSync(stamp) && readFileSync(stamp, 'utf8') === now && outputs.every((path) => existsSync(join(root, path)));
  if (isCurrent && !force) return;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
