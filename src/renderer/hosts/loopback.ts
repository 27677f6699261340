import type * as z from 'zod/mini';
import type { Host, HostMethod } from '../../host/host.js';
import { replies } from './replies.js';
import type { ReviewMethod, reviewReplies } from './review-replies.js';

const envelopeValue = (envelope: unknown): unknown =>
  typeof envelope === 'object' && envelope !== null && 'value' in envelope ? envelope.value : undefined;

/** The server answered with an error, or not at all. */
export class HostError extends Error {}

async function post(method: HostMethod, args: readonly unknown[]): Promise<unknown> {
  const response = await fetch(`/host/${method}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-Servicefull': '1' },
    body: JSON.stringify({ args }),
  });
  if (!response.ok) throw new HostError(`${method}: ${response.status} ${await response.text()}`);
  return envelopeValue(await response.json());
}

async function call<M extends Exclude<HostMethod, ReviewMethod>>(
  method: M,
  ...args: readonly unknown[]
): Promise<z.output<(typeof replies)[M]>> {
  return (await checked(method, replies[method], await post(method, args))) as z.output<(typeof replies)[M]>;
}

async function callLater<M extends ReviewMethod>(
  method: M,
  ...args: readonly unknown[]
): Promise<z.output<(typeof reviewReplies)[M]>> {
  const schemas = (await import('./review-replies.js')).reviewReplies;
  return (await checked(method, schemas[method], await post(method, args))) as z.output<(typeof reviewReplies)[M]>;
}

async function checked(method: HostMethod, schema: z.ZodMiniType, answer: unknown): Promise<unknown> {
  const found = await schema.safeParseAsync(answer);
  if (!found.success) throw new HostError(`${method}: ${found.error.message}`);
  return found.data;
}

/** The host behind the page's own server; undefined: there is none, the page is served as plain files. */
export async function connectLoopback(): Promise<Host | undefined> {
  try {
    await call('info');
  } catch {
    return undefined;
  }
  return {
    info: () => call('info'),
    read: (handle) => call('read', handle),
    save: (request) => call('save', request),
    savePicture: (request) => call('savePicture', request),
    readSources: (handle) => callLater('readSources', handle),
    revision: (handle) => call('revision', handle),
    reviewExport: (request) => callLater('reviewExport', request),
    exportProject: (request) => call('exportProject', request),
    compareTemplates: (request) => callLater('compareTemplates', request),
    recentFiles: () => call('recentFiles'),
    pinRecent: async (handle, pinned) => {
      await call('pinRecent', handle, pinned);
    },
    forgetRecent: async (handle) => {
      await call('forgetRecent', handle);
    },
    readSettings: () => call('readSettings'),
    writeSettings: async (settings) => {
      await call('writeSettings', settings);
    },
    writeJournal: async (entry) => {
      await call('writeJournal', entry);
    },
    readJournal: () => call('readJournal'),
    discardJournal: async (document) => {
      await call('discardJournal', document);
    },
    openExternal: (url) => {
      // The page is in a browser already: no detour by the server.
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve();
    },
    listFolder: (folder) => call('listFolder', folder ?? null),
    fileIn: (folder, name) => call('fileIn', folder, name),
    createFolder: (folder, name) => call('createFolder', folder, name),
  };
}
