import { mkdir, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeAtomically } from './atomic-write.js';
import { decodeText, readContent } from './files.js';
import { isRunning } from './is-running.js';
import { hashOf, manifestPath } from './manifest.js';
import { isProjectPath, placeInProject } from './project-paths.js';

/**
 * What an export that was cut short left in a folder. Everything it was going to write lies in its staging folder, with
 * a plan beside it, before the first file is touched: so the next export completes it first.
 */

/** Of what was there before the export; null: nothing. */
const hash = z.string().nullable();

const planSchema = z.object({
  manifest: z.string(),
  manifestBefore: hash,
  /** Path -> hash of what it takes the place of. */
  write: z.record(z.string(), hash),
  /** Path -> hash of what is removed. */
  remove: z.record(z.string(), z.string()),
});
export type ExportPlan = z.output<typeof planSchema>;

const stagingName = /^\.servicefull-(\d+)-[A-Za-z0-9]{6}$/;
const manifestTemporary = /^\.servicefull\.json\.[0-9a-f]{12}\.tmp$/;

export const stagingPrefix = (folder: string): string => join(folder, `.servicefull-${String(process.pid)}-`);
const planIn = (staging: string): string => join(staging, 'plan.json');

/** Written once everything is staged: from now on the export can be completed by anybody. */
export async function writePlan(staging: string, plan: ExportPlan): Promise<void> {
  await writeAtomically(planIn(staging), JSON.stringify(plan));
}

/** Removes the staging folder of an export that is over, the plan last: without it nothing is left to complete. */
export async function removeStaging(staging: string): Promise<void> {
  for (const part of ['next', 'previous']) await rm(join(staging, part), { recursive: true, force: true });
  await rm(staging, { recursive: true, force: true });
}

/** Completes exports that were cut short. True: there was one that had begun to change the folder. */
export async function repairExports(folder: string): Promise<boolean> {
  let isRepaired = false;
  for (const name of await readdir(folder)) {
    if (manifestTemporary.test(name)) await unlink(join(folder, name)).catch(() => undefined);
    const pid = stagingName.exec(name)?.[1];
    if (pid === undefined) continue;
    const staging = join(folder, name);
    // Exports of one process take turns: what this one left is over.
    if (Number(pid) !== process.pid && isRunning(Number(pid), (await stat(staging)).mtimeMs))
      throw new Error('another export is writing into this folder');
    const plan = await readPlan(staging);
    if (plan === undefined) {
      // What nobody can complete and holds files of before is kept for the person.
      if (await isWithoutFiles(join(staging, 'previous'))) await removeStaging(staging);
      continue;
    }
    isRepaired = (await complete(folder, staging, plan)) || isRepaired;
    await removeStaging(staging);
  }
  return isRepaired;
}

async function readPlan(staging: string): Promise<ExportPlan | undefined> {
  const content = await readContent(planIn(staging));
  const text = content.status === 'read' ? decodeText(content.bytes) : undefined;
  if (text === undefined) return undefined;
  try {
    return planSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const isWithoutFiles = async (path: string): Promise<boolean> =>
  (await readdir(path).catch((): string[] => [])).length === 0;

/** Does what is left to do; what a person changed since stays. */
async function complete(folder: string, staging: string, plan: ExportPlan): Promise<boolean> {
  const found = await hashAt(folder, manifestPath);
  if (found === hashOf(plan.manifest)) return false;
  // Somebody has put the folder into another state, as a checkout does.
  if (found !== plan.manifestBefore) return false;
  for (const [path, before] of Object.entries(plan.write)) {
    if (!isProjectPath(path)) continue;
    const staged = join(staging, 'next', ...path.split('/'));
    const isStaged = (await readContent(staged)).status === 'read';
    const now = await hashAt(folder, path);
    if (!isStaged || (now !== null && now !== before)) continue;
    const place = await placeInProject(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await rename(staged, place);
  }
  for (const [path, before] of Object.entries(plan.remove))
    if (isProjectPath(path) && (await hashAt(folder, path)) === before)
      await unlink(await placeInProject(folder, path));
  await writeAtomically(await placeInProject(folder, manifestPath), plan.manifest);
  await syncFolder(folder);
  return true;
}

/** The hash of a file now; null: there is none, or it is no text. */
async function hashAt(folder: string, path: string): Promise<string | null> {
  const content = await readContent(await placeInProject(folder, path));
  const text = content.status === 'read' ? decodeText(content.bytes) : undefined;
  return text === undefined ? null : hashOf(text);
}
