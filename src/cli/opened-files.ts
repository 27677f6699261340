import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isSkippedFolder, sourceLimits, type SourceFile } from '../host/source-files.js';
import { openedFiles } from '../importers/opened-files.js';
import type { OpenedFiles } from '../importers/source.js';
import { openSources } from '../main/host/opened-files.js';

/** What the command line opens for an import. */
export interface OpenedInputs {
  readonly files: OpenedFiles;
  /** Paths of the inputs among the files; an empty one is all of them. */
  readonly inputs: readonly string[];
  /** Folder that the paths are relative to. */
  readonly root: string;
}

/** Names of the files beside a template are looked at that deep: its code may lie there. */
const maxNameDepth = 8;
const maxNames = 5_000;

/** Opens templates and folders as one set of files. Throws what the system says of a path that cannot be read. */
export async function openInputs(paths: readonly string[], cwd: string): Promise<OpenedInputs> {
  const opened = await Promise.all(paths.map((path) => openInput(resolve(cwd, path))));
  const root = commonFolder(opened.map(({ folder }) => folder));
  const files = new Map<string, SourceFile>();
  for (const { folder, files: found } of opened)
    for (const file of found) {
      const path = inside(root, join(folder, file.path));
      const known = files.get(path);
      if (known?.text === undefined) files.set(path, { ...file, path });
    }
  const inputs = opened.map(({ folder, file }) => inside(root, file === undefined ? folder : join(folder, file)));
  return { files: openedFiles([...files.values()]), inputs, root };
}

interface OpenedInput {
  readonly folder: string;
  /** Absent: the folder itself. */
  readonly file?: string;
  readonly files: readonly SourceFile[];
}

async function openInput(path: string): Promise<OpenedInput> {
  const isFolder = (await stat(path)).isDirectory();
  const { files } = await openSources(path, () => Promise.resolve(true));
  if (isFolder) return { folder: path, files };
  const folder = dirname(path);
  return { folder, file: basename(path), files: [...(await namesBelow(folder)), ...files] };
}

/** Names alone, nearest first: nothing that a template does not name is read. */
async function namesBelow(folder: string): Promise<readonly SourceFile[]> {
  const found: SourceFile[] = [];
  const waiting = [{ path: '', depth: 0 }];
  for (let next = waiting.shift(); next !== undefined && found.length < maxNames; next = waiting.shift()) {
    const entries = await readdir(join(folder, next.path), { withFileTypes: true }).catch(() => []);
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries.slice(0, sourceLimits.paths)) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isFile()) found.push({ path });
      else if (entry.isDirectory() && next.depth < maxNameDepth && !isSkippedFolder(entry.name, names))
        waiting.push({ path, depth: next.depth + 1 });
    }
  }
  return found;
}

const inside = (root: string, path: string): string => relative(root, path).split(sep).join('/');

function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders;
  let common = first;
  while (others.some((one) => one !== common && !one.startsWith(common.endsWith(sep) ? common : `${common}${sep}`))) {
    const above = dirname(common);
    if (above === common) break;
    common = above;
  }
  return common;
}
