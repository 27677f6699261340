import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, systemCode } from './failure.js';

/** Characters that no file system of ours takes, or that mean something else on Windows (drives, streams, separators). */
const forbidden = /[\u0000-\u001f\u007f\\:*?"<>|]/;

/** Whether a path names a file inside the project on every platform: relative, forward slashes, no way out. */
export function isProjectPath(path: string): boolean {
  return (
    path.length <= 400 &&
    !forbidden.test(path) &&
    path.split('/').every(
      (step) =>
        step !== '' &&
        step !== '.' &&
        step !== '..' &&
        // Windows drops a dot or space at the end: `.. ` would be `..`.
        !/[. ]$/.test(step) &&
        // What git runs by itself is nobody's to write.
        step.toLowerCase() !== '.git',
    )
  );
}

/** The place of a project path below a folder. Refuses a path that leads out, also through a link on the way. */
export async function placeInProject(folder: string, path: string): Promise<string> {
  if (!isProjectPath(path)) throw new Refusal('invalid-name', path);
  let at = folder;
  for (const step of path.split('/')) {
    at = join(at, step);
    if (await isLink(at)) throw new Refusal('link-not-allowed', path);
  }
  return at;
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}
