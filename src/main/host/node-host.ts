import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type {
  FileHandle,
  FolderHandle,
  Host,
  HostInfo,
  JournalEntry,
  SourceHandle,
  TemplateRequest,
  TemplateResult,
} from '../../host/host.js';
import type { AppFolders } from './app-folders.js';
import { reviewProject } from './export-review.js';
import { writeProject } from './export-writer.js';
import { externalLink } from './external-links.js';
import { Refusal } from './failure.js';
import { folderNameOf, readFileFor, revisionAt, savePicture, saveText } from './files.js';
import { createFolder, fileIn, listFolder, type Roots } from './folder-chooser.js';
import { createHandles, type Handles } from './handles.js';
import { createJournal } from './journal.js';
import { forgetRecent, pinRecent, recentPaths, rememberRecent } from './recent.js';
import { readSourcesAt } from './opened-files.js';
import { readSettings, writeSettings } from './settings.js';

/** The system's dialogs; they give paths, which become handles here. */
export interface Dialogs {
  chooseFile(): Promise<string | undefined>;
  chooseSaveTarget(suggestedName: string): Promise<string | undefined>;
  chooseFolder(): Promise<string | undefined>;
  chooseSources(kind: 'file' | 'folder'): Promise<string | undefined>;
}

/** What a window of the desktop shell does for the app in it. */
export interface Shell extends Required<Pick<Host, 'setMenu' | 'setAppearance' | 'nextCommand'>> {
  openWindow(path: string | undefined): Promise<void>;
}

export interface NodeHostOptions {
  readonly kind: 'electron' | 'loopback';
  readonly version: string;
  readonly locale: string;
  readonly appFolders: AppFolders;
  /** Opens an address in the person's browser. Only addresses of the allow-list arrive here. */
  openInBrowser(url: string): Promise<void>;
  /** Path of the file named at start. */
  readonly startFile?: string | undefined;
  /** Present: the system's dialogs are used. Absent: the app's chooser shows these folders, the first one first. */
  readonly dialogs?: Dialogs;
  readonly shell?: Shell;
  readonly roots?: readonly string[];
  /** Present where the AWS CDK is at hand. */
  readonly compareTemplates?: (request: TemplateRequest) => Promise<TemplateResult>;
}

export interface NodeHost extends Host {
  /** Its window is gone: unsaved work in the journal is for the next one. */
  close(): void;
}

