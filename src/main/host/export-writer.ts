import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportRequest, ExportResult } from '../../host/host.js';
import { syncFolder, writeAtomically } from './atomic-write.js';
import { currentText, findFiles, planBaseline, planFiles, type WritePlan } from './export-plan.js';
import { removeStaging, repairExports, stagingPrefix, writePlan } from './export-repair.js';
import { detailOf, Refusal, systemCode } from './failure.js';
import { folderNameOf } from './files.js';
import { hashOf, manifestOf, manifestPath, readManifest, withKept } from './manifest.js';
import { placeInProject } from './project-paths.js';

export type ProjectToWrite = Omit<ExportRequest, 'folder'>;

/**
 * Writes an exported project into a folder. Generated files are rewritten unless a person changed them; files written
 * once are left alone, and so are files that the design has no more. All of it or nothing: what fails half way is put
 * back, and what is killed half way is completed by the next export. Every file of the project is in `written` or in
 * `kept`.
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

    const before = readManifest(foundManifest ?? '');
    const plan = planFiles(await findFiles(folder, project, before), project, before);
    const baseline = await planBaseline(folder, project, plan, before);
    const made = manifestOf(project.files, new Set(project.writtenOnce));
    const manifest = withKept(made, plan.hashes, plan.writtenOnce);
    const isManifestSame = foundManifest === manifest;
    const changes: Changes = {
      write: new Map([...plan.write, ...baseline.write]),
      before: new Map([...plan.before, ...baseline.before]),
      remove: [...plan.remove, ...baseline.remove],
    };
    if (changes.remove.length > 0 || changes.write.size > 0 || !isManifestSame)
      await commit(folder, changes, manifest, foundManifest);
    return {
      status: 'exported',
      folderName: folderNameOf(folder),
      written: [...plan.write.keys(), ...(isManifestSame ? [] : [manifestPath])],
      kept: [...plan.kept, ...(isManifestSame ? [manifestPath] : [])],
      removed: plan.remove,
      changedByHand: plan.changedByHand,
      orphaned: plan.orphaned,
      ...(repaired ? { repaired } : {}),
    };
  } catch (error) {
    return { status: 'not-writable', detail: detailOf(error) };
  }
}

const writersAtOnce = 8;

type Changes = Pick<WritePlan, 'write' | 'before' | 'remove'>;

/** What may be in a folder that counts as empty: it says nothing about whose the folder is. */
const isNobodys = (name: string): boolean => name === '.git' || name === '.DS_Store';
/** Whether nothing of anybody's is in a folder. */
export const isEmpty = async (folder: string): Promise<boolean> => (await readdir(folder)).every(isNobodys);

/** Where files stand during the change: new ones first, then the ones they take the place of. */
interface Staging {
  readonly next: string;
  readonly previous: string;
}

async function commit(
  folder: string,
  plan: Changes,
  manifest: string,
  foundManifest: string | undefined,
): Promise<void> {
  const staging = await mkdtemp(stagingPrefix(folder));
  const places: Staging = { next: join(staging, 'next'), previous: join(staging, 'previous') };
  const undo: (() => Promise<void>)[] = [];
  try {
    const waiting = [...plan.write];
    // Several at once: each waits for the disk, which takes them together.
    const stageNext = async (): Promise<void> => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        const [path, text] = one;
        const staged = join(places.next, ...path.split('/'));
        await mkdir(dirname(staged), { recursive: true });
        await writeAtomically(staged, text);
      }
    };
    const staged = await Promise.allSettled(Array.from({ length: writersAtOnce }, stageNext));
    // Nobody writes any more when what is staged is cleared away.
    for (const one of staged) if (one.status === 'rejected') throw one.reason;
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
