import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { invariant } from '../model/invariant.js';

const packageSchema = z.object({ name: z.string(), version: z.string() });

/** Where the app is installed: the folder of its package.json, from the sources and from a bundle alike. */
export interface AppRoot {
  readonly version: string;
  /** The built app as the browser loads it. */
  readonly renderer: string;
}

/** Looks upwards from the running module. */
export function findAppRoot(from: string = import.meta.url): AppRoot {
  let folder = dirname(fileURLToPath(from));
  for (;;) {
    const file = join(folder, 'package.json');
    const found = existsSync(file) ? packageSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data : undefined;
    if (found?.name === 'servicefull-studio')
      return { version: found.version, renderer: join(folder, 'dist', 'renderer') };
    invariant(dirname(folder) !== folder, 'the app has a package.json');
    folder = dirname(folder);
  }
}
