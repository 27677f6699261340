/**
 * All that the app asks of the machine it runs on, and nothing else. Implemented on Node (served over Electron's IPC
 * and over loopback HTTP alike) and by hand for a guest in a browser. Handles are opaque: the app never sends a path.
 */

import type { SourceFiles } from './source-files.js';

export type FileHandle = string;
export type FolderHandle = string;
/** Of either: what is behind it is looked at when it is used. */
export type SourceHandle = string;

export interface HostInfo {
  readonly kind: 'electron' | 'loopback' | 'guest';
  readonly platform: 'darwin' | 'win32' | 'linux' | 'browser';
  /** The system's language as BCP 47, such as `ja-JP`. */
  readonly locale: string;
  readonly version: string;
  /** The file named at start, if any. */
  readonly startFile?: FileHandle;
}

export interface OpenedFile {
  readonly handle: FileHandle;
  readonly name: string;
  /** Where it is, for people: `~/designs`. */
  readonly folderName: string;
  readonly text: string;
  /** Of the content on disk: a later save compares it. */
  readonly revision: string;
}

export type ReadResult =
  | { readonly status: 'read'; readonly file: OpenedFile }
  | { readonly status: 'too-large'; readonly name: string; readonly bytes: number }
  | { readonly status: 'not-found' | 'not-readable'; readonly name: string; readonly detail: string };

export interface SaveRequest {
  readonly handle: FileHandle;
  readonly text: string;
  /** What was read or saved last; null: overwrite whatever is there (the person said so). */
  readonly revision: string | null;
  /** Whose entry in the journal says no more than the file, once it is written. */
  readonly document?: string;
}

export type SaveResult =
  | { readonly status: 'saved'; readonly revision: string }
  /** Somebody else changed the file: nothing was written. */
  | { readonly status: 'changed-on-disk'; readonly text: string; readonly revision: string }
  | { readonly status: 'not-writable'; readonly detail: string };

/** A file that is made for others to look at: it is never read back, and is no recent file. */
export interface PictureRequest {
  readonly handle: FileHandle;
  /** The bytes of the file. */
  readonly base64: string;
}

export type PictureResult =
  { readonly status: 'saved'; readonly name: string } | { readonly status: 'not-writable'; readonly detail: string };

/** What was opened for an import, read whole: nothing else is read later. */
export type SourcesResult =
  | { readonly status: 'read'; readonly sources: SourceFiles }
  | { readonly status: 'not-found' | 'not-readable'; readonly name: string; readonly detail: string };

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'folder' | 'file';
  /** A FolderHandle or a FileHandle, by `kind`. */
  readonly handle: string;
  /** ISO 8601. */
  readonly modified: string;
}

export interface FolderListing {
  readonly handle: FolderHandle;
  readonly name: string;
  /** From the root that may be seen, outermost first. */
  readonly ancestors: readonly { readonly name: string; readonly handle: FolderHandle }[];
  readonly entries: readonly FolderEntry[];
  /** The other folders that may be opened: home, the folder given at start. */
  readonly roots: readonly { readonly name: string; readonly handle: FolderHandle }[];
}

/** What is compared with a folder before it is exported into. */
export interface ReviewRequest {
  readonly folder: FolderHandle;
  /** Path inside the folder -> text. */
  readonly files: Readonly<Record<string, string>>;
  /** Of `files`: written once, never touched again. */
  readonly writtenOnce: readonly string[];
}

/**
 * What an export does with a file. `own`: written once, the person's since then. `changed-by-hand`: generated, and
 * changed by a person since then, so it is kept. `orphaned`: an earlier export wrote it, this one does not.
 */
export type FileState = 'added' | 'changed' | 'unchanged' | 'own' | 'changed-by-hand' | 'orphaned';

export interface ReviewedFile {
  readonly path: string;
  readonly state: FileState;
  /** What is there now, where it is a text that differs from what is exported. */
  readonly current?: string;
  /** What was generated last time, of a file that a person changed since. */
  readonly last?: string;
  /** Of what is there now: a decision about the file names it. */
  readonly revision?: string;
  /** An orphaned file that is still as it was generated. */
  readonly untouched?: boolean;
}

