import { z } from 'zod';
import type { Host, HostMethod } from '../../host/host.js';
import { settingsSchema } from './settings.js';

const handle = z.string().max(100);
/** As long as a file may be, in UTF-16 units; the bytes are counted where it is written. */
const text = z.string().max(20 * 1024 * 1024);
const name = z.string().max(400);
const none = z.tuple([]);
const filePath = z.string().max(400);

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const menuSection = z.strictObject({
  id: z.enum(['file', 'edit', 'workflow', 'view', 'help']),
  label: name,
  items: z
    .array(z.strictObject({ id: name, label: name, keys: z.string().max(40).exactOptional(), enabled: z.boolean() }))
    .max(200),
});

/** A record keeps `__proto__` out, which JSON can carry as a key of its own. */
const projectFiles = z.record(filePath, text);

const project = { folder: handle, files: projectFiles, writtenOnce: z.array(filePath) };
const fileDecision = z.strictObject({
  path: filePath,
  revision: z.string().max(100),
  take: z.enum(['generated', 'merged', 'removed']),
  text: text.exactOptional(),
});

/** What each method of the host takes, as it arrives over IPC or HTTP. JSON writes a missing argument as null. */
export const argumentsOf: {
  readonly [M in HostMethod]: z.ZodType<Parameters<NonNullable<Host[M]>>>;
} = {
  info: none,
  read: z.tuple([handle]),
  save: z.tuple([
    z.strictObject({ handle, text, revision: z.string().max(100).nullable(), document: name.exactOptional() }),
  ]),
  savePicture: z.tuple([z.strictObject({ handle, base64: z.base64().max(28 * 1024 * 1024) })]),
  readSources: z.tuple([handle]),
  revision: z.tuple([handle]),
  reviewExport: z.tuple([z.strictObject(project)]),
  exportProject: z.tuple([
    z.strictObject({
      ...project,
      force: z.boolean(),
      design: text.exactOptional(),
      decisions: z.array(fileDecision).max(10_000).exactOptional(),
    }),
  ]),
  compareTemplates: z.tuple([z.strictObject({ before: text, after: text, language: z.enum(['en', 'ja']) })]),
  recentFiles: none,
  pinRecent: z.tuple([handle, z.boolean()]),
  forgetRecent: z.tuple([handle]),
  readSettings: none,
  writeSettings: z.tuple([settingsSchema]),
  writeJournal: z.tuple([
    z.strictObject({
      document: name,
      name,
      handle: handle.exactOptional(),
      revision: z.string().max(100).exactOptional(),
      text,
    }),
  ]),
  readJournal: none,
  discardJournal: z.tuple([name]),
  openExternal: z.tuple([z.string().max(2_000)]),
  setMenu: z.tuple([z.array(menuSection).max(10)]),
  setAppearance: z.tuple([
    z.strictObject({ theme: z.enum(['light', 'dark', 'system']), background: colour, foreground: colour }),
  ]),
  nextCommand: none,
  openWindow: z.tuple([handle.nullish().transform((value) => value ?? undefined)]),
  chooseFile: none,
  chooseSaveTarget: z.tuple([name]),
  chooseFolder: none,
  chooseSources: z.tuple([z.enum(['file', 'folder'])]),
  listFolder: z.tuple([handle.nullish().transform((value) => value ?? undefined)]),
  fileIn: z.tuple([handle, name]),
  createFolder: z.tuple([handle, name]),
};
