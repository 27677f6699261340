import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppFolders } from './app-folders.js';
import { readOwnJson, writeOwnJson } from './own-json.js';

const maxRecent = 12;
const recentSchema = z.array(z.object({ path: z.string(), opened: z.iso.datetime() }));
export type RecentPath = z.output<typeof recentSchema>[number];

const fileIn = ({ state }: AppFolders): string => join(state, 'recent.json');

/** Files opened or saved before that are still there, the latest first. */
export async function recentPaths(folders: AppFolders): Promise<readonly RecentPath[]> {
  const recent = (await readOwnJson(fileIn(folders), recentSchema)) ?? [];
  const areThere = await Promise.all(recent.map(({ path }) => isFile(path)));
  return recent.filter((_, at) => areThere[at]);
}

/** Puts a file on top of the list. */
export async function rememberRecent(folders: AppFolders, path: string): Promise<void> {
  const recent = (await readOwnJson(fileIn(folders), recentSchema)) ?? [];
  const others = recent.filter((entry) => entry.path !== path);
  await writeOwnJson(fileIn(folders), [{ path, opened: new Date().toISOString() }, ...others].slice(0, maxRecent));
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
