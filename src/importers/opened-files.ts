import type { OpenedFiles } from './source.js';

/** The files of a walk or an upload as readers see them. */
export function openedFiles(files: readonly { readonly path: string; readonly text?: string }[]): OpenedFiles {
  const texts = new Map<string, string>();
  for (const { path, text } of files) if (text !== undefined) texts.set(path, text);
  return { text: (path) => texts.get(path), paths: new Set(files.map(({ path }) => path)) };
}

/** The folder of a path, with a slash at its end; empty at the top. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * A path that a file names, from the top of what was opened: relative to the file. Undefined: it leads out, is absolute, or
 * is an address.
 */
export function pathFrom(file: string, named: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\~])/i.test(named) || named.includes('\u0000')) return undefined;
  const steps: string[] = [];
  for (const step of `${folderOf(file)}${named.trim().replaceAll('\\', '/')}`.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.length === 0 ? undefined : steps.join('/');
}
