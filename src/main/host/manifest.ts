import { createHash } from 'node:crypto';
import { z } from 'zod';
import { lookup } from '../../model/design.js';
import { byCodeUnit } from '../../model/names.js';
import { isProjectPath } from './project-paths.js';

/** The file of an exported project that says which files are ours and what we wrote into them. */
export const manifestPath = 'servicefull.json';

/** `sha256:...` of each generated file, by path: tells a file that a person changed from one that we may rewrite. */
export type Hashes = ReadonlyMap<string, string>;

/** What a manifest says about the files of a folder. */
export interface Manifest {
  readonly generated: Hashes;
  readonly writtenOnce: readonly string[];
}

/** What the manifest and the plan of an export know a text by. */
export const hashOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const withUnixLines = (text: string): string => text.replaceAll('\r\n', '\n');

/** Whether a text is the one that was written. Git may have checked it out with the line ends of Windows. */
export const hasHash = (text: string, hash: string | undefined): boolean =>
  hash !== undefined && (hashOf(text) === hash || hashOf(withUnixLines(text)) === hash);

/** Whether two texts differ in their line ends at most. */
export const isSameText = (a: string, b: string): boolean => a === b || withUnixLines(a) === withUnixLines(b);

const manifestSchema = z.looseObject({
  generated: z.record(z.string(), z.string()),
  writtenOnce: z.array(z.string()).catch([]),
});

/** A manifest found in a folder. Whoever wrote it: paths that lead elsewhere are left out. */
export function readManifest(text: string): Manifest {
  try {
    const { generated, writtenOnce } = manifestSchema.parse(JSON.parse(text));
    const isOurs = (path: string): boolean => isProjectPath(path) && path !== manifestPath;
    return {
      generated: new Map(Object.entries(generated).filter(([path]) => isOurs(path))),
      writtenOnce: writtenOnce.filter(isOurs),
    };
  } catch {
    return { generated: new Map(), writtenOnce: [] };
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
  return textOf({
    generator: 'servicefull-studio',
    format: 1,
    generated: Object.fromEntries(generated),
    writtenOnce: [...writtenOnce].filter((path) => Object.hasOwn(files, path)).sort(byCodeUnit),
  });
}

const textOf = (manifest: unknown): string => `${JSON.stringify(manifest, null, 2)}\n`;

/**
 * The manifest with what a folder has besides: the hash of what was generated last for files that were kept (undefined:
 * nothing was), and the files that an export wrote once and that are in no design any more.
 */
export function withKept(
  manifest: string,
  hashes: ReadonlyMap<string, string | undefined>,
  writtenOnce: readonly string[],
): string {
  if (hashes.size === 0 && writtenOnce.length === 0) return manifest;
  const found = manifestSchema.parse(JSON.parse(manifest));
  const generated = new Map(Object.entries(found.generated));
  for (const [path, hash] of hashes)
    if (hash === undefined) generated.delete(path);
    else generated.set(path, hash);
  const once = [...new Set([...found.writtenOnce, ...writtenOnce])].sort(byCodeUnit);
  return textOf({
    ...found,
    generated: Object.fromEntries([...generated].sort(([a], [b]) => byCodeUnit(a, b))),
    writtenOnce: once,
  });
}
