/** The files that a handler may name; nothing else can be read. */
export interface HandlerFiles {
  /** Undefined: no such file, or one that is no text. */
  text(path: string): string | undefined;
}

/** A path without `.` and `..`; undefined where it leaves the folder. */
export function normalised(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const endings = ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.tsx', '.jsx', '/index.ts', '/index.js', '/index.mjs'];

/** The file that a relative import of JavaScript means. */
export function resolveJavaScript(files: HandlerFiles, from: string, name: string): string | undefined {
  if (!name.startsWith('.') && !name.startsWith('/')) return undefined;
  const path = normalised(`${folderOf(from)}/${name}`);
  if (path === undefined) return undefined;
  const plain = path.replace(/\.[cm]?js$/, '');
  const candidates = [
    ...(/\.[cm]?[jt]sx?$/.test(path) ? [path] : []),
    ...endings.flatMap((ending) => [path + ending, ...(plain === path ? [] : [plain + ending])]),
  ];
  return candidates.find((one) => files.text(one) !== undefined);
}

/** The file that an import of Python means: beside the importing file, or from the folder of the handler. */
export function resolvePython(files: HandlerFiles, root: string, from: string, name: string): string | undefined {
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  const rest = name.slice(dots).replace(/\./g, '/');
  const bases =
    dots > 0
      ? [`${folderOf(from)}${'/..'.repeat(dots - 1)}`]
      : [folderOf(from), root, folderOf(root), ...requiredFolders(files, root)];
  for (const base of new Set(bases)) {
    const path = normalised(`${base}/${rest}`);
    if (path === undefined) continue;
    const found = [`${path}.py`, `${path}/__init__.py`].find((one) => one !== from && files.text(one) !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Folders of packages that `requirements.txt` beside a handler, or above it, takes from the project itself. What a path
 * there is relative to depends on where the build runs, so each folder above counts.
 * https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
function requiredFolders(files: HandlerFiles, root: string): readonly string[] {
  const above = foldersAbove(root);
  return above.slice(0, 3).flatMap((folder) =>
    (files.text(normalised(`${folder}/requirements.txt`) ?? '') ?? '')
      .slice(0, 20_000)
      .split('\n')
      .flatMap((line) => /^\s*(?:(?:-e|--editable)[\s=]+)?(?:file:)?(\.{1,2}\/[^\s;#]*)/.exec(line)?.[1] ?? [])
      .slice(0, 10)
      .flatMap((path) => above.flatMap((base) => normalised(`${base}/${path}`) ?? []))
      .flatMap((path) => [path, `${path}/src`]),
  );
}

/** A folder and those it is in, at most eight. */
function foldersAbove(folder: string): readonly string[] {
  const found = [folder];
  for (let at = folder; at !== '' && found.length < 8;) found.push((at = folderOf(at)));
  return found;
}
