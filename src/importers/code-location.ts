import type { Json } from '../model/design.js';
import { folderOf, pathFrom } from './opened-files.js';
import type { Reading } from './recognise/define.js';
import type { SourceResource, SourceTemplate } from './source.js';
import { at, listOf, mapOf, textOf } from './values.js';

export interface CodeLocation {
  readonly path: string;
  readonly handler?: string;
}

/** Endings of code, as a handler's name leaves them out; what people write before what is built of it. */
const endings = ['.ts', '.tsx', '.mts', '.py', '.js', '.mjs', '.cjs', '.rb', '.go', '.java', '.rs'];

/** Folders that a build puts between a project and its code. */
const built = /(?:^|\/)(?:dist|build|out|lib|\.build|target)(?=\/|$)/;

/** Where the code of a function is among the opened files; undefined: it is not told, or outside of them. */
export function codeOf(reading: Reading, resource: SourceResource): CodeLocation | undefined {
  const template = reading.templateOf(resource);
  const { effective } = resource;
  const known = (value: Json | undefined): string | undefined =>
    value === undefined ? undefined : textOf(reading.evaluate(template, value));
  const handler = known(at(effective, 'Handler'));
  const named = handler === undefined ? {} : { handler };
  if (at(effective, 'InlineCode') !== undefined || at(effective, 'Code', 'ZipFile') !== undefined)
    return { path: template.file, ...named };
  const metadata = mapOf(at(resource.attributes, 'Metadata'));
  const base = baseOf(template, effective, metadata);
  if (base === undefined) return undefined;
  const { paths } = reading.system.files;
  if (paths.has(base)) return { path: base, ...named };
  const entry = textOf(listOf(at(metadata, 'BuildProperties', 'EntryPoints'))[0]);
  const names = [...(entry === undefined ? [] : [entry]), ...(handler === undefined ? [] : [moduleOf(handler)])];
  const found = firstFile(paths, base, names);
  if (found !== undefined) return { path: found, ...named };
  const folder = base === '' ? '' : `${base}/`;
  for (const path of paths) if (path.startsWith(folder)) return { path: base === '' ? '.' : base, ...named };
  return undefined;
}

/** The file or folder that the template names, from the top of what was opened; `''` is the top. */
function baseOf(
  template: SourceTemplate,
  effective: SourceResource['effective'],
  metadata: ReturnType<typeof mapOf>,
): string | undefined {
  const asset = textOf(at(metadata, 'aws:asset:path'));
  const context = textOf(at(metadata, 'DockerContext'));
  const uri = at(effective, 'CodeUri') ?? at(effective, 'Code');
  const written = typeof uri === 'string' ? uri : undefined;
  const image = textOf(at(effective, 'PackageType')) === 'Image';
  const value = asset ?? (image ? context : written) ?? (uri === undefined ? '.' : undefined);
  if (value === undefined) return undefined;
  const path = pathFrom(template.file, value);
  if (path !== undefined) return path;
  // The folder of the template itself has no name when it is the top.
  const isHere = /^(?:\.\/?)+$/.test(value) && folderOf(template.file) === '';
  return isHere ? '' : undefined;
}

/** `src/orders.handler` -> `src/orders`; of Java, the path of its class. */
function moduleOf(handler: string): string {
  if (handler.includes('::')) return (handler.split('::')[0] ?? '').replaceAll('.', '/');
  const dot = handler.lastIndexOf('.');
  return dot < 1 ? handler : handler.slice(0, dot);
}

/** The file that a handler is in: where it says, in what it was built from, or the only one of that name below. */
function firstFile(paths: ReadonlySet<string>, base: string, names: readonly string[]): string | undefined {
  const folder = base === '' ? '' : `${base}/`;
  const folders = [...new Set([folder, `${folder}src/`, folder.replace(built, '').replace('//', '/')])];
  const withEnding = (name: string): readonly string[] => [name, ...endings.map((ending) => `${name}${ending}`)];
  for (const name of names) {
    const clean = name.replace(/^\.\//, '');
    for (const place of folders)
      for (const candidate of [
        clean,
        clean.replace(built, '').replace(/^\/|(\/)\//g, '$1'),
        clean.replaceAll('.', '/'),
      ])
        for (const path of withEnding(`${place}${candidate}`)) if (paths.has(path)) return path;
    const last = clean.slice(clean.lastIndexOf('/') + 1);
    const below = [...paths].filter(
      (path) => path.startsWith(folder) && withEnding(last).includes(path.slice(path.lastIndexOf('/') + 1)),
    );
    const [only, second] = below;
    if (only !== undefined && second === undefined) return only;
  }
  return undefined;
}