export type ReviewResult =
  | {
      readonly status: 'reviewed';
      readonly folderName: string;
      /** An export wrote into this folder before. */
      readonly exportedBefore: boolean;
      /** The text of the design that was exported last, where it is known. */
      readonly lastDesign?: string;
      readonly files: readonly ReviewedFile[];
    }
  | { readonly status: 'folder-not-empty'; readonly folderName: string }
  | { readonly status: 'not-readable'; readonly detail: string };

/** Two versions of a design, as texts. */
export interface TemplateRequest {
  readonly before: string;
  readonly after: string;
  /** Of descriptions in the templates. */
  readonly language: 'en' | 'ja';
}

export interface ComparedGrant {
  readonly effect: 'Allow' | 'Deny';
  readonly action: string;
  readonly resource: string;
  readonly principal?: string;
  readonly condition?: string;
}

/** What the CloudFormation templates of two versions differ in: see codegen/difference. */
export interface ComparedTemplates {
  readonly resources: readonly {
    readonly stack: string;
    readonly logicalId: string;
    readonly type: string;
    readonly impact: 'create' | 'update' | 'replace' | 'may-replace' | 'move' | 'delete' | 'retain';
    readonly holdsData: boolean;
    readonly retained: boolean;
    readonly because?: string;
    readonly properties: readonly {
      readonly path: string;
      readonly before?: string;
      readonly after?: string;
      readonly replaces: 'always' | 'maybe' | 'never';
    }[];
    readonly more: number;
  }[];
  readonly permissions: readonly {
    readonly stack: string;
    readonly logicalId: string;
    readonly type: string;
    readonly isNew: boolean;
    readonly broader: boolean;
    readonly added: readonly ComparedGrant[];
    readonly removed: readonly ComparedGrant[];
  }[];
  readonly goneStacks: readonly string[];
}

export type TemplateResult =
  | { readonly status: 'compared'; readonly difference: ComparedTemplates }
  /** One of the two cannot be synthesised. */
  | { readonly status: 'failed'; readonly which: 'before' | 'after'; readonly detail: string };

/** What a person decided about a file after seeing it: holds only while the file is still the one that was seen. */
export interface FileDecision {
  readonly path: string;
  readonly revision: string;
  /** `removed`: only of an orphaned file that nobody changed. */
  readonly take: 'generated' | 'merged' | 'removed';
  /** Of `merged`: what is written. */
  readonly text?: string;
}

export interface ExportRequest extends ReviewRequest {
  /** Overwrite generated files that a person changed, and write into a folder with files and no manifest. */
  readonly force: boolean;
  /** The text of the design, kept beside the project so that the next export can say what changed. */
  readonly design?: string;
  readonly decisions?: readonly FileDecision[];
}

export type ExportResult =
  | {
      readonly status: 'exported';
      readonly folderName: string;
      readonly written: readonly string[];
      /** Those that a person changed are in `changedByHand` as well. */
      readonly kept: readonly string[];
      readonly removed: readonly string[];
      /** Generated files that a person changed: left as they are. */
      readonly changedByHand: readonly string[];
      /** Written by an earlier export, not by this one: left as they are. */
      readonly orphaned: readonly string[];
      /** An earlier export into this folder was cut short: it was completed first. */
      readonly repaired?: boolean;
    }
  /** Nothing was written. */
  | { readonly status: 'folder-not-empty'; readonly folderName: string }
  | { readonly status: 'not-writable'; readonly detail: string };

export interface RecentFile {
  readonly handle: FileHandle;
  readonly name: string;
  readonly folderName: string;
  /** ISO 8601. */
  readonly opened: string;
  /** Stays on top of the list. */
  readonly pinned?: boolean;
  /** It is not where it was. */
  readonly missing?: boolean;
}

/** Work that was not saved when the app ended. */
export interface JournalEntry {
  readonly document: string;
  readonly name: string;
  readonly handle?: FileHandle;
  readonly revision?: string;
  readonly text: string;
  /** ISO 8601. */
  readonly written: string;
}

/** An entry of the system's menu: a command of the app, in the person's language. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** As commands have them: `Mod+Shift+S`. */
  readonly keys?: string;
  readonly enabled: boolean;
}

