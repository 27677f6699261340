import { diffLines } from '../../codegen/difference/line-diff.js';
import { mergeText, type MergedText } from '../../codegen/difference/merge-text.js';
import type { FileDecision, FileState, ReviewedFile } from '../../host/host.js';
import { byCodeUnit } from '../../model/names.js';

/** What becomes of a file that a person changed, or that the design has no more. */
export type Choice = 'mine' | 'generated' | 'merged' | 'removed';
export type Choices = Readonly<Record<string, Choice>>;

export interface FileChange {
  readonly path: string;
  readonly state: FileState;
  readonly file: ReviewedFile;
  /** What is exported; undefined: an earlier export wrote it, this one does not. */
  readonly next: string | undefined;
  readonly added: number;
  readonly removed: number;
  /** Of a file that a person changed, where it is known what was generated last. */
  readonly merge: MergedText | undefined;
}

const linesOf = (text: string): number => (text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0));

/** Files of an export with what changes in them, in the order of their paths. */
export function fileChanges(
  reviewed: readonly ReviewedFile[],
  files: ReadonlyMap<string, string>,
): readonly FileChange[] {
  return reviewed
    .map((file): FileChange => {
      const next = files.get(file.path);
      return {
        path: file.path,
        state: file.state,
        file,
        next,
        ...countsOf(file, next),
        merge:
          file.state === 'changed-by-hand' &&
          file.last !== undefined &&
          file.current !== undefined &&
          next !== undefined
            ? mergeText(file.last, file.current, next)
            : undefined,
      };
    })
    .sort((a, b) => byCodeUnit(a.path, b.path));
}

function countsOf({ state, current = '' }: ReviewedFile, next: string | undefined): { added: number; removed: number } {
  if (state === 'added') return { added: linesOf(next ?? ''), removed: 0 };
  if (state !== 'changed' && state !== 'changed-by-hand') return { added: 0, removed: 0 };
  const lines = diffLines(current.replaceAll('\r\n', '\n'), next ?? '');
  return {
    added: lines.filter(({ kind }) => kind === 'added').length,
    removed: lines.filter(({ kind }) => kind === 'removed').length,
  };
}

/** Whether the generated text of a file that a person changed is the one of last time: there is nothing to take over. */
export const isSettled = ({ file, next }: FileChange): boolean => file.last !== undefined && file.last === next;

/** What is asked of the host: only what a person decided. */
export const decisionsOf = (changes: readonly FileChange[], choices: Choices): readonly FileDecision[] =>
  changes.flatMap(({ path, file, merge }): FileDecision[] => {
    const choice = Object.hasOwn(choices, path) ? choices[path] : undefined;
    const { revision } = file;
    if (choice === undefined || choice === 'mine' || revision === undefined) return [];
    if (choice !== 'merged') return [{ path, revision, take: choice }];
    return merge === undefined || merge.conflicts > 0 ? [] : [{ path, revision, take: 'merged', text: merge.text }];
  });

/** A row of the tree of files. */
export type TreeRow =
  | { readonly kind: 'folder'; readonly depth: number; readonly name: string; readonly key: string }
  | {
      readonly kind: 'file';
      readonly depth: number;
      readonly name: string;
      readonly key: string;
      readonly change: FileChange;
    };

/** Files below their folders; folders that hold only one folder are one row. */
export function treeOf(changes: readonly FileChange[]): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (all: readonly FileChange[], start: string, depth: number): void => {
    const folders = new Map<string, FileChange[]>();
    const own: FileChange[] = [];
    for (const change of all) {
      const rest = change.path.slice(start.length);
      const end = rest.indexOf('/');
      if (end === -1) own.push(change);
      else folders.set(rest.slice(0, end), [...(folders.get(rest.slice(0, end)) ?? []), change]);
    }
    for (const [name, inside] of folders) {
      let [title, path] = [name, `${start}${name}/`];
      // `handlers/put/index.ts`: a folder of one file says nothing by itself.
      for (let next = onlyFolder(inside, path); next !== undefined; next = onlyFolder(inside, path))
        [title, path] = [`${title}/${next}`, `${path}${next}/`];
      rows.push({ kind: 'folder', depth, name: title, key: path });
      walk(inside, path, depth + 1);
    }
    for (const change of own)
      rows.push({ kind: 'file', depth, name: change.path.slice(start.length), key: change.path, change });
  };
  walk(changes, '', 0);
  return rows;
}

function onlyFolder(changes: readonly FileChange[], start: string): string | undefined {
  const names = new Set(
    changes.map(({ path }) => {
      const rest = path.slice(start.length);
      return rest.includes('/') ? rest.slice(0, rest.indexOf('/')) : undefined;
    }),
  );
  const [only] = names;
  return names.size === 1 ? only : undefined;
}
