import { createHash, randomUUID } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { removeStaleTemporaries } from './atomic-write.js';
import type { AppFolders } from './app-folders.js';
import { systemCode } from './failure.js';
import { revisionAt, revisionOf } from './files.js';
import { isRunning } from './is-running.js';
import { readOwnJson, writeOwnJson } from './own-json.js';

const entrySchema = z.object({
  document: z.string(),
  name: z.string(),
  path: z.string().exactOptional(),
  revision: z.string().exactOptional(),
  text: z.string(),
  written: z.iso.datetime(),
  /** Who wrote it: what a running app still holds is not offered for recovery by another. */
  process: z.number(),
  session: z.string(),
  /** A file was about to hold all of it: its path and what its content has as its revision then. */
  saving: z.object({ path: z.string(), revision: z.string() }).exactOptional(),
  /** Newer than a save of the app's own that it had no answer to yet: the revision which that gave, if it came so far. */
  ownSave: z.string().exactOptional(),
});

/** Unsaved work on disk, with the path that the document came from. */
export type JournalRecord = Omit<z.output<typeof entrySchema>, 'process' | 'session' | 'saving' | 'ownSave'>;

export interface Journal {
  write(record: Omit<JournalRecord, 'written'>): Promise<void>;
  /** What this session wrote, and what sessions left that ended; the latest first. */
  read(): Promise<readonly JournalRecord[]>;
  discard(document: string): Promise<void>;
  /** A file is going to hold the document: should the app be killed after that, there is nothing to recover. */
  expectSave(document: string, path: string, text: string): Promise<void>;
  /** The session ended: what it did not discard is for others to recover. */
  close(): void;
}

/** Sessions of this process (windows of the desktop app). */
const openSessions = new Set<string>();

/** The recovery journal: one file per document, replaced as a whole. */
export function createJournal({ state }: AppFolders): Journal {
  const folder = join(state, 'journal');
  const session = randomUUID();
  openSessions.add(session);
  // A document's id comes from the app: as a hash it can be no path.
  const fileOf = (document: string): string =>
    join(folder, `${createHash('sha256').update(document).digest('hex').slice(0, 32)}.json`);
  const saves = new Map<string, { readonly path: string; readonly revision: string }>();
  const ownSaveOf = ({ document, path, revision }: Omit<JournalRecord, 'written'>) => {
    const save = saves.get(document);
    return save === undefined || save.path !== path || save.revision === revision ? {} : { ownSave: save.revision };
  };
  // One at a time, so that the last one asked for is the one that stays.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };

  return {
    write: (record) =>
      inTurn(() =>
        writeOwnJson(fileOf(record.document), {
          ...record,
          ...ownSaveOf(record),
          written: new Date().toISOString(),
          process: process.pid,
          session,
        }),
      ),
    read: () =>
      inTurn(async () => {
        const names = await readdir(folder).catch((): string[] => []);
        const files = names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
        const entries = await Promise.all(files.map(unsavedEntry));
        return entries
          .filter((entry) => entry !== undefined)
          .filter((entry) => entry.session === session || !isHeld(entry))
          .sort((a, b) => (a.written < b.written ? 1 : -1))
          .map(({ process: _process, session: _session, saving: _saving, ownSave: _ownSave, ...record }) => record);
      }),
    discard: (document) =>
      inTurn(async () => {
        await removeStaleTemporaries(fileOf(document));
        await unlink(fileOf(document)).catch((error: unknown) => {
          if (systemCode(error) !== 'ENOENT') throw error;
        });
      }),
    expectSave: (document, path, text) =>
      inTurn(async () => {
        const saving = { path, revision: revisionOfText(text) };
        saves.set(document, saving);
        const entry = await readOwnJson(fileOf(document), entrySchema);
        if (entry !== undefined) await writeOwnJson(fileOf(document), { ...entry, saving });
      }),
    close: () => {
      openSessions.delete(session);
    },
  };
}

const isHeld = (entry: { readonly process: number; readonly session: string; readonly written: string }): boolean =>
  entry.process === process.pid ? openSessions.has(entry.session) : isRunning(entry.process, Date.parse(entry.written));

/** The entry in a file; undefined: it is none, or the file that it is of has all of it. */
async function unsavedEntry(file: string): Promise<z.output<typeof entrySchema> | undefined> {
  const entry = await readOwnJson(file, entrySchema);
  if (entry === undefined) return undefined;
  const onDisk = entry.path === undefined ? undefined : await revisionAt(entry.path);
  const isSaved =
    (entry.saving !== undefined && (await revisionAt(entry.saving.path)) === entry.saving.revision) ||
    onDisk === revisionOfText(entry.text);
  if (!isSaved) return onDisk !== undefined && onDisk === entry.ownSave ? { ...entry, revision: onDisk } : entry;
  await unlink(file).catch(() => undefined);
  return undefined;
}

const revisionOfText = (text: string): string => revisionOf(new TextEncoder().encode(text));
