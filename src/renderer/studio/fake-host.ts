import type { Host, JournalEntry, OpenedFile } from '../../host/host.js';

/** A host in memory for tests: files by handle, what was journalled, and nothing of a real machine. */
export interface FakeHost extends Host {
  readonly files: Map<string, OpenedFile>;
  readonly journal: Map<string, Omit<JournalEntry, 'written'>>;
  /** Somebody else writes a file. */
  changeOnDisk(handle: string, text: string): void;
}

export function createFakeHost(texts: Readonly<Record<string, string>> = {}): FakeHost {
  const files = new Map<string, OpenedFile>();
  const journal = new Map<string, Omit<JournalEntry, 'written'>>();
  let writes = 0;
  const put = (handle: string, text: string): string => {
    const revision = `r${String(++writes)}`;
    files.set(handle, { handle, name: handle, folderName: '~', text, revision });
    return revision;
  };
  for (const [handle, text] of Object.entries(texts)) put(handle, text);
  return {
    files,
    journal,
    changeOnDisk: put,
    info: () => Promise.resolve({ kind: 'loopback', platform: 'linux', locale: 'en-US', version: '0' }),
    read: (handle) => {
      const file = files.get(handle);
      return Promise.resolve(
        file === undefined ? { status: 'not-found', name: handle, detail: '' } : { status: 'read', file },
      );
    },
    save: ({ handle, text, revision }) => {
      const file = files.get(handle);
      if (revision !== null && file !== undefined && file.revision !== revision)
        return Promise.resolve({ status: 'changed-on-disk', text: file.text, revision: file.revision });
      return Promise.resolve({ status: 'saved', revision: put(handle, text) });
    },
    savePicture: ({ handle }) => Promise.resolve({ status: 'saved', name: handle }),
    readSources: (handle) => {
      const file = files.get(handle);
      if (file === undefined) return Promise.resolve({ status: 'not-found', name: handle, detail: '' });
      const { name, text } = file;
      const sources = { name, isFolder: false, files: [{ path: name, text }], isCut: false };
      return Promise.resolve({ status: 'read', sources });
    },
    revision: (handle) => Promise.resolve(files.get(handle)?.revision),
    exportProject: () => Promise.resolve({ status: 'not-writable', detail: '' }),
    recentFiles: () => Promise.resolve([]),
    pinRecent: () => Promise.resolve(),
    forgetRecent: () => Promise.resolve(),
    readSettings: () => Promise.resolve({}),
    writeSettings: () => Promise.resolve(),
    writeJournal: (entry) => {
      journal.set(entry.document, entry);
      return Promise.resolve();
    },
    readJournal: () => Promise.resolve([...journal.values()].map((entry) => ({ ...entry, written: '' }))),
    discardJournal: (document) => {
      journal.delete(document);
      return Promise.resolve();
    },
    openExternal: () => Promise.resolve(),
    chooseFile: () => Promise.resolve([...files.keys()][0]),
    chooseSaveTarget: (name) => Promise.resolve(name),
  };
}
