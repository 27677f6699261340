import { lookup, type Json } from '../model/design.js';
import { problem, type Problem } from '../model/problems.js';
import { isMap } from '../model/json.js';
import { nestedAsset, nestedStackName, stacksOf, withAssembly, type AssemblyStack } from './cdk-output.js';
import { hasIntegrations, isOpenApi, templateOfApi } from './open-api.js';
import { folderOf, pathFrom } from './opened-files.js';
import { isTemplate, templateOf } from './read-template.js';
import { withSam } from './sam.js';
import type { OpenedFiles, SourceDefinition, SourceSystem, SourceTemplate } from './source.js';
import { readTemplateText, type ReadText } from './template-text.js';
import { mapOf, textOf } from './values.js';

/** A file that may be part of the system. */
interface Candidate {
  readonly file: string;
  /** A person named it, so that it is a problem where nothing can be made of it. */
  readonly isNamed: boolean;
}

type Kind = 'template' | 'open-api' | 'definition' | undefined;

/** How deep templates bring in others. */
const maxNesting = 10;
/** Each that brings in two others many times over is many templates soon. */
const maxTemplates = 1_000;

/**
 * Reads what was opened as one system. `inputs` are paths of files or folders among it; an empty one is all of it. Never
 * throws; what cannot be read is a problem, and the rest is read.
 */
export function readSystem(files: OpenedFiles, inputs: readonly string[]): SourceSystem {
  return new SystemReader(files).read(candidatesOf(files, inputs));
}

const readable = /\.(?:ya?ml|json|template|asl)$/i;

