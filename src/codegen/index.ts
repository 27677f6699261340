import type { Language } from '../model/localized.js';
import type { Problem } from '../model/problems.js';
import type { System } from '../system/system.js';

/** What an export writes: path inside the project -> text. Paths are relative, with forward slashes. */
export type Files = ReadonlyMap<string, string>;

export interface Project {
  readonly files: Files;
  /** Of `files`: the person's from the first export on (handlers); written once. */
  readonly writtenOnce: ReadonlySet<string>;
  /** Which files carry a node or connection, for the Code panel: id -> paths, the most telling first. */
  readonly filesOf: ReadonlyMap<string, readonly string[]>;
  /** Errors among them: `files` is empty. */
  readonly problems: readonly Problem[];
}

export interface ExportOptions {
  /** Language of README and comments in the exported project. */
  readonly language: Language;
}

/** Declared here so that hosts, panels and command line agree; made by targets/. */
export type GenerateProject = (system: System, options: ExportOptions) => Project;
