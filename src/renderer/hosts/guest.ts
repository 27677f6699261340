import { strToU8, zipSync } from 'fflate';
import { version } from '../../../package.json';
import type { FileHandle, Host, OpenedFile, StoredSettings } from '../../host/host.js';

/** No files of its own: opens by upload, saves by download, remembers nothing after the page is closed. */
export function createGuestHost(): Host {
  const files = new Map<FileHandle, OpenedFile>();
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
      const file = await upload('.yaml,.yml');
      return file === undefined ? undefined : remember(file.name, await file.text());
    },
    chooseSaveTarget: (suggestedName) => Promise.resolve(remember(suggestedName, '')),
    chooseFolder: () => Promise.resolve('project'),
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

function upload(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => {
      resolve(input.files?.[0]);
    });
    input.addEventListener('cancel', () => {
      resolve(undefined);
    });
    input.click();
  });
}
