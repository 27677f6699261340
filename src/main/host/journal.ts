import { createHash, randomUUID } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { removeStaleTemporaries } from './atomic-write.js';
import type { AppFolders } from './app-folders.js';
import { systemCode } from './failure.js';
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
});

/** Unsaved work on disk, with the path that the document came from. */
export type JournalRecord = Omit<z.output<typeof entrySchema>, 'process' | 'session'>;

export interface Journal {
  write(record: Omit<JournalRecord, 'written'>): Promise<void>;
  /** What this session wrote, and what sessions left that ended; the latest first. */
  read(): Promise<readonly JournalRecord[]>;
  discard(document: string): Promise<void>;
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
          written: new Date().toISOString(),
          process: process.pid,
          session,
        }),
      ),
    read: () =>
      inTurn(async () => {
        const names = await readdir(folder).catch((): string[] => []);
        const files = names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
        const entries = await Promise.all(files.map((file) => readOwnJson(file, entrySchema)));
        return entries
          .filter((entry) => entry !== undefined)
          .filter((entry) => entry.session === session || !isHeld(entry))
          .sort((a, b) => (a.written < b.written ? 1 : -1))
          .map(({ process: _process, session: _session, ...record }) => record);
      }),
    discard: (document) =>
      inTurn(async () => {
        await removeStaleTemporaries(fileOf(document));
        await unlink(fileOf(document)).catch((error: unknown) => {
          if (systemCode(error) !== 'ENOENT') throw error;
        });
      }),
    close: () => {
      openSessions.delete(session);
    },
  };
}

const isHeld = (entry: { readonly process: number; readonly session: string; readonly written: string }): boolean =>
  entry.process === process.pid ? openSessions.has(entry.session) : isRunning(entry.process, Date.parse(entry.written));
