import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import type { OpenedFile, PictureResult, ReadResult, SaveResult } from '../../host/host.js';
import { maxFileBytes } from '../../model/parse.js';
import { removeStaleTemporaries, writeAtomically } from './atomic-write.js';
import { detailOf, systemCode } from './failure.js';
import { isWithin } from './handles.js';

/** Stands for a file's content: two revisions are equal when the bytes are. */
export const revisionOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A folder as people write it: `~/designs`. */
export function folderNameOf(folder: string): string {
  const home = homedir();
  return isWithin(home, folder) ? `~${folder.slice(home.length)}` : folder;
}

export type Content =
  { readonly status: 'read'; readonly bytes: Uint8Array } | Exclude<ReadResult, { readonly status: 'read' }>;

/** The bytes of a file of at most so many. Never waits on what is no plain file (a pipe, a device). */
export async function readContent(path: string, maxBytes: number = maxFileBytes): Promise<Content> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) return { status: 'not-readable', name, detail: 'not a file' };
    if (found.size > maxBytes) return { status: 'too-large', name, bytes: found.size };
    const file = await open(path, 'r');
    try {
      const bytes = await file.readFile();
      // It may have grown since it was measured.
      return bytes.length > maxBytes ? { status: 'too-large', name, bytes: bytes.length } : { status: 'read', bytes };
    } finally {
      await file.close();
    }
  } catch (error) {
    const isGone = systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR';
    return { status: isGone ? 'not-found' : 'not-readable', name, detail: detailOf(error) };
  }
}

/** Undefined for bytes that are no UTF-8: shown with replacement characters, they would be lost at the next save. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads a text file for the app. */
export async function readFileFor(path: string, handle: string): Promise<ReadResult> {
  const content = await readContent(path);
  if (content.status !== 'read') return content;
  const text = decodeText(content.bytes);
  const name = basename(path);
  if (text === undefined) return { status: 'not-readable', name, detail: 'not UTF-8' };
  const file: OpenedFile = {
    handle,
    name,
    folderName: folderNameOf(dirname(path)),
    text,
    revision: revisionOf(content.bytes),
  };
  return { status: 'read', file };
}

/** The revision of a file now; undefined: it is gone or cannot be read. */
export async function revisionAt(path: string): Promise<string | undefined> {
  const content = await readContent(path);
  return content.status === 'read' ? revisionOf(content.bytes) : undefined;
}

/** Saves unless somebody else changed the file since `revision`; null overwrites. */
export async function saveText(path: string, text: string, revision: string | null): Promise<SaveResult> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > maxFileBytes)
    return { status: 'not-writable', detail: `${String(bytes.length)} > ${String(maxFileBytes)} bytes` };
  try {
    if (revision !== null) {
      const current = await readContent(path);
      if (current.status === 'read') {
        const found = revisionOf(current.bytes);
        if (found !== revision)
          return { status: 'changed-on-disk', text: decodeText(current.bytes) ?? '', revision: found };
      } else if (current.status !== 'not-found')
        return { status: 'not-writable', detail: current.status === 'too-large' ? current.status : current.detail };
    }
    await writeAtomically(path, bytes);
    await removeStaleTemporaries(path);
    return { status: 'saved', revision: revisionOf(bytes) };
  } catch (error) {
    return { status: 'not-writable', detail: detailOf(error) };
  }
}

/** Writes a picture over whatever is there: the chooser has asked. */
export async function savePicture(path: string, base64: string): Promise<PictureResult> {
  try {
    await writeAtomically(path, Buffer.from(base64, 'base64'));
    return { status: 'saved', name: basename(path) };
  } catch (error) {
    return { status: 'not-writable', detail: detailOf(error) };
  }
}
