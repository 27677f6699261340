import type { FileDecision, FileState } from '../../host/host.js';
import { attributes, attributesPath, isBaseline, lastDesignPath, lastTextPath } from './baseline.js';
import { decodeText, readContent } from './files.js';
import { hasHash, hashOf, isSameText, manifestPath, type Manifest } from './manifest.js';
import { placeInProject } from './project-paths.js';

/** A file of the project or of an earlier export, and what is in its place now. */
export interface FoundFile {
  readonly path: string;
  readonly state: FileState;
  /** Undefined: there is nothing. */
  readonly current: string | undefined;
  /** What is exported; undefined: an earlier export wrote the file, this one does not. */
  readonly next: string | undefined;
  /** An orphaned file that is still as it was generated. */
  readonly untouched: boolean;
}

interface ProjectFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly writtenOnce: readonly string[];
}

/** Stands for the content of a file that is no text, or too large for one: nobody generated it. */
export const noText = '\u0000';

/** The text of a file now; undefined: there is none. */
export async function currentText(folder: string, path: string): Promise<string | undefined> {
  const content = await readContent(await placeInProject(folder, path));
  switch (content.status) {
    case 'read':
      return decodeText(content.bytes) ?? noText;
    case 'not-found':
      return undefined;
    case 'too-large':
      return noText;
    case 'not-readable':
      throw new Error(`${path}: ${content.detail}`);
  }
}

/** What stands in a folder for each file of a project, and what earlier exports left there. */
export async function findFiles(
  folder: string,
  { files, writtenOnce }: ProjectFiles,
  before: Manifest,
): Promise<readonly FoundFile[]> {
  const once = new Set(writtenOnce);
  const found: FoundFile[] = [];
  for (const [path, next] of Object.entries(files)) {
    if (path === manifestPath || isBaseline(path)) continue;
    const current = await currentText(folder, path);
    const state =
      current === undefined
        ? 'added'
        : isSameText(current, next)
          ? 'unchanged'
          : once.has(path)
            ? 'own'
            : hasHash(current, before.generated.get(path))
              ? 'changed'
              : 'changed-by-hand';
    found.push({ path, state, current, next, untouched: false });
  }
  for (const path of new Set([...before.generated.keys(), ...before.writtenOnce])) {
    if (Object.hasOwn(files, path) || isBaseline(path)) continue;
    const current = await currentText(folder, path);
    if (current === undefined) continue;
    const untouched = hasHash(current, before.generated.get(path));
    found.push({ path, state: 'orphaned', current, next: undefined, untouched });
  }
  return found;
}

/** What an export will do, decided before anything is written. */
export interface WritePlan {
  /** New or changed: path -> text. */
  readonly write: ReadonlyMap<string, string>;
  /** Path -> hash of what is there now, of what is written over or removed. */
  readonly before: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
  readonly kept: readonly string[];
  readonly changedByHand: readonly string[];
  readonly orphaned: readonly string[];
  /** What the manifest goes on to say of files that were kept. */
  readonly hashes: ReadonlyMap<string, string | undefined>;
  readonly writtenOnce: readonly string[];
}

interface Wishes {
  readonly force: boolean;
  readonly decisions?: readonly FileDecision[];
}

/** What becomes of each file: what a person changed is kept unless they decided otherwise after seeing it. */
export function planFiles(found: readonly FoundFile[], { force, decisions = [] }: Wishes, before: Manifest): WritePlan {
  const decided = new Map(decisions.map((decision) => [decision.path, decision]));
  const write = new Map<string, string>();
  const hashes = new Map<string, string | undefined>();
  const [remove, kept, changedByHand, orphaned]: [string[], string[], string[], string[]] = [[], [], [], []];
  const once = new Set(before.writtenOnce);
  const writtenOnce: string[] = [];
  for (const { path, state, current, next, untouched } of found) {
    const decision = decided.get(path);
    const taken = decision !== undefined && decision.revision === hashOf(current ?? '') ? decision : undefined;
    if (next === undefined) {
      if (untouched && taken?.take === 'removed') {
        remove.push(path);
        continue;
      }
      orphaned.push(path);
      if (once.has(path)) writtenOnce.push(path);
      const hash = before.generated.get(path);
      if (hash !== undefined) hashes.set(path, hash);
    } else if (state === 'added' || state === 'changed') write.set(path, next);
    else if (state !== 'changed-by-hand') kept.push(path);
    else if (force || taken?.take === 'generated') write.set(path, next);
    else if (taken?.take === 'merged' && taken.text !== undefined) write.set(path, taken.text);
    else {
      kept.push(path);
      changedByHand.push(path);
      hashes.set(path, before.generated.get(path));
    }
  }
  const present = new Map(found.map(({ path, current }) => [path, current]));
  const touched = new Map(
    [...write.keys(), ...remove].flatMap((path) => {
      const text = present.get(path);
      return text === undefined ? [] : [[path, hashOf(text)] as const];
    }),
  );
  return { write, before: touched, remove, kept, changedByHand, orphaned, hashes, writtenOnce };
}

/** Changes of the copy of what was generated: as far as the files now hold it. */
export async function planBaseline(
  folder: string,
  { files, writtenOnce, design }: ProjectFiles & { readonly design?: string },
  plan: WritePlan,
  before: Manifest,
): Promise<Pick<WritePlan, 'write' | 'before' | 'remove'>> {
  const once = new Set(writtenOnce);
  const byHand = new Set(plan.changedByHand);
  const wanted = new Map<string, string>([[attributesPath, attributes]]);
  if (design !== undefined) wanted.set(lastDesignPath, design);
  for (const [path, next] of Object.entries(files)) {
    const kept = once.has(path) || byHand.has(path) || path === manifestPath ? undefined : lastTextPath(path);
    if (kept !== undefined) wanted.set(kept, next);
  }
  const stay = new Set([...Object.keys(files), ...plan.orphaned]);
  const gone = [...before.generated.keys()].flatMap((path) => (stay.has(path) ? [] : (lastTextPath(path) ?? [])));
  const write = new Map<string, string>();
  const remove: string[] = [];
  const hashes = new Map<string, string>();
  for (const path of [...wanted.keys(), ...gone]) {
    const current = await currentText(folder, path);
    const next = wanted.get(path);
    if (current !== undefined) hashes.set(path, hashOf(current));
    if (next === undefined) {
      if (current !== undefined) remove.push(path);
    } else if (current === undefined || !isSameText(current, next)) write.set(path, next);
    else hashes.delete(path);
  }
  return { write, before: hashes, remove };
}
