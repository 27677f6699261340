import type { FileHandle, OpenedFile } from '../../host/host.js';
import { emptyDesign, type Design } from '../../model/design.js';
import { translate } from '../../model/localized.js';
import { maxFileBytes } from '../../model/parse.js';
import type { Problem } from '../../model/problems.js';
import { designTextIn } from '../../pictures/embedded.js';
import { ask } from './ask.js';
import { chooseFile } from './choosers.js';
import type { Unreadable } from './dialogs.js';
import { documentOf, openDocument, openDocuments, removeDocument, showDocument, updateFile } from './documents.js';
import { nameOf, untitledName } from './file-names.js';
import { discardJournal } from './journal-entries.js';
import { hasPositions, withPositions } from './positions.js';
import { newDesignOf } from './preferences.js';
import { report } from './report.js';
import { save } from './saving.js';
import { documentName, isUnsaved, studio, toast, type DocumentState } from './studio.js';
import { readDesign } from './read-design.js';
import { catalogFor } from './whole-catalog.js';

export { report } from './report.js';
export { save, saveAll, saveAs } from './saving.js';
export { checkDisk } from './disk.js';

/** Opening and closing designs. */

const notReadable = {
  en: '"{name}" could not be opened: {detail}',
  ja: '「{name}」を開けませんでした: {detail}',
};
const notFound = { en: '"{name}" is not there any more.', ja: '「{name}」が見つかりません。' };
/** What an attempt to open something came to. */
type Opening =
  { readonly opened: DocumentState } | { readonly unreadable: Unreadable } | { readonly imported: Promise<void> };

/** The empty design on screen that nobody has touched: what is opened takes its place. */
function untouched(): string | undefined {
  const { file, design, history, documents } = studio.getState();
  const isOne =
    documents.length > 0 &&
    file.name === '' &&
    file.handle === undefined &&
    design === file.savedDesign &&
    history.redo === undefined &&
    Object.keys(design.nodes).length + Object.keys(design.contexts).length === 0;
  return isOne ? file.document : undefined;
}

/** Opens a design in a tab of its own, or in place of an empty one. */
function show(design: Design, file: Parameters<typeof openDocument>[1]): DocumentState {
  const before = untouched();
  const document = openDocument(design, file);
  if (before !== undefined) removeDocument(before);
  closeTemplates();
  return document;
}

/** The list of templates has served; a question that waits for its answer stays. */
function closeTemplates(): void {
  studio.setState(({ dialog }) => (dialog?.kind === 'templates' ? { dialog: undefined } : {}));
}

/** Whether a further design goes into a window of its own. */
const windowFor = () => {
  const { host, documents } = studio.getState();
  return documents.length === 0 || untouched() !== undefined ? undefined : host?.openWindow?.bind(host);
};

/** A new, empty design. */
export async function newDesign(): Promise<void> {
  const openWindow = windowFor();
  if (openWindow !== undefined) {
    await openWindow(undefined);
    return;
  }
  const state = studio.getState();
  const name = untitledName(state.language, openDocuments(state).map(documentName));
  openDocument(newDesignOf(name), { name: '', problems: [] });
}

/** A copy of a template: a design without a file. */
export async function openTemplate(design: Design): Promise<void> {
  await catalogFor(design);
  show(await withPositions(design), { name: '', problems: [] });
}

async function opening(
  text: string,
  name: string,
  file: Partial<Pick<OpenedFile, 'handle' | 'revision' | 'folderName'>> = {},
): Promise<Opening> {
  const drawn = designTextIn(text);
  // A picture stays one: what is changed is saved as a design of its own.
  if (drawn !== undefined) return opening(drawn, name.replace(/\.(?:drawio|svg|html?)$/i, ''));
  const { design, problems } = await readDesign(text, name);
  if (design === undefined) return (await importing(text, name, file.handle)) ?? { unreadable: { name, problems } };
  await catalogFor(design);
  const positioned = hasPositions(design) ? design : await withPositions(design);
  return { opened: show(positioned, { ...file, name: nameOf(name), savedText: text, problems }) };
}

/** Opens a text as a design; what cannot be read is listed with its places. */
export async function openText(
  text: string,
  name: string,
  file: Partial<Pick<OpenedFile, 'handle' | 'revision' | 'folderName'>> = {},
): Promise<DocumentState | undefined> {
  return finish(await opening(text, name, file));
}

/** What is no design may be a template: it is imported instead. Undefined: it is none. */
async function importing(text: string, name: string, handle?: FileHandle): Promise<Opening | undefined> {
  const { importText } = await import('../import/open-template.js');
  const imported = importText(text, name, handle);
  return imported === undefined ? undefined : { imported };
}

/** Lets the person choose a template or a folder of them, to make a design of. */
export async function startImport(): Promise<void> {
  (await import('../import/run-import.js')).chooseImport();
}

