import { byCodeUnit } from '../../../model/names.js';

export const manifestPath = 'servicefull.json';

/**
 * What an export wrote: the next one rewrites the generated files whose content is still the one written here, and
 * shows the others first. No dates, so that an unchanged design changes no file.
 */
export function manifest(
  design: { readonly id: string; readonly name: string; readonly version: number },
  files: ReadonlyMap<string, string>,
  writtenOnce: ReadonlySet<string>,
  hash: (path: string, text: string) => string,
): string {
  const paths = [...files.keys()].sort(byCodeUnit);
  const text = {
    generator: 'servicefull-studio',
    format: 1,
    design,
    generated: Object.fromEntries(
      paths
        .filter((path) => !writtenOnce.has(path))
        .map((path) => [path, `sha256:${hash(path, files.get(path) ?? '')}`]),
    ),
    writtenOnce: paths.filter((path) => writtenOnce.has(path)),
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}
