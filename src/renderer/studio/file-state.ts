import type { FileHandle, FolderHandle } from '../../host/host.js';
import type { Design } from '../../model/design.js';
import type { Problem } from '../../model/problems.js';

/** What the app knows of the file that a design is in. */
export interface FileState {
  /** Names this document in the recovery journal, until it is closed. */
  readonly document: string;
  readonly name: string;
  readonly folderName?: string;
  /** Undefined: never saved. */
  readonly handle?: FileHandle;
  /** Of what was read or saved last. */
  readonly revision?: string;
  /** The design as it is in the file; the same object while nothing was changed. */
  readonly savedDesign: Design;
  readonly savedText?: string;
  /** ISO 8601. */
  readonly savedAt?: string;
  /** Where the last export went. */
  readonly exportFolder?: { readonly handle: FolderHandle; readonly name: string | undefined };
  /** Warnings of the last opening, such as comments that a save would lose. */
  readonly problems: readonly Problem[];
}