function finish(result: Opening): DocumentState | undefined {
  if ('imported' in result) report(result.imported);
  if ('opened' in result) return result.opened;
  if (!('unreadable' in result)) return undefined;
  studio.setState({ dialog: { kind: 'unreadable', files: [result.unreadable] } });
  return undefined;
}

const opens = new Map<FileHandle, Promise<void>>();

/** Opens a file, or shows its tab where it is open already. Asked for twice at once, it has one tab. */
export function openHandle(handle: FileHandle): Promise<void> {
  const before = opens.get(handle);
  if (before !== undefined) return before;
  const open = openHandleNow(handle).finally(() => opens.delete(handle));
  opens.set(handle, open);
  return open;
}

async function openHandleNow(handle: FileHandle): Promise<void> {
  const open = openDocuments(studio.getState()).find(({ file }) => file.handle === handle);
  if (open !== undefined) {
    showDocument(open.file.document);
    return;
  }
  const openWindow = windowFor();
  if (openWindow !== undefined) await openWindow(handle);
  else await readInto(handle);
}

async function readInto(handle: FileHandle): Promise<void> {
  const result = await studio.getState().host?.read(handle);
  switch (result?.status) {
    case 'read': {
      const { name, revision, folderName, text } = result.file;
      finish(await opening(text, name, { handle, revision, folderName }));
      return;
    }
    case 'too-large':
      finish({ unreadable: { name: result.name, problems: [tooLarge(result.bytes)] } });
      return;
    case 'not-found':
      toast(notFound, { facts: { name: result.name }, tone: 'danger' });
      return;
    case 'not-readable':
      toast(notReadable, { facts: { name: result.name, detail: result.detail }, tone: 'danger' });
      return;
    case undefined:
      return;
  }
}

const tooLarge = (bytes: number): Problem => ({
  code: 'file-too-large',
  facts: { megabytes: Math.ceil(bytes / 1024 / 1024) },
});

/** Lets the person choose a file and opens it. */
export async function openFile(): Promise<void> {
  const handle = await chooseFile();
  if (handle !== undefined) await openHandle(handle);
}

/**
 * Opens designs that were dropped on the window, each in its tab; what cannot be read is listed once. Saving one asks for
 * a place, since a browser does not tell where it lies. Folders and templates are imported, all of them as one system.
 */
export async function openDropped(files: readonly File[], entries: readonly FileSystemEntry[]): Promise<void> {
  const unreadable: Unreadable[] = [];
  const templates: File[] = [];
  for (const file of files) {
    const result = await openingOf(file, templates);
    if (result !== undefined && 'unreadable' in result) unreadable.push(result.unreadable);
  }
  if (entries.length + templates.length > 0)
    await (await import('../import/open-template.js')).importDropped(entries, templates);
  else if (unreadable.length > 0) studio.setState({ dialog: { kind: 'unreadable', files: unreadable } });
}

/** Undefined: it is a template, and gathered with the others. */
async function openingOf(file: File, templates: File[]): Promise<Opening | undefined> {
  if (file.size > maxFileBytes) return { unreadable: { name: file.name, problems: [tooLarge(file.size)] } };
  const text = await file.text();
  if (!(await import('../import/open-template.js')).isTemplate(text)) return opening(text, file.name);
  templates.push(file);
  return undefined;
}

const pasted = { en: 'Pasted design', ja: '貼り付けた設計' };

/** Opens a text that was pasted where nothing is open. */
export async function openPasted(text: string): Promise<void> {
  const opened = await openText(text, translate(pasted, studio.getState().language));
  if (opened !== undefined) markUnsaved(opened);
}

/** It is in no file: closing it without saving would lose it. */
const markUnsaved = ({ file: { document } }: DocumentState): void => {
  updateFile(document, (file) => ({ ...file, savedDesign: emptyDesign('') }));
};

/** Opens a design that was made of something else, and is in no file yet. */
export async function openMade(design: Design): Promise<void> {
  await catalogFor(design);
  markUnsaved(show(design, { name: '', problems: [] }));
}

/** Asks what is to become of unsaved changes; false: the person wants to keep the design open. */
async function mayClose(document: DocumentState): Promise<boolean> {
  if (!isUnsaved(document)) return true;
  const { document: id } = document.file;
  showDocument(id);
  const choice = await ask<'save' | 'discard' | 'cancel'>(
    (answer) => ({ kind: 'unsaved', name: documentName(document), answer }),
    'cancel',
  );
  return choice === 'discard' || (choice === 'save' && (await save(id)));
}

/** Closes a design, that on screen where none is named; false: the person wants to keep it open. */
export async function closeDesign(id: string = studio.getState().file.document): Promise<boolean> {
  const document = documentOf(studio.getState(), id);
  if (document === undefined) return true;
  if (!(await mayClose(document))) return false;
  removeDocument(id);
  void discardJournal(id);
  return true;
}
