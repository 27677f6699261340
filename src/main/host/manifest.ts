import { createHash } from 'node:crypto';
import { z } from 'zod';
import { lookup } from '../../model/design.js';
import { byCodeUnit } from '../../model/names.js';
import { isProjectPath } from './project-paths.js';

/** The file of an exported project that says which files are ours and what we wrote into them. */
export const manifestPath = 'servicefull.json';

/** `sha256:...` of each generated file, by path: tells a file that a person changed from one that we may rewrite. */
export type Hashes = ReadonlyMap<string, string>;

/** What the manifest and the plan of an export know a text by. */
export const hashOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const withUnixLines = (text: string): string => text.replaceAll('\r\n', '\n');

/** Whether a text is the one that was written. Git may have checked it out with the line ends of Windows. */
export const hasHash = (text: string, hash: string | undefined): boolean =>
  hash !== undefined && (hashOf(text) === hash || hashOf(withUnixLines(text)) === hash);

/** Whether two texts differ in their line ends at most. */
export const isSameText = (a: string, b: string): boolean => a === b || withUnixLines(a) === withUnixLines(b);

const manifestSchema = z.looseObject({ generated: z.record(z.string(), z.string()) });

/** The hashes of a manifest found in a folder. Whoever wrote it: paths that lead elsewhere are left out. */
export function readManifest(text: string): Hashes {
  try {
    const { generated } = manifestSchema.parse(JSON.parse(text));
    return new Map(Object.entries(generated).filter(([path]) => isProjectPath(path) && path !== manifestPath));
  } catch {
    return new Map();
  }
}

/** The manifest of what is written: as code generation made it, or for a format that has none, one with the hashes. */
export function manifestOf(files: Readonly<Record<string, string>>, writtenOnce: ReadonlySet<string>): string {
  const made = lookup(files, manifestPath);
  if (made !== undefined) return made;
  const generated = Object.entries(files)
    .filter(([path]) => !writtenOnce.has(path))
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([path, text]) => [path, hashOf(text)] as const);
  const manifest = { generator: 'servicefull-studio', format: 1, generated: Object.fromEntries(generated) };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