function candidatesOf(files: OpenedFiles, inputs: readonly string[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const sorted = [...files.paths].sort();
  for (const input of inputs) {
    const path = input.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
    if (files.paths.has(path)) found.set(path, { file: path, isNamed: true });
    else
      for (const file of sorted)
        if ((path === '' || path === '.' || file.startsWith(`${path}/`)) && readable.test(file) && !found.has(file))
          found.set(file, { file, isNamed: false });
  }
  return [...found.values()];
}

class SystemReader {
  readonly #texts = new Map<string, ReadText | { readonly problem: Problem } | undefined>();
  readonly #problems: { readonly file: string; readonly problem: Problem }[] = [];
  readonly #stacks = new Map<string, AssemblyStack>();
  readonly #templates = new Map<string, SourceTemplate>();
  /** Files that a template names: definitions, includes, nested templates. */
  readonly #named = new Set<string>();

  constructor(private readonly files: OpenedFiles) {}

  read(all: readonly Candidate[]): SourceSystem {
    const candidates = this.#withoutAssemblies(all);
    const kinds = new Map<string, Kind>();
    for (const candidate of candidates) kinds.set(candidate.file, this.#kindOf(candidate));
    const templates = candidates.filter(({ file }) => kinds.get(file) === 'template').map(({ file }) => file);
    const nested = new Set(templates.flatMap((file) => this.#nestedIn(file)));
    for (const file of templates) if (!nested.has(file)) this.#add(file, this.#nameOf(file), undefined, []);
    // Those that only name each other have no beginning: the first is as good as any.
    for (const file of templates) if (!this.#templates.has(file)) this.#add(file, this.#nameOf(file), undefined, []);

    for (const { file, isNamed } of candidates)
      if (kinds.get(file) === 'open-api' && !this.#named.has(file)) this.#addApi(file, isNamed);

    const definitions = candidates.flatMap(({ file }): SourceDefinition[] => {
      const text = this.files.text(file);
      if (kinds.get(file) !== 'definition' || this.#named.has(file) || text === undefined) return [];
      return [{ file, format: /\.ya?ml$/i.test(file) || !/^\s*\{/.test(text) ? 'yaml' : 'json', text }];
    });
    return { files: this.files, templates: [...this.#templates.values()], definitions, problems: this.#problems };
  }

  /** Notes the stacks of what `cdk synth` wrote, and leaves out what else lies beside them. */
  #withoutAssemblies(candidates: readonly Candidate[]): readonly Candidate[] {
    const folders: string[] = [];
    // The outer one first: it names those inside of it.
    for (const { file } of candidates.toSorted((a, b) => depthOf(a.file) - depthOf(b.file))) {
      if (!/(?:^|\/)manifest\.json$/.test(file) || folders.some((folder) => file.startsWith(folder))) continue;
      const stacks = stacksOf(file, (path) => this.#value(path));
      if (stacks.length === 0) continue;
      folders.push(folderOf(file));
      for (const stack of stacks) this.#stacks.set(stack.file, stack);
    }
    if (folders.length === 0) return candidates;
    const others = candidates.filter(({ file }) => !folders.some((folder) => file.startsWith(folder)));
    return [...others, ...[...this.#stacks.keys()].map((file) => ({ file, isNamed: false }))];
  }

  #nameOf(file: string): string {
    return this.#stacks.get(file)?.name ?? nameOf(file);
  }

  #report(file: string, problems: readonly Problem[]): void {
    for (const one of problems) this.#problems.push({ file, problem: one });
  }

  #text(file: string): ReadText | { readonly problem: Problem } | undefined {
    if (!this.#texts.has(file)) {
      const text = this.files.text(file);
      this.#texts.set(file, text === undefined ? undefined : readTemplateText(text, file));
    }
    return this.#texts.get(file);
  }

  #value(file: string): Json | undefined {
    const read = this.#text(file);
    return read === undefined || 'problem' in read ? undefined : read.value;
  }

  #kindOf({ file, isNamed }: Candidate): Kind {
    const text = this.files.text(file);
    const start = { file, line: 1, column: 1 };
    if (text === undefined) {
      if (isNamed) this.#report(file, [problem('not-a-template', {}, { place: start })]);
      return undefined;
    }
    // Whatever else lies in a folder is not parsed.
    if (!isNamed && !/Resources|States|openapi|swagger/.test(text)) return undefined;
    const read = this.#text(file);
    if (read === undefined) return undefined;
    if ('problem' in read) {
      if (isNamed || /^\s*["']?(?:Resources|AWSTemplateFormatVersion)["']?\s*:/m.test(text))
        this.#report(file, [read.problem]);
      return undefined;
    }
    const kind = kindOf(read.value);
    if (kind === undefined && isNamed) this.#report(file, [problem('not-a-template', {}, { place: read.place([]) })]);
    return kind;
  }

  /** Adds a template and those that it brings in. */
  #add(file: string, name: string, parent: SourceTemplate['parent'], above: readonly string[]): void {
    const read = this.#text(file);
    if (read === undefined || 'problem' in read) {
      if (read !== undefined) this.#report(file, [read.problem]);
      return;
    }
    // One file in two places is two templates.
    const key = this.#templates.has(file) && parent !== undefined ? `${parent.template}/${parent.logicalId}` : file;
    if (this.#templates.has(key) || this.#templates.size >= maxTemplates) return;
    const included = (location: string): Json | undefined => {
      const path = pathFrom(file, location);
      if (path === undefined || path === file) return undefined;
      this.#named.add(path);
      return this.#value(path);
    };
    const result = templateOf(read, { file: key, name, included, ...(parent === undefined ? {} : { parent }) });
    if (key === file) this.#report(file, result.problems);
    const stack = this.#stacks.get(file);
    const template = withSam(stack === undefined ? result.template : withAssembly(result.template, stack));
    this.#templates.set(key, template);
    for (const resource of template.resources.values()) {
      for (const named of namedFiles(resource.effective)) {
        const path = pathFrom(file, named);
        if (path !== undefined) this.#named.add(path);
      }
      const location = nestedAsset(resource) ?? nestedLocation(resource.type, resource.effective);
      const path = location === undefined ? undefined : pathFrom(file, location);
      if (path === undefined) continue;
      const child = this.#value(path);
      if (child === undefined || !isTemplate(child))
        this.#report(file, [
          problem(
            'template-file-missing',
            { path: location ?? '' },
            { place: read.place(['Resources', resource.logicalId]) },
          ),
        ]);
      else if (path !== file && !above.includes(path) && above.length < maxNesting)
        this.#add(
          path,
          nestedStackName(template.constructPaths.get(resource.logicalId) ?? resource.logicalId),
          { template: key, logicalId: resource.logicalId, parameters: mapOf(lookup(resource.effective, 'Parameters')) },
          [...above, file],
        );
    }
  }

  /** An API that no template names. */
  #addApi(file: string, isNamed: boolean): void {
    const read = this.#text(file);
    if (read === undefined || 'problem' in read || !(isNamed || hasIntegrations(this.files.text(file) ?? ''))) return;
    const { template, problems } = templateOf(templateOfApi(read), { file, name: nameOf(file) });
    this.#report(file, problems);
    this.#templates.set(file, template);
  }

  #nestedIn(file: string): readonly string[] {
    const value = this.#value(file);
    return Object.values(mapOf(lookup(mapOf(value), 'Resources'))).flatMap((resource) => {
      if (!isMap(resource)) return [];
      const location = nestedLocation(textOf(lookup(resource, 'Type')) ?? '', mapOf(lookup(resource, 'Properties')));
      const path = location === undefined ? undefined : pathFrom(file, location);
      return path === undefined || path === file ? [] : [path];
    });
  }
}

const depthOf = (path: string): number => path.split('/').length;

/** The local file of a nested stack or application. */
function nestedLocation(type: string, properties: Readonly<Record<string, Json>>): string | undefined {
  if (type === 'AWS::Serverless::Application') return textOf(lookup(properties, 'Location'));
  if (type === 'AWS::CloudFormation::Stack') return textOf(lookup(properties, 'TemplateURL'));
  return undefined;
}

/** Texts of a resource that may be paths of files. */
function namedFiles(properties: Readonly<Record<string, Json>>): readonly string[] {
  const names: string[] = [];
  const walk = (value: Json, depth: number): void => {
    if (typeof value === 'string') {
      if (readable.test(value.trim()) && value.length < 500) names.push(value);
    } else if (typeof value === 'object' && value !== null && depth < 8)
      for (const one of Object.values(value)) walk(one, depth + 1);
  };
  walk(properties, 0);
  return names;
}

function kindOf(value: Json): Kind {
  if (isTemplate(value)) return 'template';
  if (!isMap(value)) return undefined;
  if (isMap(lookup(value, 'States')) && Object.hasOwn(value, 'StartAt')) return 'definition';
  return isOpenApi(value) ? 'open-api' : undefined;
}

/** Names that say nothing: the folder says more. */
const bland = /^(?:template|templates|main|index|sam|cfn|cloudformation|stack|packaged|app|serverless)$/i;

/** What people call a template: its file, or the folder of one that is only called `template`. */
function nameOf(file: string): string {
  const base = file
    .slice(folderOf(file).length)
    .replace(/\.(?:ya?ml|json|template)$/i, '')
    .replace(/[._-]template$/i, '');
  const folder = folderOf(file).split('/').at(-2);
  return bland.test(base) && folder !== undefined ? folder : base;
}
