import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Templates } from '../../codegen/difference/template-difference.js';
import { lastDesignPath } from '../../main/host/baseline.js';
import { Refusal } from '../../main/host/failure.js';
import { decodeText, readContent } from '../../main/host/files.js';
import { manifestPath } from '../../main/host/manifest.js';
import { placeInProject } from '../../main/host/project-paths.js';
import { problem, type Problem } from '../../model/problems.js';
import { designTextIn } from '../../pictures/index.js';
import { loadDesign, type LoadedDesign } from '../design-files.js';
import type { Io } from '../io.js';
import { inputProblem, type InputProblem } from './input-problems.js';
import { readTemplate } from './template-text.js';

/** One side of a comparison. */
export interface DiffInput {
  readonly name: string;
  readonly design?: NonNullable<LoadedDesign['loaded']>;
  /** Of a design there are none before it is synthesised. */
  readonly templates?: Templates;
  /** The templates are one file, which may be any stack. */
  readonly isSingle?: boolean;
  /** Errors among them: there is nothing to compare. */
  readonly problems: readonly (Problem | InputProblem)[];
}

const placeOf = (file: string) => ({ place: { file, line: 1, column: 1 } });

/** Reads a design file, a picture with a design in it, a template, or a folder with an export or templates. */
export async function readInput(file: string, io: Io): Promise<DiffInput> {
  const path = resolve(io.cwd, file);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return readFileInput(file, io);
  try {
    return await readFolder(path, file, io);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const link = error.message.replace(/^[a-z-]+: /, '');
    return { name: file, problems: [inputProblem('link-not-followed', { file: `${file}/${link}` }, file)] };
  }
}

async function readFileInput(file: string, io: Io): Promise<DiffInput> {
  const content = await readContent(resolve(io.cwd, file));
  const text = content.status === 'read' ? (decodeText(content.bytes) ?? '') : '';
  const isDesign = designTextIn(text) !== undefined || text.includes('servicefull-design');
  const read = isDesign ? undefined : readTemplate(text, file);
  if (read !== undefined) return templateInput(file, read);
  const { loaded, problems } = await loadDesign(file, io);
  if (loaded !== undefined) return { name: file, design: loaded, problems };
  const isOther = problems.every(({ code }) => code === 'not-a-design');
  return { name: file, problems: isOther ? [inputProblem('not-comparable', { file }, file)] : problems };
}

const templateName = (path: string): string => basename(path).replace(/(\.template)?\.(json|ya?ml)$/i, '');

function templateInput(file: string, read: NonNullable<ReturnType<typeof readTemplate>>): DiffInput {
  if ('problem' in read) return { name: file, problems: [read.problem] };
  return { name: file, templates: { [templateName(file)]: read.template }, isSingle: true, problems: [] };
}

async function readFolder(folder: string, file: string, io: Io): Promise<DiffInput> {
  const hasManifest = await isFile(folder, manifestPath);
  if (hasManifest && (await isFile(folder, lastDesignPath))) {
    const { loaded, problems } = await loadDesign(join(folder, lastDesignPath), io);
    return { name: file, ...(loaded === undefined ? {} : { design: loaded }), problems };
  }
  for (const part of ['', 'cdk.out']) {
    const found = await templatesIn(folder, part);
    if ('problem' in found) return { name: file, problems: [found.problem] };
    if (Object.keys(found.templates).length > 0) return { name: file, templates: found.templates, problems: [] };
  }
  return { name: file, problems: [inputProblem('no-export', { file }, file)] };
}

/** Refuses a path that leads through a link. */
async function isFile(folder: string, path: string): Promise<boolean> {
  const place = await placeInProject(folder, path);
  return stat(place).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** More than an app has. */
const mostTemplates = 500;

async function templatesIn(
  folder: string,
  part: string,
): Promise<{ readonly templates: Templates } | { readonly problem: Problem | InputProblem }> {
  const names = await readdir(part === '' ? folder : await placeInProject(folder, part)).catch((): string[] => []);
  const templates: [string, unknown][] = [];
  for (const name of names
    .filter((one) => one.endsWith('.template.json'))
    .sort()
    .slice(0, mostTemplates)) {
    const path = part === '' ? name : `${part}/${name}`;
    const content = await readContent(await placeInProject(folder, path));
    if (content.status === 'too-large')
      return {
        problem: problem('file-too-large', { megabytes: Math.ceil(content.bytes / 1024 / 1024) }, placeOf(path)),
      };
    const text = content.status === 'read' ? (decodeText(content.bytes) ?? '') : '';
    const read = readTemplate(text, path);
    if (read === undefined) continue;
    if ('problem' in read) return read;
    templates.push([templateName(name), read.template]);
  }
  return { templates: Object.fromEntries(templates) };
}
