import { isSkippedFolder, sourceLimits } from '../../host/source-files.js';
import type { NamedFile } from './browser-sources.js';

/** The files below entries that were dropped. Folders that an import passes over are not even opened. */
export async function filesBelow(entries: readonly FileSystemEntry[]): Promise<readonly NamedFile[]> {
  const found: NamedFile[] = [];
  const [only] = entries;
  // One folder is what the paths are relative to; several things are named apart.
  const inside = entries.length === 1 && only !== undefined && isFolder(only) ? await entriesIn(only) : entries;
  await gather(inside, '', inside === entries, 0, found);
  return found;
}

async function gather(
  entries: readonly FileSystemEntry[],
  folder: string,
  /** They were dropped themselves: none of them is passed over. */
  areChosen: boolean,
  depth: number,
  found: NamedFile[],
): Promise<void> {
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    // One more than the limit tells that there is more.
    if (found.length > sourceLimits.paths || depth > sourceLimits.depth) return;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (isFolder(entry)) {
      if (areChosen || !isSkippedFolder(entry.name, names))
        await gather(await entriesIn(entry), path, false, depth + 1, found);
    } else if (isFile(entry)) {
      const file = await fileOf(entry);
      if (file !== undefined) found.push({ path, file });
    }
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const fileOf = (entry: FileSystemFileEntry): Promise<File | undefined> =>
  new Promise((resolve) => {
    entry.file(resolve, () => {
      resolve(undefined);
    });
  });

/** A browser gives the entries of a folder in portions, until one is empty. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}