export interface MenuSection {
  readonly id: 'file' | 'edit' | 'workflow' | 'view' | 'help';
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** What colours the frame that the system draws around the window. */
export interface Appearance {
  readonly theme: 'light' | 'dark' | 'system';
  /** Of the title bar, as `#rrggbb`. */
  readonly background: string;
  readonly foreground: string;
}

/** Settings as the app keeps them: small JSON. */
export type StoredSettings = Readonly<Record<string, string | number | boolean | null>>;

export interface Host {
  info(): Promise<HostInfo>;
  read(handle: FileHandle): Promise<ReadResult>;
  save(request: SaveRequest): Promise<SaveResult>;
  savePicture(request: PictureRequest): Promise<PictureResult>;
  /** Reads a template or a folder of them for an import. */
  readSources(handle: SourceHandle): Promise<SourcesResult>;
  /** The revision on disk now; undefined: the file is gone. */
  revision(handle: FileHandle): Promise<string | undefined>;
  /** What an export into a folder would do; writes nothing. Absent: there are no folders, a project is downloaded. */
  reviewExport?(request: ReviewRequest): Promise<ReviewResult>;
  exportProject(request: ExportRequest): Promise<ExportResult>;
  /** Synthesises both versions and compares their templates. Absent: there is no AWS CDK on this machine's side. */
  compareTemplates?(request: TemplateRequest): Promise<TemplateResult>;
  /** Pinned ones first, then the latest. */
  recentFiles(): Promise<readonly RecentFile[]>;
  pinRecent(handle: FileHandle, pinned: boolean): Promise<void>;
  /** Takes a file off the list; the file itself stays. */
  forgetRecent(handle: FileHandle): Promise<void>;
  readSettings(): Promise<StoredSettings>;
  writeSettings(settings: StoredSettings): Promise<void>;
  writeJournal(entry: Omit<JournalEntry, 'written'>): Promise<void>;
  readJournal(): Promise<readonly JournalEntry[]>;
  discardJournal(document: string): Promise<void>;
  /** Opens an https link of the documentation in the person's browser. */
  openExternal(url: string): Promise<void>;

  /** The system's menu and window frame follow the app. Absent: there is no frame of our own (a browser tab). */
  setMenu?(menu: readonly MenuSection[]): Promise<void>;
  setAppearance?(appearance: Appearance): Promise<void>;
  /** Waits until a command is chosen in the system's menu; gives its id. */
  nextCommand?(): Promise<string>;
  /** Opens another window with a design, or with the start screen. Absent: the app shows designs as tabs. */
  openWindow?(file: FileHandle | undefined): Promise<void>;

  /** The system's own dialogs. Absent: the app shows its chooser over `listFolder`. Undefined: cancelled. */
  chooseFile?(): Promise<FileHandle | undefined>;
  chooseSaveTarget?(suggestedName: string): Promise<FileHandle | undefined>;
  chooseFolder?(): Promise<FolderHandle | undefined>;
  /** A template, or a folder of them, for an import. */
  chooseSources?(kind: 'file' | 'folder'): Promise<SourceHandle | undefined>;

  /** Folders the person may see (home and the folder given at start); undefined: the first of them. */
  listFolder?(folder: FolderHandle | undefined): Promise<FolderListing>;
  /** A handle for a file to be saved; `exists`: it is there already. Names with a separator are refused. */
  fileIn?(folder: FolderHandle, name: string): Promise<{ readonly handle: FileHandle; readonly exists: boolean }>;
  createFolder?(folder: FolderHandle, name: string): Promise<FolderHandle>;
}

export const hostMethods = [
  'info',
  'read',
  'save',
  'savePicture',
  'readSources',
  'revision',
  'reviewExport',
  'exportProject',
  'compareTemplates',
  'recentFiles',
  'pinRecent',
  'forgetRecent',
  'readSettings',
  'writeSettings',
  'writeJournal',
  'readJournal',
  'discardJournal',
  'openExternal',
  'setMenu',
  'setAppearance',
  'nextCommand',
  'openWindow',
  'chooseFile',
  'chooseSaveTarget',
  'chooseFolder',
  'chooseSources',
  'listFolder',
  'fileIn',
  'createFolder',
] as const satisfies readonly (keyof Host)[];

export type HostMethod = (typeof hostMethods)[number];

/** Does not compile while a method of Host is missing from the list above. */
type Missing = Exclude<keyof Host, HostMethod>;
export const everyHostMethodIsListed: [Missing] extends [never] ? true : Missing = true;
