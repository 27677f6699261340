import type { JournalEntry } from '../../host/host.js';
import { emptyDesign, type Design } from '../../model/design.js';
import { parseDesign } from '../../model/parse.js';
import { serialiseDesign } from '../../model/serialise.js';
import { documentOf, openDocument, openDocuments, removeDocument, updateFile } from './documents.js';
import { discardJournal, writeJournal } from './journal-entries.js';
import { documentsOfOtherPages } from './open-pages.js';
import { withPositions } from './positions.js';
import { documentName, isUnsaved, studio } from './studio.js';

/** A killed app loses two seconds at most: one for this delay, one for serialising and the host. */
const delayMilliseconds = 800;

/** Writes unsaved work of every open design to the host's journal, at most a delay after the first change. */
export function startJournal(): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const written = new Map<string, Design>();
  const run = (id: string): void => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    writeEntry(id, written);
  };
  studio.subscribe((state, before) => {
    const id = state.file.document;
    if (id !== before.file.document || (state.design === before.design && state.file === before.file)) return;
    if (!timers.has(id))
      timers.set(
        id,
        setTimeout(() => {
          run(id);
        }, delayMilliseconds),
      );
  });
  // Timers of a page that nobody sees run late.
  if (typeof document !== 'undefined')
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') for (const id of [...timers.keys()]) run(id);
    });
}

function writeEntry(id: string, written: Map<string, Design>): void {
  const state = studio.getState();
  const found = documentOf(state, id);
  if (found === undefined) return;
  const { design, file } = found;
  const text = isUnsaved(found) ? serialiseDesign(design) : undefined;
  if (text === undefined || text === file.savedText) {
    // Undone or saved meanwhile: there is nothing to recover.
    if (text !== undefined) updateFile(id, (before) => ({ ...before, savedDesign: design }));
    written.delete(id);
    void discardJournal(id);
    return;
  }
  if (written.get(id) === design) return;
  written.set(id, design);
  writeJournal({
    document: id,
    name: documentName(found),
    text,
    ...(file.handle === undefined ? {} : { handle: file.handle }),
    ...(file.revision === undefined ? {} : { revision: file.revision }),
  }).catch(() => {
    // Tried again with the next change.
    written.delete(id);
  });
}

/** Offers what was not saved when the app ended. */
export async function offerRecovery(): Promise<void> {
  const entries = (await studio.getState().host?.readJournal()) ?? [];
  const elsewhere = await documentsOfOtherPages();
  const readable = entries.filter(
    ({ document, text }) => !elsewhere.has(document) && parseDesign(text).design !== undefined,
  );
  if (readable.length === 0) return;
  await noDialog();
  studio.setState({ dialog: { kind: 'recover', entries: readable } });
}

/** Waits until what is asked or told at start is out of the way. */
function noDialog(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean => studio.getState().dialog === undefined;
    if (look()) {
      resolve();
      return;
    }
    const stop = studio.subscribe(() => {
      if (!look()) return;
      stop();
      resolve();
    });
  });
}

/** Opens the work of entries as unsaved changes of their files, each in its tab. */
export async function recover(entries: readonly JournalEntry[]): Promise<void> {
  for (const entry of entries) await recoverEntry(entry);
}

async function recoverEntry(entry: JournalEntry): Promise<void> {
  const { host } = studio.getState();
  const { design, problems } = parseDesign(entry.text);
  if (design === undefined) return;
  const positioned = await withPositions(design);
  const disk = entry.handle === undefined ? undefined : await host?.read(entry.handle).catch(() => undefined);
  const open = openDocuments(studio.getState()).find(
    ({ file }) => file.handle !== undefined && file.handle === entry.handle,
  );
  // A file has one tab. What was opened since has the file as it is; other work on it keeps it.
  const keepsFile = open === undefined || !isUnsaved(open);
  const { file } = openDocument(positioned, {
    name: entry.name,
    problems,
    ...(keepsFile && entry.handle !== undefined ? { handle: entry.handle } : {}),
    ...(keepsFile && entry.revision !== undefined ? { revision: entry.revision } : {}),
    ...(disk?.status === 'read' ? { folderName: disk.file.folderName } : {}),
  });
  if (open !== undefined && keepsFile) removeDocument(open.file.document);
  // What a merge begins with, should the file have changed since.
  const base = disk?.status === 'read' && disk.file.revision === entry.revision ? disk.file.text : '';
  // What was recovered is not in the file yet, nor is anything that an undo can lead to.
  updateFile(file.document, (before) => ({
    ...before,
    document: entry.document,
    savedDesign: emptyDesign(''),
    savedText: base,
  }));
  const { written: _, ...again } = entry;
  await writeJournal(again).catch(() => undefined);
}

export async function discardRecovered(entries: readonly JournalEntry[]): Promise<void> {
  for (const entry of entries) await discardJournal(entry.document);
}
