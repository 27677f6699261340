import * as z from 'zod/mini';
import type { Host, HostMethod } from '../../host/host.js';

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

const grant = z.object({
  effect: z.enum(['Allow', 'Deny']),
  action: text,
  resource: text,
  principal: z.exactOptional(text),
  condition: z.exactOptional(text),
});

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
  reviewExport: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('reviewed'),
      folderName: text,
      exportedBefore: z.boolean(),
      lastDesign: z.exactOptional(text),
      files: z.array(
        z.object({
          path: text,
          state: z.enum(['added', 'changed', 'unchanged', 'own', 'changed-by-hand', 'orphaned']),
          current: z.exactOptional(text),
          last: z.exactOptional(text),
          revision: z.exactOptional(text),
          untouched: z.exactOptional(z.boolean()),
        }),
      ),
    }),
    z.object({ status: z.literal('folder-not-empty'), folderName: text }),
    z.object({ status: z.literal('not-readable'), detail: text }),
  ]),
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
  compareTemplates: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('compared'),
      difference: z.object({
        resources: z.array(
          z.object({
            stack: text,
            logicalId: text,
            type: text,
            impact: z.enum(['create', 'update', 'replace', 'may-replace', 'move', 'delete', 'retain']),
            holdsData: z.boolean(),
            retained: z.boolean(),
            because: z.exactOptional(text),
            properties: z.array(
              z.object({
                path: text,
                before: z.exactOptional(text),
                after: z.exactOptional(text),
                replaces: z.enum(['always', 'maybe', 'never']),
              }),
            ),
            more: z.number(),
          }),
        ),
        permissions: z.array(
          z.object({
            stack: text,
            logicalId: text,
            type: text,
            isNew: z.boolean(),
            broader: z.boolean(),
            added: z.array(grant),
            removed: z.array(grant),
          }),
        ),
        goneStacks: z.array(text),
      }),
    }),
    z.object({ status: z.literal('failed'), which: z.enum(['before', 'after']), detail: text }),
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
  listFolder: z.object({
    handle: text,
    name: text,
    ancestors: z.array(named),
    entries: z.array(z.object({ name: text, kind: z.enum(['folder', 'file']), handle: text, modified: text })),
    roots: z.array(named),
  }),
  fileIn: z.object({ handle: text, exists: z.boolean() }),
  createFolder: text,
} satisfies { readonly [M in HostMethod]: z.ZodMiniType<Awaited<ReturnType<NonNullable<Host[M]>>>> };
