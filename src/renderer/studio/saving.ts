import { setSettings } from '../../editor/commands/set-settings.js';
import type { FileHandle } from '../../host/host.js';
import { serialiseDesign } from '../../model/serialise.js';
import { chooseSaveTarget } from './choosers.js';
import { resolveConflict } from './conflict.js';
import { documentOf, openDocuments, showDocument, updateFile } from './documents.js';
import { discardJournal, journalSettled } from './journal-entries.js';
import { fileNameOf, isUntitled, nameOf } from './file-names.js';
import type { FileState } from './file-state.js';
import { documentName, isUnsaved, studio, toast } from './studio.js';

const saved = { en: 'Saved "{name}".', ja: '「{name}」を保存しました。' };
const notWritable = {
  en: '"{name}" could not be saved: {detail}',
  ja: '「{name}」を保存できませんでした: {detail}',
};

let lastSave: Promise<unknown> = Promise.resolve();

/** One at a time: a second save must know what the first one wrote, or it would take that for somebody else's. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const next = lastSave.then(work, work);
  lastSave = next;
  return next;
}

const onScreen = (): string => studio.getState().file.document;

/** Saves to the file that the design came from; false: it is not saved. */
export const save = (id: string = onScreen()): Promise<boolean> => inTurn(() => saveNow(id));

/** Saves to a file that the person chooses. */
export const saveAs = (id: string = onScreen()): Promise<boolean> => inTurn(() => saveAsNow(id));

/** Saves every design that has changes, each in its turn; false: one of them is not saved. */
export async function saveAll(): Promise<boolean> {
  const before = onScreen();
  let isAll = true;
  for (const document of openDocuments(studio.getState()))
    if (isUnsaved(document)) isAll = (await save(document.file.document)) && isAll;
  if (before !== '') showDocument(before);
  return isAll;
}

/** Saves without a question: what somebody else changed on disk stays, and is told as `changed`. */
export const saveQuietly = (id: string): Promise<'saved' | 'changed' | 'failed' | 'nothing'> =>
  inTurn(async () => {
    const document = documentOf(studio.getState(), id);
    const { handle, revision } = document?.file ?? {};
    if (document === undefined || handle === undefined || revision === undefined || !isUnsaved(document))
      return 'nothing';
    const result = await write(id, handle, revision);
    return result === undefined ? 'failed' : result.status === 'changed-on-disk' ? 'changed' : 'saved';
  });

async function saveNow(id: string): Promise<boolean> {
  const document = documentOf(studio.getState(), id);
  if (document === undefined) return false;
  const { handle, revision } = document.file;
  return handle === undefined ? saveAsNow(id) : writeTo(id, handle, revision ?? null);
}

async function saveAsNow(id: string, suggestedName?: string): Promise<boolean> {
  const document = documentOf(studio.getState(), id);
  if (document === undefined) return false;
  showDocument(id);
  const target = await chooseSaveTarget(fileNameOf(suggestedName ?? documentName(document)));
  if (target === undefined) return false;
  nameAfter(id, target.name);
  // The chooser has asked about a file of that name.
  const name = target.name === undefined ? {} : { name: nameOf(target.name) };
  if (!(await writeTo(id, target.handle, null, name))) return false;
  takeOver(id, target.handle);
  await learnPlace(id, target.handle);
  return true;
}

/** A design that nobody has named yet is called as its file: the name goes into the exported project. */
function nameAfter(id: string, fileName: string | undefined): void {
  const document = documentOf(studio.getState(), id);
  if (fileName !== undefined && document !== undefined && isUntitled(document.design.settings.name))
    document.editor.run(setSettings, { name: nameOf(fileName) });
}

/** A file belongs to one tab: another one that had it goes on as a design without a file. */
function takeOver(id: string, handle: FileHandle): void {
  for (const { file } of studio.getState().documents) {
    if (file.document === id || file.handle !== handle) continue;
    updateFile(file.document, ({ handle: _handle, revision: _revision, ...rest }) => rest);
  }
}

/** Name and folder of a file that the system's own dialog chose. */
async function learnPlace(id: string, handle: FileHandle): Promise<void> {
  const result = await studio.getState().host?.read(handle);
  if (result?.status !== 'read') return;
  const { name, folderName } = result.file;
  updateFile(id, (file) => (file.handle === handle ? { ...file, name: nameOf(name), folderName } : file));
}

async function writeTo(
  id: string,
  handle: FileHandle,
  revision: string | null,
  changes: Partial<FileState> = {},
): Promise<boolean> {
  const result = await write(id, handle, revision, changes);
  if (result?.status !== 'changed-on-disk') {
    if (result !== undefined) toast(saved, { facts: { name: result.name } });
    return result !== undefined;
  }
  const answer = await resolveConflict(id, result.text, result.revision);
  switch (answer) {
    case 'write':
      return writeTo(id, handle, result.revision);
    case 'save-as':
      return saveAsNow(id, `${result.name} 2`);
    case 'leave':
      return false;
  }
}

type Written =
  | { readonly status: 'saved'; readonly name: string }
  | { readonly status: 'changed-on-disk'; readonly name: string; readonly text: string; readonly revision: string };

/** Writes a document as it is now. Undefined: it could not be written, which the person is told. */
async function write(
  id: string,
  handle: FileHandle,
  revision: string | null,
  changes: Partial<FileState> = {},
): Promise<Written | undefined> {
  // An entry that arrives after the save would look like work that the file does not have.
  await journalSettled();
  const state = studio.getState();
  const document = documentOf(state, id);
  if (document === undefined) return undefined;
  const { design } = document;
  const text = serialiseDesign(design);
  const name = changes.name ?? documentName(document);
  const result = await state.host?.save({ handle, text, revision, document: id });
  switch (result?.status) {
    case 'saved':
      // The person may have gone on working, or closed it, while the disk was slow.
      updateFile(id, (file) => ({
        ...file,
        ...changes,
        handle,
        revision: result.revision,
        savedDesign: design,
        savedText: text,
        savedAt: new Date().toISOString(),
        problems: [],
      }));
      forgetJournal(id);
      return { status: 'saved', name };
    case 'changed-on-disk':
      return { ...result, name };
    case 'not-writable':
      toast(notWritable, { facts: { name, detail: result.detail }, tone: 'danger' });
      return undefined;
    case undefined:
      return undefined;
  }
}

/** What is saved needs no recovery. */
function forgetJournal(id: string): void {
  const document = documentOf(studio.getState(), id);
  if (document === undefined || !isUnsaved(document)) void discardJournal(id);
}
