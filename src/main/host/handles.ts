import { randomUUID } from 'node:crypto';
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { FileHandle, FolderHandle } from '../../host/host.js';
import { Refusal, systemCode } from './failure.js';

/** Of a file or a folder: they look alike, and what is behind one is checked when it is used. */
type AnyHandle = string;

/**
 * Opaque names for paths. The app holds handles only; behind each is a path inside a folder that the person may see or
 * opened, or a file that the person chose. Links are followed before that is decided, each time anew.
 */
export interface Handles {
  /** The person may see all of this folder from now on. */
  grantFolder(path: string): Promise<FolderHandle>;
  /** The person chose this file (it need not exist yet). */
  grantFile(path: string): Promise<FileHandle>;
  /** A handle for a path inside what was granted; refuses any other. */
  handleOf(path: string): Promise<AnyHandle>;
  /** The real path behind a handle; refuses when it is unknown or leads outside by now. */
  pathOf(handle: AnyHandle): Promise<string>;
}

/** Whether a path is a folder or lies within it. */
export function isWithin(folder: string, path: string): boolean {
  const steps = relative(folder, path);
  return steps === '' || (!isAbsolute(steps) && steps !== '..' && !steps.startsWith(`..${sep}`));
}

/** The path with every link followed; of a file that does not exist, its folder's real path with the file's name. */
export async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  // A link to nothing must not become a file at a place that nobody checked.
  if (await exists(path)) throw new Refusal('link-not-allowed', basename(path));
  return join(await realpath(dirname(path)), basename(path));
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** Handles of one running host. */
export function createHandles(): Handles {
  const folders = new Set<string>();
  const files = new Set<string>();
  const pathByHandle = new Map<string, string>();
  const handleByPath = new Map<string, string>();

  const isGranted = (path: string): boolean => files.has(path) || [...folders].some((folder) => isWithin(folder, path));
  const nameFor = (path: string): string => {
    const known = handleByPath.get(path);
    if (known !== undefined) return known;
    const handle = randomUUID();
    handleByPath.set(path, handle);
    pathByHandle.set(handle, path);
    return handle;
  };
  const checked = async (path: string): Promise<string> => {
    const real = await realPathOf(path);
    if (!isGranted(real)) throw new Refusal('outside-folders', basename(path));
    return real;
  };

  return {
    grantFolder: async (path) => {
      const real = await realpath(path);
      folders.add(real);
      return nameFor(real);
    },
    grantFile: async (path) => {
      const real = await realPathOf(path);
      files.add(real);
      return nameFor(real);
    },
    handleOf: async (path) => nameFor(await checked(path)),
    pathOf: async (handle) => {
      const path = pathByHandle.get(handle);
      if (path === undefined) throw new Refusal('unknown-handle', handle);
      return checked(path);
    },
  };
}
