import * as z from 'zod/mini';
import type { Host, HostMethod } from '../../host/host.js';
import type { ReviewMethod } from './review-replies.js';

const text = z.string();
const maybeText = z.pipe(
  z.nullish(text),
  z.transform((value) => value ?? undefined),
);
const nothing = z.pipe(
  z.unknown(),
  z.transform(() => undefined),
);
const named = z.object({ name: text, handle: text });
const openedFile = z.object({ handle: text, name: text, folderName: text, text, revision: text });

/** What each method of the host answers, checked because it came over HTTP. `null` stands for undefined. */
export const replies = {
  info: z.object({
    kind: z.enum(['electron', 'loopback', 'guest']),
    platform: z.enum(['darwin', 'win32', 'linux', 'browser']),
    locale: text,
    version: text,
    startFile: z.exactOptional(text),
  }),
  read: z.discriminatedUnion('status', [
    z.object({ status: z.literal('read'), file: openedFile }),
    z.object({ status: z.literal('too-large'), name: text, bytes: z.number() }),
    z.object({ status: z.enum(['not-found', 'not-readable']), name: text, detail: text }),
  ]),
  save: z.discriminatedUnion('status', [
    z.object({ status: z.literal('saved'), revision: text }),
    z.object({ status: z.literal('changed-on-disk'), text, revision: text }),
    z.object({ status: z.literal('not-writable'), detail: text }),
  ]),
  savePicture: z.discriminatedUnion('status', [
    z.object({ status: z.literal('saved'), name: text }),
    z.object({ status: z.literal('not-writable'), detail: text }),
  ]),
  revision: maybeText,
  exportProject: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('exported'),
      folderName: text,
      written: z.array(text),
      kept: z.array(text),
      removed: z.array(text),
      changedByHand: z.array(text),
      orphaned: z.array(text),
      repaired: z.exactOptional(z.boolean()),
    }),
    z.object({ status: z.literal('folder-not-empty'), folderName: text }),
    z.object({ status: z.literal('not-writable'), detail: text }),
  ]),
  recentFiles: z.array(
    z.object({
      handle: text,
      name: text,
      folderName: text,
      opened: text,
      pinned: z.exactOptional(z.boolean()),
      missing: z.exactOptional(z.boolean()),
    }),
  ),
  pinRecent: nothing,
  forgetRecent: nothing,
  readSettings: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
  writeSettings: nothing,
  writeJournal: nothing,
  readJournal: z.array(
    z.object({
      document: text,
      name: text,
      handle: z.exactOptional(text),
      revision: z.exactOptional(text),
      text,
      written: text,
    }),
  ),
  discardJournal: nothing,
  openExternal: nothing,
  setMenu: nothing,
  setAppearance: nothing,
  nextCommand: text,
  openWindow: nothing,
  chooseFile: maybeText,
  chooseSaveTarget: maybeText,
  chooseFolder: maybeText,
  chooseSources: maybeText,
  listFolder: z.object({
    handle: text,
    name: text,
    ancestors: z.array(named),
    entries: z.array(z.object({ name: text, kind: z.enum(['folder', 'file']), handle: text, modified: text })),
    roots: z.array(named),
  }),
  fileIn: z.object({ handle: text, exists: z.boolean() }),
  createFolder: text,
} satisfies {
  readonly [M in Exclude<HostMethod, ReviewMethod>]: z.ZodMiniType<Awaited<ReturnType<NonNullable<Host[M]>>>>;
};
