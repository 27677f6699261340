import type { JournalEntry } from '../../host/host.js';
import type { Design } from '../../model/design.js';
import type { Localized } from '../../model/localized.js';
import type { Problem } from '../../model/problems.js';
import type { FolderChoice } from './folder-choice.js';

/** A file that could not be opened as a design, and why. */
export interface Unreadable {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** What the design on screen is compared with. */
export interface ComparedVersion {
  readonly name: Localized;
  readonly design: Design;
}

/** What becomes of a file that was changed on disk; `save-as` keeps both versions. */
export type ConflictChoice = 'merge' | 'overwrite' | 'theirs' | 'save-as' | 'cancel';
/** The merged design, or another way out. */
export type MergeAnswer = Design | 'save-as' | 'cancel';

/** The dialog on screen; at most one. A question carries the way to answer it. */
export type Dialog =
  | { readonly kind: 'commands' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' }
  /** At a page, else at the first. */
  | { readonly kind: 'help'; readonly page: string | undefined }
  | { readonly kind: 'templates' }
  | { readonly kind: 'import' }
  | { readonly kind: 'export' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'document' }
  | { readonly kind: 'print' }
  | { readonly kind: 'unreadable'; readonly files: readonly Unreadable[] }
  | { readonly kind: 'compare'; readonly before: ComparedVersion | undefined }
  | { readonly kind: 'recover'; readonly entries: readonly JournalEntry[] }
  | {
      readonly kind: 'unsaved';
      readonly name: string;
      readonly answer: (choice: 'save' | 'discard' | 'cancel') => void;
    }
  | {
      readonly kind: 'conflict';
      readonly name: string;
      readonly base: Design;
      readonly mine: Design;
      /** Undefined: what is on disk is no design. */
      readonly theirs: Design | undefined;
      readonly answer: (choice: ConflictChoice) => void;
    }
  | {
      readonly kind: 'merge';
      readonly name: string;
      readonly base: Design;
      readonly mine: Design;
      readonly theirs: Design;
      readonly answer: (answer: MergeAnswer) => void;
    }
  | {
      readonly kind: 'choose';
      readonly purpose: 'open' | 'save' | 'folder' | 'import';
      readonly suggestedName: string;
      readonly answer: (choice: FolderChoice | undefined) => void;
    };
