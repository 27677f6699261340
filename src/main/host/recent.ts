import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppFolders } from './app-folders.js';
import { readOwnJson, writeOwnJson } from './own-json.js';

const maxRecent = 20;
const recentSchema = z.array(
  z.object({ path: z.string(), opened: z.iso.datetime(), pinned: z.boolean().exactOptional() }),
);
type RecentEntry = z.output<typeof recentSchema>[number];

export interface RecentPath extends RecentEntry {
  readonly isThere: boolean;
}

const fileIn = ({ state }: AppFolders): string => join(state, 'recent.json');

/** Files opened or saved before, pinned ones first, then the latest. */
export async function recentPaths(folders: AppFolders): Promise<readonly RecentPath[]> {
  const recent = await read(folders);
  return Promise.all(recent.map(async (entry) => ({ ...entry, isThere: await isFile(entry.path) })));
}

/** Puts a file on top of the list. */
export const rememberRecent = (folders: AppFolders, path: string): Promise<void> =>
  change(folders, (recent) => {
    const known = recent.find((entry) => entry.path === path);
    return [{ ...known, path, opened: new Date().toISOString() }, ...recent.filter((entry) => entry !== known)];
  });

export const pinRecent = (folders: AppFolders, path: string, pinned: boolean): Promise<void> =>
  change(folders, (recent) =>
    recent.map((entry) => {
      if (entry.path !== path) return entry;
      const { pinned: _, ...rest } = entry;
      return pinned ? { ...rest, pinned } : rest;
    }),
  );

export const forgetRecent = (folders: AppFolders, path: string): Promise<void> =>
  change(folders, (recent) => recent.filter((entry) => entry.path !== path));

const read = async (folders: AppFolders): Promise<readonly RecentEntry[]> =>
  (await readOwnJson(fileIn(folders), recentSchema)) ?? [];

let last: Promise<unknown> = Promise.resolve();

/** One at a time: two files opened at once are both remembered. */
function change(folders: AppFolders, to: (recent: readonly RecentEntry[]) => readonly RecentEntry[]): Promise<void> {
  const next = last.then(async () => {
    const changed = to(await read(folders));
    const sorted = [...changed.filter(isPinned), ...changed.filter((entry) => !isPinned(entry))];
    await writeOwnJson(fileIn(folders), sorted.slice(0, maxRecent));
  });
  last = next.catch(() => undefined);
  return next;
}

const isPinned = ({ pinned }: RecentEntry): boolean => pinned === true;

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
