import { setSettings } from '../../editor/commands/set-settings.js';
import type { FileHandle, OpenedFile } from '../../host/host.js';
import { emptyDesign, type Design } from '../../model/design.js';
import { translate } from '../../model/localized.js';
import { parseDesign } from '../../model/parse.js';
import { serialiseDesign } from '../../model/serialise.js';
import { chooseFile, chooseSaveTarget } from './choosers.js';
import type { FileState } from './file-state.js';
import { hasPositions, withPositions } from './positions.js';
import { documentName, isUnsaved, studio, toast } from './studio.js';

const untitled = { en: 'Untitled', ja: '無題' };
const saved = { en: 'Saved "{name}".', ja: '「{name}」を保存しました。' };
const notWritable = {
  en: '"{name}" could not be saved: {detail}',
  ja: '「{name}」を保存できませんでした: {detail}',
};
const notReadable = {
  en: '"{name}" could not be opened: {detail}',
  ja: '「{name}」を開けませんでした: {detail}',
};
const notFound = { en: '"{name}" is not there any more.', ja: '「{name}」が見つかりません。' };
const reloaded = { en: 'Opened the version on disk.', ja: 'ディスク上のバージョンを開きました。' };

/** A name that can be a file on every platform: designs are called what their people like. */
function fileNameOf(name: string): string {
  const plain = name
    .replace(/[\p{Control}\\/:*?"<>|]+/gu, '-')
    .trim()
    .replace(/^\.+/, '');
  const short = Array.from(plain).slice(0, maxNameLength).join('') || 'design';
  return /\.ya?ml$/i.test(short) ? short : `${short}.yaml`;
}
/** File systems take 255 bytes, and a Japanese letter has three. */
const maxNameLength = 60;
const nameOf = (fileName: string): string => fileName.replace(/\.ya?ml$/i, '');

/** Puts a design on screen as a document of its own. */
function show(
  design: Design,
  file: Omit<FileState, 'document' | 'savedDesign' | 'problems'> & Partial<FileState>,
): void {
  const { editor, file: before, host } = studio.getState();
  if (before.document !== '') void host?.discardJournal(before.document).catch(() => undefined);
  editor.reset(design);
  studio.setState({
    file: { document: crypto.randomUUID(), savedDesign: design, problems: [], ...file },
    findings: [],
    analysis: undefined,
    openFinding: undefined,
    preview: undefined,
    screen: 'editor',
    dialog: undefined,
  });
}

/** Asks what is to become of unsaved changes; false: the person wants to stay. */
export async function mayLeave(): Promise<boolean> {
  const state = studio.getState();
  if (state.screen !== 'editor' || !isUnsaved(state)) return true;
  const choice = await new Promise<'save' | 'discard' | 'cancel'>((resolve) => {
    studio.setState({ dialog: { kind: 'unsaved', name: documentName(state), answer: resolve } });
  });
  studio.setState({ dialog: undefined });
  return choice === 'discard' || (choice === 'save' && (await save()));
}

/** A new, empty design. */
export async function newDesign(): Promise<void> {
  if (!(await mayLeave())) return;
  const name = translate(untitled, studio.getState().language);
  show(emptyDesign(name), { name: '' });
}

/** A copy of a template: a design without a file. */
export async function openTemplate(design: Design): Promise<void> {
  if (await mayLeave()) show(await withPositions(design), { name: '' });
}

/** Opens a text as a design; what cannot be read is listed with its places. */
export async function openText(
  text: string,
  name: string,
  file: Partial<Pick<OpenedFile, 'handle' | 'revision' | 'folderName'>> = {},
): Promise<boolean> {
  const { design, problems } = parseDesign(text, { file: name });
  if (design === undefined) {
    studio.setState({ dialog: { kind: 'unreadable', name, problems } });
    return false;
  }
  const positioned = hasPositions(design) ? design : await withPositions(design);
  show(positioned, { ...file, name: nameOf(name), savedText: text, problems });
  return true;
}

export async function openHandle(handle: FileHandle): Promise<void> {
  if (await mayLeave()) await readInto(handle);
}

async function readInto(handle: FileHandle): Promise<boolean> {
  const result = await studio.getState().host?.read(handle);
  switch (result?.status) {
    case 'read': {
      const { name, revision, folderName, text } = result.file;
      return openText(text, name, { handle, revision, folderName });
    }
    case 'too-large':
      studio.setState({
        dialog: {
          kind: 'unreadable',
          name: result.name,
          problems: [{ code: 'file-too-large', facts: { megabytes: Math.ceil(result.bytes / 1024 / 1024) } }],
        },
      });
      return false;
    case 'not-found':
      toast(notFound, { facts: { name: result.name }, tone: 'danger' });
      return false;
    case 'not-readable':
      toast(notReadable, { facts: { name: result.name, detail: result.detail }, tone: 'danger' });
      return false;
    case undefined:
      return false;
  }
}

/** Lets the person choose a file and opens it. */
export async function openFile(): Promise<void> {
  if (!(await mayLeave())) return;
  const handle = await chooseFile();
  if (handle !== undefined) await readInto(handle);
}

/** Opens a file that was dropped on the window; saving it asks for a place. */
export async function openDropped(dropped: File): Promise<void> {
  if (await mayLeave()) await openText(await dropped.text(), dropped.name);
}

let lastSave: Promise<unknown> = Promise.resolve();

/** One at a time: a second save must know what the first one wrote, or it would take that for somebody else's. */
function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  const next = lastSave.then(work, work);
  lastSave = next;
  return next;
}

/** Saves to the file that the design came from; false: it is not saved. */
export const save = (): Promise<boolean> => inTurn(saveNow);

/** Saves to a file that the person chooses. */
export const saveAs = (): Promise<boolean> => inTurn(saveAsNow);

async function saveNow(): Promise<boolean> {
  const { file } = studio.getState();
  if (file.handle === undefined) return saveAsNow();
  return write(file.handle, file.revision ?? null, {});
}

async function saveAsNow(): Promise<boolean> {
  const target = await chooseSaveTarget(fileNameOf(documentName(studio.getState())));
  if (target === undefined) return false;
  nameAfter(target.name);
  // The chooser has asked about a file of that name.
  if (!(await write(target.handle, null, target.name === undefined ? {} : { name: nameOf(target.name) }))) return false;
  await learnPlace(target.handle);
  return true;
}

/** A design that nobody has named yet is called as its file: the name goes into the exported project. */
function nameAfter(fileName: string | undefined): void {
  const { editor, design } = studio.getState();
  if (fileName !== undefined && [untitled.en, untitled.ja].includes(design.settings.name))
    editor.run(setSettings, { name: nameOf(fileName) });
}

/** Name and folder of a file that the system's own dialog chose. */
async function learnPlace(handle: FileHandle): Promise<void> {
  const result = await studio.getState().host?.read(handle);
  if (result?.status !== 'read') return;
  const { name, folderName } = result.file;
  studio.setState(({ file }) => (file.handle === handle ? { file: { ...file, name: nameOf(name), folderName } } : {}));
}

async function write(handle: FileHandle, revision: string | null, changes: Partial<FileState>): Promise<boolean> {
  const { host, design, file } = studio.getState();
  const text = serialiseDesign(design);
  const name = changes.name ?? documentName(studio.getState());
  const result = await host?.save({ handle, text, revision });
  switch (result?.status) {
    case 'saved':
      // Somebody may have opened another document, or gone on working, while the disk was slow.
      if (studio.getState().file.document !== file.document) return true;
      studio.setState((state) => ({
        file: {
          ...state.file,
          ...changes,
          handle,
          revision: result.revision,
          savedDesign: design,
          savedText: text,
          savedAt: new Date().toISOString(),
          problems: [],
        },
      }));
      if (!isUnsaved(studio.getState())) void host?.discardJournal(file.document).catch(() => undefined);
      toast(saved, { facts: { name } });
      return true;
    case 'changed-on-disk':
      return resolveConflict(handle, result.text, result.revision);
    case 'not-writable':
      toast(notWritable, { facts: { name, detail: result.detail }, tone: 'danger' });
      return false;
    case undefined:
      return false;
  }
}

async function resolveConflict(handle: FileHandle, theirs: string, revision: string): Promise<boolean> {
  const { file } = studio.getState();
  const choice = await new Promise<'overwrite' | 'theirs' | 'save-as' | 'cancel'>((resolve) => {
    studio.setState({ dialog: { kind: 'conflict', name: file.name, answer: resolve } });
  });
  studio.setState({ dialog: undefined });
  switch (choice) {
    case 'overwrite':
      return write(handle, revision, {});
    case 'save-as':
      return saveAsNow();
    case 'theirs': {
      const { folderName } = file;
      const opened = await openText(theirs, file.name, {
        handle,
        revision,
        ...(folderName === undefined ? {} : { folderName }),
      });
      if (opened) toast(reloaded);
      return false;
    }
    case 'cancel':
      return false;
  }
}

/** Tells of a change that somebody else made to the file on disk. */
export async function checkDisk(): Promise<void> {
  const { host, file } = studio.getState();
  if (host === undefined || file.handle === undefined || file.revision === undefined) return;
  const { handle } = file;
  const onDisk = await host.revision(handle).catch(() => file.revision);
  const now = studio.getState().file;
  if (onDisk === undefined || onDisk === now.revision || now.handle !== handle) return;
  toast(
    { en: '"{name}" was changed on disk.', ja: '「{name}」がディスク上で変更されました。' },
    {
      facts: { name: file.name },
      action: {
        label: { en: 'Open that version', ja: 'そのバージョンを開く' },
        run: () => {
          void openHandle(handle);
        },
      },
    },
  );
}

/** Shows a bug or a broken host as a message: the border where promises of the interface end. */
export function report(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    reportError(error);
    toast(
      { en: 'That did not work: {detail}', ja: '操作を完了できませんでした: {detail}' },
      { facts: { detail: error instanceof Error ? error.message : String(error) }, tone: 'danger' },
    );
  });
}
