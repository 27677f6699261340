import type { ReviewedFile, ReviewRequest, ReviewResult } from '../../host/host.js';
import { lastDesignPath, lastTextPath } from './baseline.js';
import { currentText, findFiles, noText, type FoundFile } from './export-plan.js';
import { isEmpty } from './export-writer.js';
import { detailOf } from './failure.js';
import { folderNameOf } from './files.js';
import { hasHash, hashOf, manifestPath, readManifest } from './manifest.js';

/** What an export into a folder would do; writes nothing. */
export async function reviewProject(folder: string, project: Omit<ReviewRequest, 'folder'>): Promise<ReviewResult> {
  try {
    const folderName = folderNameOf(folder);
    const manifest = await currentText(folder, manifestPath);
    if (manifest === undefined && !(await isEmpty(folder))) return { status: 'folder-not-empty', folderName };
    const before = readManifest(manifest ?? '');
    const files: ReviewedFile[] = [];
    for (const found of await findFiles(folder, project, before))
      files.push(await reviewed(folder, found, before.generated.get(found.path)));
    const design = manifest === undefined ? undefined : textOrNothing(await currentText(folder, lastDesignPath));
    return {
      status: 'reviewed',
      folderName,
      exportedBefore: manifest !== undefined,
      ...(design === undefined ? {} : { lastDesign: design }),
      files,
    };
  } catch (error) {
    return { status: 'not-readable', detail: detailOf(error) };
  }
}

async function reviewed(folder: string, file: FoundFile, hash: string | undefined): Promise<ReviewedFile> {
  const { path, state, untouched } = file;
  const current = state === 'unchanged' ? undefined : textOrNothing(file.current);
  const kept = state === 'changed-by-hand' ? lastTextPath(path) : undefined;
  const last = kept === undefined ? undefined : textOrNothing(await currentText(folder, kept));
  return {
    path,
    state,
    ...(current === undefined ? {} : { current }),
    // A copy that is not what the manifest knows says nothing about what was generated.
    ...(last !== undefined && hasHash(last, hash) ? { last } : {}),
    ...(file.current === undefined || state === 'unchanged' ? {} : { revision: hashOf(file.current) }),
    ...(state === 'orphaned' ? { untouched } : {}),
  };
}

const textOrNothing = (text: string | undefined): string | undefined => (text === noText ? undefined : text);
