import { readdir, realpath, stat } from 'node:fs/promises';
import type { SourcesResult } from '../../host/host.js';
import type { Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  isSkippedFolder,
  isSourceText,
  sourceLimits,
  type SourceFile,
  type SourceFiles,
} from '../../host/source-files.js';
import { detailOf, systemCode } from './failure.js';
import { decodeText, readContent } from './files.js';
import { isWithin } from './handles.js';

/** Opening a file or a folder for an import: the texts that may say something of a system, and the names of the rest. */

/** What is gathered while walking. */
interface Gathered {
  readonly root: string;
  readonly files: SourceFile[];
  bytes: number;
  isCut: boolean;
}

/**
 * Reads a template, or a folder of them. Links that lead out of the folder are not followed. `mayRead` decides about a
 * file that a single template names beside itself. Throws what the system says where the path itself cannot be read.
 */
export async function openSources(
  path: string,
  mayRead: (path: string) => Promise<boolean> = () => Promise.resolve(false),
): Promise<SourceFiles> {
  const root = await realpath(path);
  const isFolder = (await stat(root)).isDirectory();
  const gathered: Gathered = { root, files: [], bytes: 0, isCut: false };
  if (isFolder) await walk(gathered, '', 0);
  else {
    const name = basename(root);
    const own = await read(gathered, root, name);
    gathered.files.push(own);
    await readNamed({ ...gathered, root: join(root, '..') }, own, mayRead);
  }
  return {
    name: basename(root),
    isFolder,
    ...(isFolder ? {} : { folder: basename(dirname(root)) }),
    files: gathered.files,
    isCut: gathered.isCut,
  };
}

/** The same for the app: what cannot be read is an answer. */
export async function readSourcesAt(path: string, mayRead: (path: string) => Promise<boolean>): Promise<SourcesResult> {
  try {
    return { status: 'read', sources: await openSources(path, mayRead) };
  } catch (error) {
    const status = systemCode(error) === 'ENOENT' ? 'not-found' : 'not-readable';
    return { status, name: basename(path), detail: detailOf(error) };
  }
}

async function walk(gathered: Gathered, folder: string, depth: number): Promise<void> {
  if (depth > sourceLimits.depth) {
    gathered.isCut = true;
    return;
  }
  const found = await entriesOf(join(gathered.root, folder));
  const names = new Set(found.map(({ name }) => name));
  for (const entry of found) {
    if (gathered.files.length >= sourceLimits.paths) {
      gathered.isCut = true;
      return;
    }
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const full = join(gathered.root, path);
    if (entry.isDirectory()) {
      if (!isSkippedFolder(entry.name, names)) await walk(gathered, path, depth + 1);
    } else if (entry.isFile() || (entry.isSymbolicLink() && (await isFileInside(gathered.root, full))))
      gathered.files.push(isSourceText(path) ? await read(gathered, full, path) : { path });
  }
}

/** In a fixed order; a folder that cannot be read has nothing in it. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function isFileInside(root: string, link: string): Promise<boolean> {
  try {
    const real = await realpath(link);
    return isWithin(root, real) && (await stat(real)).isFile();
  } catch {
    return false;
  }
}

async function read(gathered: Gathered, full: string, path: string): Promise<SourceFile> {
  const content = await readContent(full, sourceLimits.fileBytes);
  if (content.status === 'too-large') return { path, unread: 'too-large' };
  if (content.status !== 'read') return { path, unread: 'not-readable' };
  if (gathered.bytes + content.bytes.length > sourceLimits.allBytes) return { path, unread: 'too-much' };
  const text = decodeText(content.bytes);
  if (text === undefined) return { path, unread: 'not-text' };
  gathered.bytes += content.bytes.length;
  return { path, text };
}

/** So many files at most are read because a template names them. */
const maxNamed = 500;
const namedPath = /[\w@.-]+(?:\/[\w@.-]+)*\.(?:ya?ml|json|template|asl|vtl|graphqls?|gql)\b/gi;

/**
 * The files that a template names beside itself or below (a definition, a schema, a nested template), and those that
 * these name. What only looks like a path is not there, and so does no harm.
 */
async function readNamed(
  gathered: Gathered,
  first: SourceFile,
  mayRead: (path: string) => Promise<boolean>,
): Promise<void> {
  const seen = new Set([first.path]);
  const waiting = [first];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    for (const [named] of (file.text ?? '').matchAll(namedPath)) {
      const path = below(folder, named);
      if (path === undefined || seen.has(path) || seen.size > maxNamed) continue;
      seen.add(path);
      const full = join(gathered.root, path);
      if (!(await isFileInside(gathered.root, full)) || !(await mayRead(full))) continue;
      const other = await read(gathered, full, path);
      gathered.files.push({ ...other, isNamed: true });
      waiting.push(other);
    }
  }
}

/** A path named in a file of a folder, from the root; undefined: it leads out. */
function below(folder: string, named: string): string | undefined {
  const steps: string[] = [];
  for (const step of `${folder}${named}`.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
