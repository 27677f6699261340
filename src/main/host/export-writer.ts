import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportRequest, ExportResult } from '../../host/host.js';
import { syncFolder, writeAtomically } from './atomic-write.js';
import { removeStaging, repairExports, stagingPrefix, writePlan } from './export-repair.js';
import { detailOf, Refusal, systemCode } from './failure.js';
import { decodeText, folderNameOf, readContent } from './files.js';
import { hasHash, hashOf, isSameText, manifestOf, manifestPath, readManifest, type Hashes } from './manifest.js';
import { placeInProject } from './project-paths.js';

export type ProjectToWrite = Omit<ExportRequest, 'folder'>;

/** What an export will do, decided before anything is written. */
interface WritePlan {
  /** New or changed: path -> text. */
  readonly write: ReadonlyMap<string, string>;
  /** Path -> hash of what is there now, of what is written over or removed. */
  readonly before: ReadonlyMap<string, string>;
  readonly kept: readonly string[];
  readonly remove: readonly string[];
  readonly changedByHand: readonly { readonly path: string; readonly current: string; readonly next: string }[];
}

/**
 * Writes an exported project into a folder. Generated files are rewritten unless a person changed them; files written
 * once are left alone; generated files that the design has no more are removed if unchanged. All of it or nothing: what
 * fails half way is put back, and what is killed half way is completed by the next export. Every file of the project is
 * in `written` or in `kept`.
 */
export function writeProject(folder: string, project: ProjectToWrite): Promise<ExportResult> {
  const next = last.then(() => writeInTurn(folder, project));
  last = next;
  return next;
}

/** One at a time in this process: two windows may export into one folder. */
let last: Promise<unknown> = Promise.resolve();

async function writeInTurn(folder: string, project: ProjectToWrite): Promise<ExportResult> {
  try {
    await mkdir(folder, { recursive: true });
    const repaired = await repairExports(folder);
    const foundManifest = await currentText(folder, manifestPath);
    if (foundManifest === undefined && !project.force && !(await isEmpty(folder)))
      return { status: 'folder-not-empty', folderName: folderNameOf(folder) };

    const plan = await planWrites(folder, project, readManifest(foundManifest ?? ''));
    if (plan.changedByHand.length > 0) return { status: 'changed-by-hand', files: plan.changedByHand };
    const manifest = manifestOf(project.files, new Set(project.writtenOnce));
    const isManifestSame = foundManifest === manifest;
    if (plan.remove.length > 0 || plan.write.size > 0 || !isManifestSame)
      await commit(folder, plan, manifest, foundManifest);
    return {
      status: 'exported',
      folderName: folderNameOf(folder),
      written: [...plan.write.keys(), ...(isManifestSame ? [] : [manifestPath])],
      kept: [...plan.kept, ...(isManifestSame ? [manifestPath] : [])],
      removed: plan.remove,
      ...(repaired ? { repaired } : {}),
    };
  } catch (error) {
    return { status: 'not-writable', detail: detailOf(error) };
  }
}

/** What may be in a folder that counts as empty: it says nothing about whose the folder is. */
const isNobodys = (name: string): boolean => name === '.git' || name === '.DS_Store';
const isEmpty = async (folder: string): Promise<boolean> => (await readdir(folder)).every(isNobodys);

/** The text of a file now; undefined: there is none. A file that is no text reads as something nobody generated. */
async function currentText(folder: string, path: string): Promise<string | undefined> {
  const content = await readContent(await placeInProject(folder, path));
  switch (content.status) {
    case 'read':
      return decodeText(content.bytes) ?? '\u0000';
    case 'not-found':
      return undefined;
    case 'too-large':
      return '\u0000';
    case 'not-readable':
      throw new Error(`${path}: ${content.detail}`);
  }
}

