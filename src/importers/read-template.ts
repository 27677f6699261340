import { lookup, type Json } from '../model/design.js';
import { problem, type Problem } from '../model/problems.js';
import { isMap } from '../model/json.js';
import { withIncludedSections, withIncludes, type ReadIncluded } from './includes.js';
import { hasLoops, writtenOut } from './loops.js';
import type { JsonMap, Place, SourceResource, SourceTemplate } from './source.js';
import type { ReadText } from './template-text.js';
import { mapOf, textOf } from './values.js';

export interface TemplateNaming {
  /** Files that it includes; without it they stay outside. */
  readonly included?: ReadIncluded;
  /** Path of the file, or `outer.yaml/Logical`. */
  readonly file: string;
  readonly name: string;
  readonly parent?: NonNullable<SourceTemplate['parent']>;
}

const transform = 'AWS::Serverless-2016-10-31';
/** Sections that the template has fields for. */
const sectionsWithLoops = ['Resources', 'Outputs', 'Conditions'] as const;
const sections = ['Parameters', 'Conditions', 'Mappings', 'Outputs', 'Globals'] as const;

/** Whether a value is a template, however wrong its resources are. */
export const isTemplate = (value: Json): boolean =>
  isMap(value) &&
  Object.hasOwn(value, 'Resources') &&
  (isMap(value['Resources']) || Object.hasOwn(value, 'AWSTemplateFormatVersion') || Object.hasOwn(value, 'Transform'));

/** The template that a text is, once it is known to be one. */
export function templateOf(
  read: ReadText,
  { file, name, parent, included = () => undefined }: TemplateNaming,
): { readonly template: SourceTemplate; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [...read.problems];
  const made = new Map<string, readonly (string | number)[]>();
  const root = withoutLoops(withIncludedSections(mapOf(read.value), included), made, (path, detail) => {
    problems.push(problem('template-loop', { what: String(path.at(-1)), detail }, { place: read.place(path) }));
  });
  const section = (key: string): JsonMap => {
    const value = lookup(root, key);
    if (value === undefined || value === null || isMap(value)) return mapOf(value);
    problems.push(problem('template-section', { what: key }, { place: read.place([key]) }));
    return {};
  };
  const resources = new Map<string, SourceResource>();
  const leftOver: [string, Json][] = [];
  for (const [logicalId, value] of Object.entries(section('Resources'))) {
    const resource = resourceOf(file, logicalId, value, included);
    if (resource !== undefined) resources.set(logicalId, resource);
    else if (/^Fn::(?:ForEach::|Transform$)/.test(logicalId)) leftOver.push([logicalId, value]);
    else
      problems.push(problem('template-resource', { what: logicalId }, { place: read.place(['Resources', logicalId]) }));
  }
  const [parameters, conditions, mappings, outputs, globals] = sections.map(section) as [
    JsonMap,
    JsonMap,
    JsonMap,
    JsonMap,
    JsonMap,
  ];
  const rest = Object.fromEntries([
    ...Object.entries(root).filter(([key]) => key !== 'Resources' && !sections.some((one) => one === key)),
    // Loops and macros among the resources: kept as what they are, and expanded by who reads the system.
    ...(leftOver.length === 0 ? [] : [['Resources', Object.fromEntries(leftOver)] as const]),
  ]);
  const template: SourceTemplate = {
    file,
    format: isSam(rest, resources) ? 'sam' : 'cloudformation',
    syntax: read.syntax,
    name,
    resources,
    parameters,
    conditions,
    mappings,
    outputs,
    globals,
    rest,
    ...(parent === undefined ? {} : { parent }),
    constructPaths: constructPathsOf(resources),
    place: (...path): Place => read.place(placedPath(path, made)),
  };
  return { template, problems };
}

/** Where an entry that a loop made is written. */
function placedPath(
  path: readonly (string | number)[],
  made: ReadonlyMap<string, readonly (string | number)[]>,
): readonly (string | number)[] {
  const [section, key, ...rest] = path;
  const origin = made.get(`${String(section)}\n${String(key)}`);
  return origin === undefined ? path : [section ?? '', ...origin, ...rest];
}

/** The template with its loops written out; `made` gets the paths of what they made. */
function withoutLoops(
  root: JsonMap,
  made: Map<string, readonly (string | number)[]>,
  tell: (path: readonly (string | number)[], reason: string) => void,
): JsonMap {
  if (!sectionsWithLoops.some((key) => hasLoops(lookup(root, key)))) return root;
  const written = sectionsWithLoops.flatMap((key): [string, Json][] => {
    const section = lookup(root, key);
    if (!isMap(section)) return [];
    const { value, from, left } = writtenOut(section, root);
    for (const [name, path] of from) made.set(`${key}\n${name}`, path);
    for (const { path, reason } of left) tell([key, ...path], reason);
    return [[key, value]];
  });
  return { ...root, ...Object.fromEntries(written) };
}

function resourceOf(
  template: string,
  logicalId: string,
  value: Json,
  included: ReadIncluded,
): SourceResource | undefined {
  if (!isMap(value)) return undefined;
  const type = textOf(lookup(value, 'Type'));
  if (type === undefined) return undefined;
  const properties = mapOf(lookup(value, 'Properties'));
  const attributes = Object.fromEntries(
    Object.entries(value).filter(([key, one]) => key !== 'Type' && !(key === 'Properties' && isMap(one))),
  );
  return { template, logicalId, type, properties, effective: mapOf(withIncludes(properties, included)), attributes };
}

/** Templates that lack the transform are no SAM, unless they are made of nothing else. */
function isSam(rest: JsonMap, resources: ReadonlyMap<string, SourceResource>): boolean {
  const named = lookup(rest, 'Transform');
  const names = Array.isArray(named) ? (named as readonly Json[]) : [named];
  return names.includes(transform) || [...resources.values()].some(({ type }) => type.startsWith('AWS::Serverless::'));
}

/** Paths that CDK leaves in the metadata: `Stack/Orders/Queue/Resource` is the construct `Orders/Queue`. */
function constructPathsOf(resources: ReadonlyMap<string, SourceResource>): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { logicalId, attributes } of resources.values()) {
    const path = textOf(lookup(mapOf(lookup(attributes, 'Metadata')), 'aws:cdk:path'));
    if (path !== undefined) paths.set(logicalId, constructPath(path));
  }
  return paths;
}

/** Without the stack in front and the `Resource` or `Default` behind. */
export const constructPath = (path: string): string =>
  path
    .split('/')
    .slice(1)
    .filter(
      (step, index, all) => !(index === all.length - 1 && index > 0 && (step === 'Resource' || step === 'Default')),
    )
    .join('/');
