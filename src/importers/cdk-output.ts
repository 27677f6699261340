import { lookup, type Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import { folderOf, pathFrom } from './opened-files.js';
import { constructPath } from './read-template.js';
import type { JsonMap, SourceResource, SourceTemplate } from './source.js';
import { mapOf, textOf } from './values.js';

/** What `cdk synth` writes: https://docs.aws.amazon.com/cdk/api/v2/docs/cloud-assembly-schema-readme.html */

/** A stack of an assembly. */
export interface AssemblyStack {
  /** Path of its template. */
  readonly file: string;
  readonly name: string;
  /** Logical id -> path of the construct. */
  readonly constructPaths: ReadonlyMap<string, string>;
  /** Hash of an asset -> path of its file or folder. */
  readonly assets: ReadonlyMap<string, string>;
}

export const isAssembly = (value: Json | undefined): value is JsonMap =>
  isMap(value) && isMap(lookup(value, 'artifacts')) && textOf(lookup(value, 'version')) !== undefined;

const maxNesting = 5;

/** The stacks of an assembly and of those inside of it: the stages of an app. */
export function stacksOf(
  manifest: string,
  read: (file: string) => Json | undefined,
  depth = 0,
): readonly AssemblyStack[] {
  const value = read(manifest);
  if (!isAssembly(value) || depth > maxNesting) return [];
  const artifacts = mapOf(lookup(value, 'artifacts'));
  return Object.entries(artifacts).flatMap(([id, artifact]): readonly AssemblyStack[] => {
    const properties = mapOf(lookup(mapOf(artifact), 'properties'));
    const below = (name: string | undefined): string | undefined =>
      name === undefined ? undefined : pathFrom(manifest, name);
    switch (lookup(mapOf(artifact), 'type')) {
      case 'cdk:cloud-assembly': {
        const inner = below(textOf(lookup(properties, 'directoryName')));
        return inner === undefined ? [] : stacksOf(`${inner}/manifest.json`, read, depth + 1);
      }
      case 'aws:cloudformation:stack': {
        const file = below(textOf(lookup(properties, 'templateFile')));
        if (file === undefined) return [];
        const further = below(textOf(lookup(mapOf(artifact), 'additionalMetadataFile')));
        const metadata = {
          ...mapOf(further === undefined ? undefined : read(further)),
          ...mapOf(lookup(mapOf(artifact), 'metadata')),
        };
        return [
          {
            file,
            name: textOf(lookup(properties, 'stackName')) ?? id,
            constructPaths: pathsIn(metadata),
            assets: assetsIn(read(file.replace(/\.template\.json$/, '.assets.json')), folderOf(file)),
          },
        ];
      }
      default:
        return [];
    }
  });
}

function pathsIn(metadata: JsonMap): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [path, entries] of Object.entries(metadata))
    for (const entry of Array.isArray(entries) ? (entries as readonly Json[]) : []) {
      const id = textOf(lookup(mapOf(entry), 'data'));
      if (lookup(mapOf(entry), 'type') === 'aws:cdk:logicalId' && id !== undefined)
        paths.set(id, constructPath(path.replace(/^\//, '')));
    }
  return paths;
}

function assetsIn(manifest: Json | undefined, folder: string): ReadonlyMap<string, string> {
  const files = mapOf(lookup(mapOf(manifest), 'files'));
  return new Map(
    Object.entries(files).flatMap(([hash, asset]): [string, string][] => {
      const path = textOf(lookup(mapOf(lookup(mapOf(asset), 'source')), 'path'));
      const found = path === undefined ? undefined : pathFrom(`${folder}x`, path);
      return found === undefined ? [] : [[hash, found.slice(folder.length)]];
    }),
  );
}

/** The template of a stack with the paths of its constructs, and with definitions that are assets named as files. */
export function withAssembly(template: SourceTemplate, { constructPaths, assets }: AssemblyStack): SourceTemplate {
  const resources = new Map<string, SourceResource>();
  for (const [id, resource] of template.resources) {
    const key = textOf(lookup(mapOf(lookup(resource.effective, 'DefinitionS3Location')), 'Key'));
    const asset = key === undefined ? undefined : assets.get(key.replace(/\..*$/, ''));
    resources.set(
      id,
      asset === undefined ? resource : { ...resource, effective: { ...resource.effective, DefinitionUri: asset } },
    );
  }
  return { ...template, resources, constructPaths: new Map([...constructPaths, ...template.constructPaths]) };
}

/** The file of a nested stack, which is an asset. */
export function nestedAsset({ type, attributes }: SourceResource): string | undefined {
  if (type !== 'AWS::CloudFormation::Stack') return undefined;
  const metadata = mapOf(lookup(attributes, 'Metadata'));
  return lookup(metadata, 'aws:asset:property') === 'TemplateURL'
    ? textOf(lookup(metadata, 'aws:asset:path'))
    : undefined;
}

/** `Orders.NestedStack/Orders.NestedStackResource` is the nested stack `Orders`. */
export const nestedStackName = (path: string): string =>
  path
    .split('/')
    .find((step) => step.endsWith('.NestedStack'))
    ?.replace(/\.NestedStack$/, '') ?? path;
