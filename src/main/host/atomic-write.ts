import { randomBytes } from 'node:crypto';
import { open, readdir, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The file is whole in the old or the new form at every moment, also when the power fails. Keeps the file's mode. */
export async function writeAtomically(path: string, contents: string | Uint8Array): Promise<void> {
  const mode = await modeOf(path);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  // `wx`: never through a link or into a file that somebody put there.
  const file = await open(temporary, 'wx', mode);
  try {
    await writeAndSync(file, contents, mode);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

const staleMilliseconds = 60_000;

/** Removes what a write of this file left that was killed half way. */
export async function removeStaleTemporaries(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `.${basename(path)}.`;
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (!name.startsWith(start) || !/^[0-9a-f]{12}\.tmp$/.test(name.slice(start.length))) continue;
    const found = await stat(join(folder, name)).catch(() => undefined);
    // A young one may be somebody's who is writing now.
    if (found !== undefined && found.mtimeMs < Date.now() - staleMilliseconds)
      await unlink(join(folder, name)).catch(() => undefined);
  }
}

async function writeAndSync(file: FileHandle, contents: string | Uint8Array, mode: number | undefined): Promise<void> {
  try {
    await file.writeFile(contents);
    // The mode given to `open` is cut by the umask.
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return undefined;
  }
}

/** Makes renames in a folder durable. Not every system lets a folder be opened; the file itself is safe then. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    return;
  }
}
