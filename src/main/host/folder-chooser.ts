import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileHandle, FolderEntry, FolderHandle, FolderListing } from '../../host/host.js';
import { isFileName } from '../../host/file-name.js';
import { isSourceText } from '../../host/source-files.js';
import { Refusal } from './failure.js';
import { folderNameOf, readContent } from './files.js';
import { isWithin, type Handles } from './handles.js';

/** The folders that the app's own chooser may show, as real paths. */
export type Roots = readonly { readonly path: string; readonly handle: FolderHandle }[];

/** A single name, not a path, that can be a file on every platform. */
export function checkName(name: string): string {
  if (!isFileName(name)) throw new Refusal('invalid-name', name);
  return name;
}

const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the chooser shows of a folder: folders and files that hold designs or what designs are imported from, none hidden, folders first. */
export async function listFolder(path: string, roots: Roots, handles: Handles): Promise<FolderListing> {
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort(compareNames);
  const entries = (await Promise.all(names.map((name) => entryOf(join(path, name), handles)))).filter(
    (entry) => entry !== undefined,
  );
  const root = roots.find(({ path: of }) => isWithin(of, path));
  const ancestors: { name: string; handle: FolderHandle }[] = [];
  for (let at = path; root !== undefined && at !== root.path;) {
    at = dirname(at);
    ancestors.unshift({ name: nameOf(at), handle: await handles.handleOf(at) });
  }
  return {
    handle: await handles.handleOf(path),
    name: nameOf(path),
    ancestors,
    entries: [...entries.filter(({ kind }) => kind === 'folder'), ...entries.filter(({ kind }) => kind === 'file')],
    roots: roots.map((of) => ({ name: folderNameOf(of.path), handle: of.handle })),
  };
}

const nameOf = (path: string): string => (folderNameOf(path) === '~' ? '~' : basename(path) || path);

/** Undefined for what cannot be opened: a file of another kind, a link that leads out, something unreadable. */
async function entryOf(path: string, handles: Handles): Promise<FolderEntry | undefined> {
  try {
    const found = await stat(path);
    const kind = found.isDirectory()
      ? 'folder'
      : found.isFile() && (path.toLowerCase().endsWith('.drawio') || isSourceText(path))
        ? 'file'
        : undefined;
    if (kind === undefined) return undefined;
    return {
      name: basename(path),
      kind,
      handle: await handles.handleOf(path),
      modified: found.mtime.toISOString(),
    };
  } catch {
    return undefined;
  }
}

/** A file to be saved in a folder. */
export async function fileIn(
  folder: string,
  name: string,
  handles: Handles,
): Promise<{ handle: FileHandle; exists: boolean }> {
  const path = join(folder, checkName(name));
  const handle = await handles.handleOf(path);
  return { handle, exists: (await readContent(path)).status !== 'not-found' };
}

/** A new folder; one that is there already does as well. */
export async function createFolder(folder: string, name: string, handles: Handles): Promise<FolderHandle> {
  const path = join(folder, checkName(name));
  const handle = await handles.handleOf(path);
  await mkdir(path, { recursive: true });
  return handle;
}
