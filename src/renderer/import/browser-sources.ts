import {
  isSkippedFolder,
  isSourceText,
  sourceLimits,
  type SourceFile,
  type SourceFiles,
} from '../../host/source-files.js';

/** What a browser was given to import: files by their paths, from an upload or a drop. Read as the host reads folders. */

export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** Reads what may say something of a system; the first step of a path may be the opened folder itself. */
export async function readNamedFiles(
  name: string,
  isFolder: boolean,
  found: readonly NamedFile[],
): Promise<SourceFiles> {
  const named = [...found].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const kept = isFolder ? named.filter(({ path }) => !isSkipped(path, namesByFolder(named))) : named;
  const files: SourceFile[] = [];
  let bytes = 0;
  for (const { path, file } of kept.slice(0, sourceLimits.paths)) {
    if (isFolder && !isSourceText(path)) files.push({ path });
    else if (file.size > sourceLimits.fileBytes) files.push({ path, unread: 'too-large' });
    else if (bytes + file.size > sourceLimits.allBytes) files.push({ path, unread: 'too-much' });
    else {
      bytes += file.size;
      files.push(await readText(path, file));
    }
  }
  return { name, isFolder, files, isCut: kept.length > sourceLimits.paths };
}

async function readText(path: string, file: File): Promise<SourceFile> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { path, unread: 'not-readable' };
  }
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { path, unread: 'not-text' };
  }
}

/** Folder -> the names of what lies in it. */
function namesByFolder(files: readonly NamedFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = namesOf.get(files);
  if (known !== undefined) return known;
  const names = new Map<string, Set<string>>();
  for (const { path } of files) {
    const steps = path.split('/');
    for (const [index, step] of steps.entries()) {
      const folder = steps.slice(0, index).join('/');
      const inside = names.get(folder) ?? new Set();
      names.set(folder, inside.add(step));
    }
  }
  namesOf.set(files, names);
  return names;
}

const namesOf = new WeakMap<readonly NamedFile[], ReadonlyMap<string, ReadonlySet<string>>>();
const noNames: ReadonlySet<string> = new Set();

function isSkipped(path: string, names: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const steps = path.split('/');
  if (steps.length > sourceLimits.depth) return true;
  return steps
    .slice(0, -1)
    .some((step, index) => isSkippedFolder(step, names.get(steps.slice(0, index).join('/')) ?? noNames));
}

/** The files of an upload; of a folder, without its own name, as the host gives them. */
export function uploadedFiles(files: readonly File[]): readonly NamedFile[] {
  return files.map((file) => {
    const path = file.webkitRelativePath;
    return { file, path: path === '' ? file.name : path.slice(path.indexOf('/') + 1) };
  });
}
