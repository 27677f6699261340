import { join } from 'node:path';
import { z } from 'zod';
import type { StoredSettings } from '../../host/host.js';
import type { AppFolders } from './app-folders.js';
import { readOwnJson, writeOwnJson } from './own-json.js';

export const settingsSchema = z.record(
  z.string().max(200),
  z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]),
);

const fileIn = ({ config }: AppFolders): string => join(config, 'settings.json');

/** The app's settings; none: an empty record. */
export async function readSettings(folders: AppFolders): Promise<StoredSettings> {
  return (await readOwnJson(fileIn(folders), settingsSchema)) ?? {};
}

/** Replaces the settings. */
export function writeSettings(folders: AppFolders, settings: StoredSettings): Promise<void> {
  return writeOwnJson(fileIn(folders), settings);
}