/** All that the app asks of the machine, on Node: served over IPC and over loopback. */
export async function createNodeHost(options: NodeHostOptions): Promise<NodeHost> {
  const handles = createHandles();
  const journal = createJournal(options.appFolders);
  const startFile = options.startFile === undefined ? undefined : await handles.grantFile(options.startFile);
  const info: HostInfo = {
    kind: options.kind,
    platform: platformOf(process.platform),
    locale: options.locale,
    version: options.version,
    ...(startFile === undefined ? {} : { startFile }),
  };
  const remember = (path: string): Promise<void> =>
    // A list that cannot be written is no reason not to open a file.
    rememberRecent(options.appFolders, path).catch(() => undefined);

  const recentByHandle = new Map<FileHandle, string>();
  const recentPath = (handle: FileHandle): string => {
    const path = recentByHandle.get(handle);
    if (path === undefined) throw new Refusal('unknown-handle', handle);
    return path;
  };

  const core: NodeHost = {
    info: () => Promise.resolve(info),
    read: async (handle) => {
      const path = await handles.pathOf(handle);
      const result = await readFileFor(path, handle);
      if (result.status === 'read') await remember(path);
      return result;
    },
    save: async ({ handle, text, revision, document }) => {
      const path = await handles.pathOf(handle);
      if (document !== undefined) await journal.expectSave(document, path, text);
      const result = await saveText(path, text, revision);
      if (result.status === 'saved') await remember(path);
      return result;
    },
    savePicture: async ({ handle, base64 }) => savePicture(await handles.pathOf(handle), base64),
    readSources: async (handle) => {
      const path = await handles.pathOf(handle);
      return readSourcesAt(path, (other) => isGranted(other, handles));
    },
    revision: async (handle) => revisionAt(await handles.pathOf(handle)),
    reviewExport: async ({ folder, ...project }) => reviewProject(await handles.pathOf(folder), project),
    exportProject: async ({ folder, ...project }) => writeProject(await handles.pathOf(folder), project),
    recentFiles: async () => {
      const recent = await recentPaths(options.appFolders);
      return Promise.all(
        recent.map(async ({ path, opened, pinned, isThere }) => {
          // A file whose folder is gone as well gets a handle that opens nothing.
          const handle = await handles.grantFile(path).catch(() => randomUUID());
          recentByHandle.set(handle, path);
          return {
            handle,
            name: basename(path),
            folderName: folderNameOf(dirname(path)),
            opened,
            ...(pinned === true ? { pinned } : {}),
            ...(isThere ? {} : { missing: true }),
          };
        }),
      );
    },
    pinRecent: async (handle, pinned) => pinRecent(options.appFolders, recentPath(handle), pinned),
    forgetRecent: async (handle) => forgetRecent(options.appFolders, recentPath(handle)),
    readSettings: () => readSettings(options.appFolders),
    writeSettings: (settings) => writeSettings(options.appFolders, settings),
    writeJournal: async ({ handle, ...entry }) => {
      await journal.write(handle === undefined ? entry : { ...entry, path: await handles.pathOf(handle) });
    },
    readJournal: async () => {
      const records = await journal.read();
      return Promise.all(
        records.map(async ({ path, ...record }): Promise<JournalEntry> => {
          // The folder of the file may be gone: the text is what counts.
          const handle = path === undefined ? undefined : await handles.grantFile(path).catch(() => undefined);
          return handle === undefined ? record : { ...record, handle };
        }),
      );
    },
    discardJournal: (document) => journal.discard(document),
    openExternal: async (url) => {
      const link = externalLink(url);
      if (link === undefined) throw new Refusal('outside-folders', url);
      await options.openInBrowser(link);
    },
    close: () => journal.close(),
    ...(options.compareTemplates === undefined ? {} : { compareTemplates: options.compareTemplates }),
  };

  if (options.dialogs !== undefined)
    return { ...core, ...withDialogs(options.dialogs, handles), ...withShell(options.shell, handles) };
  const roots: Roots = await grantRoots(options.roots ?? [], handles);
  const folderAt = async (handle: FolderHandle | undefined): Promise<string> => {
    const first = handle ?? roots[0]?.handle;
    if (first === undefined) throw new Refusal('not-available', 'listFolder');
    return handles.pathOf(first);
  };
  return {
    ...core,
    listFolder: async (folder) => listFolder(await folderAt(folder), roots, handles),
    fileIn: async (folder, name) => fileIn(await folderAt(folder), name, handles),
    createFolder: async (folder, name) => createFolder(await folderAt(folder), name, handles),
  };
}

function withDialogs(dialogs: Dialogs, handles: Handles) {
  return {
    chooseFile: async (): Promise<FileHandle | undefined> => {
      const path = await dialogs.chooseFile();
      return path === undefined ? undefined : handles.grantFile(path);
    },
    chooseSaveTarget: async (suggestedName: string): Promise<FileHandle | undefined> => {
      const path = await dialogs.chooseSaveTarget(suggestedName);
      return path === undefined ? undefined : handles.grantFile(path);
    },
    chooseFolder: async (): Promise<FolderHandle | undefined> => {
      const path = await dialogs.chooseFolder();
      return path === undefined ? undefined : handles.grantFolder(path);
    },
    chooseSources: async (kind: 'file' | 'folder'): Promise<SourceHandle | undefined> => {
      const path = await dialogs.chooseSources(kind);
      if (path === undefined) return undefined;
      return kind === 'folder' ? handles.grantFolder(path) : handles.grantFile(path);
    },
  };
}

const isGranted = (path: string, handles: Handles): Promise<boolean> =>
  handles.handleOf(path).then(
    () => true,
    () => false,
  );

function withShell(shell: Shell | undefined, handles: Handles): Pick<Host, keyof Shell> {
  if (shell === undefined) return {};
  return {
    ...shell,
    openWindow: async (file) => {
      await shell.openWindow(file === undefined ? undefined : await handles.pathOf(file));
    },
  };
}

/** Folders that are there, each once. */
async function grantRoots(paths: readonly string[], handles: Handles): Promise<Roots> {
  const roots = new Map<FolderHandle, string>();
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) continue;
    const handle = await handles.grantFolder(path);
    roots.set(handle, await handles.pathOf(handle));
  }
  return [...roots].map(([handle, path]) => ({ handle, path }));
}

function platformOf(platform: NodeJS.Platform): HostInfo['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
