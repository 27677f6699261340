// Electron's runtime: it is not part of its package, but downloaded when first asked for.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './run.mjs';

const folder = join(root, 'node_modules', 'electron');

/** The runtime's executable; undefined: it is not there. */
export function electronRuntime() {
  const nameFile = join(folder, 'path.txt');
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8') : 'electron';
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(path) ? path : undefined;
}

/** Downloads the runtime if it is missing; undefined where it cannot be had. */
export async function provideElectron() {
  const found = electronRuntime();
  if (found !== undefined) return found;
  say('Downloading the desktop runtime (once, about 120 MB)…');
  await run(process.execPath, [join(folder, 'install.js')], { quiet: true, timeout: 5 * 60_000 });
  return electronRuntime();
}
