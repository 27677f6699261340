import { strToU8, zipSync } from 'fflate';
import { version } from '../../../package.json';
import type { FileHandle, Host, OpenedFile, StoredSettings } from '../../host/host.js';
import type { SourceFiles } from '../../host/source-files.js';
import { readNamedFiles, uploadedFiles } from '../import/browser-sources.js';

/** No files of its own: opens by upload, saves by download, remembers nothing after the page is closed. */
export function createGuestHost(): Host {
  const files = new Map<FileHandle, OpenedFile>();
  const sources = new Map<FileHandle, SourceFiles>();
  let settings: StoredSettings = {};
  let next = 1;
  const remember = (name: string, text: string): FileHandle => {
    const handle = `guest:${next++}`;
    files.set(handle, { handle, name, folderName: '', text, revision: '' });
    return handle;
  };
  return {
    info: () => Promise.resolve({ kind: 'guest', platform: 'browser', locale: navigator.language, version }),
    read: (handle) => {
      const file = files.get(handle);
      return Promise.resolve(
        file === undefined ? { status: 'not-found', name: handle, detail: '' } : { status: 'read', file },
      );
    },
    save: ({ handle, text }) => {
      const file = files.get(handle);
      if (file === undefined) return Promise.resolve({ status: 'not-writable', detail: handle });
      files.set(handle, { ...file, text });
      download(file.name, new Blob([text], { type: 'application/yaml' }));
      return Promise.resolve({ status: 'saved', revision: '' });
    },
    savePicture: ({ handle, base64 }) => {
      const file = files.get(handle);
      if (file === undefined) return Promise.resolve({ status: 'not-writable', detail: handle });
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      download(file.name, new Blob([bytes], { type: 'application/octet-stream' }));
      return Promise.resolve({ status: 'saved', name: file.name });
    },
    readSources: (handle) => {
      const opened = sources.get(handle);
      return Promise.resolve(
        opened === undefined ? { status: 'not-found', name: handle, detail: '' } : { status: 'read', sources: opened },
      );
    },
    revision: (handle) => Promise.resolve(files.get(handle)?.revision),
    exportProject: ({ folder, files: project }) => {
      const bytes = zipSync(
        // The format knows no year before 1980; a fixed one keeps equal exports equal.
        Object.fromEntries(
          Object.entries(project).map(([path, text]) => [path, [strToU8(text), { mtime: '1980-01-01T00:00:00' }]]),
        ),
      );
      download(`${folder}.zip`, new Blob([new Uint8Array(bytes)], { type: 'application/zip' }));
      return Promise.resolve({
        status: 'exported',
        folderName: `${folder}.zip`,
        written: Object.keys(project),
        kept: [],
        removed: [],
        changedByHand: [],
        orphaned: [],
      });
    },
    recentFiles: () => Promise.resolve([]),
    pinRecent: () => Promise.resolve(),
    forgetRecent: () => Promise.resolve(),
    readSettings: () => Promise.resolve(settings),
    writeSettings: (changed) => {
      settings = changed;
      return Promise.resolve();
    },
    writeJournal: () => Promise.resolve(),
    readJournal: () => Promise.resolve([]),
    discardJournal: () => Promise.resolve(),
    openExternal: (url) => {
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve();
    },
    chooseFile: async () => {
      const [file] = await upload({ accept: '.yaml,.yml' });
      return file === undefined ? undefined : remember(file.name, await file.text());
    },
    chooseSaveTarget: (suggestedName) => Promise.resolve(remember(suggestedName, '')),
    chooseFolder: () => Promise.resolve('project'),
    chooseSources: async (kind) => {
      const isFolder = kind === 'folder';
      const files = await upload(
        isFolder ? { isFolder } : { accept: '.yaml,.yml,.json,.template,.asl', isMultiple: true },
      );
      const [first] = files;
      if (first === undefined) return undefined;
      const name = isFolder ? (first.webkitRelativePath.split('/')[0] ?? '') : first.name;
      const handle = `guest:${next++}`;
      sources.set(handle, await readNamedFiles(name, isFolder, uploadedFiles(files)));
      return handle;
    },
  };
}

function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

interface UploadOptions {
  readonly accept?: string;
  readonly isMultiple?: boolean;
  readonly isFolder?: boolean;
}

/** What the person chose; nothing where they cancelled. */
function upload({ accept = '', isMultiple = false, isFolder = false }: UploadOptions): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = isMultiple;
    input.webkitdirectory = isFolder;
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])]);
    });
    input.addEventListener('cancel', () => {
      resolve([]);
    });
    input.click();
  });
}