async function planWrites(
  folder: string,
  { files, writtenOnce, force }: ProjectToWrite,
  before: Hashes,
): Promise<WritePlan> {
  const once = new Set(writtenOnce);
  const next = new Map(Object.entries(files).filter(([path]) => path !== manifestPath));
  const write = new Map<string, string>();
  const hashes = new Map<string, string>();
  const kept: string[] = [];
  const remove: string[] = [];
  const changedByHand: { path: string; current: string; next: string }[] = [];

  for (const [path, text] of next) {
    const current = await currentText(folder, path);
    if (current !== undefined) hashes.set(path, hashOf(current));
    if (current === undefined) write.set(path, text);
    else if (once.has(path) || isSameText(current, text)) kept.push(path);
    else {
      if (force || hasHash(current, before.get(path))) write.set(path, text);
      else changedByHand.push({ path, current, next: text });
    }
  }
  for (const [path, hash] of before) {
    if (next.has(path)) continue;
    const current = await currentText(folder, path);
    if (current === undefined) continue;
    hashes.set(path, hashOf(current));
    if (hasHash(current, hash)) remove.push(path);
    else kept.push(path);
  }
  return { write, before: hashes, kept, remove, changedByHand };
}

/** Where files stand during the change: new ones first, then the ones they take the place of. */
interface Staging {
  readonly next: string;
  readonly previous: string;
}

async function commit(
  folder: string,
  plan: WritePlan,
  manifest: string,
  foundManifest: string | undefined,
): Promise<void> {
  const staging = await mkdtemp(stagingPrefix(folder));
  const places: Staging = { next: join(staging, 'next'), previous: join(staging, 'previous') };
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [path, text] of plan.write) {
      const staged = join(places.next, ...path.split('/'));
      await mkdir(dirname(staged), { recursive: true });
      await writeAtomically(staged, text);
    }
    await writePlan(staging, {
      manifest,
      manifestBefore: foundManifest === undefined ? null : hashOf(foundManifest),
      write: Object.fromEntries([...plan.write.keys()].map((path) => [path, plan.before.get(path) ?? null])),
      remove: Object.fromEntries(plan.remove.map((path) => [path, plan.before.get(path) ?? ''])),
    });
    for (const path of [...plan.remove, ...plan.write.keys()]) await setAside(folder, path, places, undo);
    for (const path of plan.write.keys()) await putInPlace(folder, path, places, undo);
    // Last: until it is there, the export counts as not complete.
    await writeAtomically(await placeInProject(folder, manifestPath), manifest);
  } catch (error) {
    const isRestored = await takeBack(undo);
    // What could not be put back is the person's: it stays in the staging folder, which nobody completes.
    if (isRestored) await removeStaging(staging);
    else await rm(join(staging, 'plan.json'), { force: true });
    throw isRestored ? error : new Error(`${detailOf(error)} (${folderNameOf(places.previous)})`);
  }
  await removeStaging(staging);
  for (const path of plan.remove) await removeEmptyFolders(folder, path);
  await syncFolder(folder);
}

/** Every step is tried, also after one that failed; false: something is not as it was. */
async function takeBack(undo: readonly (() => Promise<void>)[]): Promise<boolean> {
  let isRestored = true;
  for (const step of [...undo].reverse())
    await step().catch(() => {
      isRestored = false;
    });
  return isRestored;
}

async function setAside(folder: string, path: string, { previous }: Staging, undo: (() => Promise<void>)[]) {
  const from = await placeInProject(folder, path);
  const to = join(previous, ...path.split('/'));
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return;
    throw error;
  }
  undo.push(() => rename(to, from));
}

async function putInPlace(folder: string, path: string, { next }: Staging, undo: (() => Promise<void>)[]) {
  const to = await placeInProject(folder, path);
  const made = await mkdir(dirname(to), { recursive: true });
  if (made !== undefined) undo.push(() => rm(made, { recursive: true }));
  // Asked again: a folder that was just made, or that somebody put there meanwhile, may be a link.
  if ((await placeInProject(folder, path)) !== to) throw new Refusal('link-not-allowed', path);
  await rename(join(next, ...path.split('/')), to);
  undo.push(() => rm(to, { force: true }));
}

/** Folders that held only what was removed go with it. */
async function removeEmptyFolders(folder: string, path: string): Promise<void> {
  const parent = dirname(path);
  if (parent === '.') return;
  try {
    await rmdir(join(folder, ...parent.split('/')));
  } catch {
    return;
  }
  await removeEmptyFolders(folder, parent);
}
