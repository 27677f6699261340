import type { FileHandle, FolderHandle } from '../../host/host.js';

/** What a person chose in the app's own chooser: a file, or a folder. */
export type FolderChoice =
  | { readonly kind: 'file'; readonly handle: FileHandle; readonly name: string }
  | { readonly kind: 'folder'; readonly handle: FolderHandle; readonly name: string };
