import type { JournalEntry } from '../../host/host.js';
import type { Problem } from '../../model/problems.js';
import type { FolderChoice } from './folder-choice.js';

/** The dialog on screen; at most one. A question carries the way to answer it. */
export type Dialog =
  | { readonly kind: 'commands' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'templates' }
  | { readonly kind: 'export' }
  | { readonly kind: 'unreadable'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'recover'; readonly entries: readonly JournalEntry[] }
  | {
      readonly kind: 'unsaved';
      readonly name: string;
      readonly answer: (choice: 'save' | 'discard' | 'cancel') => void;
    }
  | {
      readonly kind: 'conflict';
      readonly name: string;
      readonly answer: (choice: 'overwrite' | 'theirs' | 'save-as' | 'cancel') => void;
    }
  | {
      readonly kind: 'choose';
      readonly purpose: 'open' | 'save' | 'folder';
      readonly suggestedName: string;
      readonly answer: (choice: FolderChoice | undefined) => void;
    };
