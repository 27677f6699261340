// Whether dependencies are installed, and installing them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, say } from './run.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Whether node_modules holds what the lock file says; npm's own record of the last installation is compared. */
export function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  // What is optional or made for another platform may be missing.
  return Object.entries(readJson(join(root, 'package-lock.json')).packages).every(
    ([path, { version, integrity, optional, peer }]) => {
      if (path === '') return true;
      const found = installed[path];
      if (found === undefined) return optional === true || peer === true;
      return found.version === version && found.integrity === integrity;
    },
  );
}

/** Installs what the lock file says, unless it is there. Registries hiccup: a second try costs little. */
export async function installIfNeeded() {
  if (isInstalled()) return true;
  say('Installing dependencies (npm ci)…');
  const arguments_ = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  for (const attempt of [1, 2]) {
    const { code } = await npm(arguments_, { toStderr: true });
    if (code === 0) return true;
    if (attempt === 1) say('npm ci failed; trying once more.');
  }
  say('Dependencies could not be installed: check the network or the npm registry settings, then run this again.');
  return false;
}
