import type { FileHandle, FolderHandle, SourceHandle } from '../../host/host.js';
import { ask } from './ask.js';
import type { Dialog } from './dialogs.js';
import type { FolderChoice } from './folder-choice.js';
import { studio } from './studio.js';

/** The system's own dialogs where the host has them, else the app's chooser over the host's folders. */

type Purpose = Extract<Dialog, { kind: 'choose' }>['purpose'];

const choose = (purpose: Purpose, suggestedName: string): Promise<FolderChoice | undefined> =>
  ask<FolderChoice | undefined>((answer) => ({ kind: 'choose', purpose, suggestedName, answer }), undefined);

export async function chooseFile(): Promise<FileHandle | undefined> {
  const { host } = studio.getState();
  if (host?.chooseFile !== undefined) return host.chooseFile();
  const choice = await choose('open', '');
  return choice?.kind === 'file' ? choice.handle : undefined;
}

export async function chooseSaveTarget(
  suggestedName: string,
): Promise<{ readonly handle: FileHandle; readonly name?: string } | undefined> {
  const { host } = studio.getState();
  if (host?.chooseSaveTarget !== undefined) {
    const handle = await host.chooseSaveTarget(suggestedName);
    return handle === undefined ? undefined : { handle };
  }
  const choice = await choose('save', suggestedName);
  return choice?.kind === 'file' ? { handle: choice.handle, name: choice.name } : undefined;
}

export async function chooseFolder(
  suggestedName: string,
): Promise<{ readonly handle: FolderHandle; readonly name?: string } | undefined> {
  const { host } = studio.getState();
  if (host?.chooseFolder !== undefined) {
    const handle = await host.chooseFolder();
    if (handle === undefined) return undefined;
    return { handle };
  }
  const choice = await choose('folder', suggestedName);
  return choice?.kind === 'folder' ? choice : undefined;
}

/** A template, or a folder of them. The app's own chooser has both; the system's dialogs want to know which. */
export async function chooseSources(
  kind: 'file' | 'folder',
): Promise<{ readonly handle: SourceHandle; readonly name: string } | undefined> {
  const { host } = studio.getState();
  if (host?.chooseSources === undefined) return choose('import', '');
  const handle = await host.chooseSources(kind);
  return handle === undefined ? undefined : { handle, name: '' };
}
