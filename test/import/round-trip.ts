import { parse } from 'yaml';
import { serviceOf } from '../../src/catalog/index.js';
import type { Project } from '../../src/codegen/index.js';
import { importSystem } from '../../src/importers/import-system.js';
import { openedFiles } from '../../src/importers/opened-files.js';
import { readSystem } from '../../src/importers/read-system.js';
import type { Definition, Design, DesignNode, Json } from '../../src/model/design.js';
import { resolveSystem } from '../../src/system/resolve.js';

/** What of a design came back from the templates of its own export. */
export interface RoundTrip {
  readonly nodes: number;
  readonly connections: number;
  readonly definitions: number;
  readonly lostNodes: readonly string[];
  readonly lostConnections: readonly string[];
  readonly lostDefinitions: readonly string[];
  /** Drawn though the design has none. */
  readonly moreNodes: readonly string[];
  readonly moreConnections: readonly string[];
}

/** The design that an import makes of what `cdk synth` writes: templates, a manifest, and definitions as assets. */
export function importSynthesised(project: Project, templates: Readonly<Record<string, unknown>>): Design {
  const files = new Map<string, string>();
  const artifacts: Record<string, unknown> = {};
  for (const [stack, template] of Object.entries(templates)) {
    files.set(`cdk.out/${stack}.template.json`, JSON.stringify(template));
    artifacts[stack] = {
      type: 'aws:cloudformation:stack',
      properties: { templateFile: `${stack}.template.json`, stackName: stack },
    };
    const assets: Record<string, unknown> = {};
    for (const { id, hash } of definitionAssets(template)) {
      const [, text] =
        [...project.files].find(([path]) => plain(path.split('/').at(-1) ?? '') === `${id}asljson`) ?? [];
      if (text === undefined) continue;
      files.set(`cdk.out/asset.${hash}.json`, text);
      assets[hash] = { source: { path: `asset.${hash}.json`, packaging: 'file' } };
    }
    files.set(`cdk.out/${stack}.assets.json`, JSON.stringify({ version: '48.0.0', files: assets }));
  }
  files.set('cdk.out/manifest.json', JSON.stringify({ version: '48.0.0', artifacts }));
  const opened = openedFiles([...files].map(([path, text]) => ({ path, text })));
  return importSystem(readSystem(opened, ['cdk.out'])).design;
}

function definitionAssets(template: unknown): readonly { readonly id: string; readonly hash: string }[] {
  const { Resources } = template as { readonly Resources: Readonly<Record<string, MachineResource>> };
  return Object.entries(Resources).flatMap(([id, { Properties }]) => {
    const key = Properties?.DefinitionS3Location?.Key;
    return key === undefined ? [] : [{ id: plain(withoutHash(id)), hash: key.replace(/\..*$/, '') }];
  });
}

interface MachineResource {
  readonly Properties?: { readonly DefinitionS3Location?: { readonly Key: string } };
}

export function compareDesigns(before: Design, after: Design): RoundTrip {
  const pairs = matched(before, after);
  const back = new Map([...pairs].map(([id, other]) => [other, id]));
  const wanted = connectionsOf(before, (id) => id);
  const drawn = connectionsOf(after, (id) => back.get(id) ?? `(${id})`);
  const definitions = Object.entries(before.nodes).filter(([, { definition }]) => definition !== undefined);
  const nodes = Object.entries(before.nodes);
  return {
    nodes: nodes.length,
    connections: wanted.length,
    definitions: definitions.length,
    lostNodes: nodes.filter(([id]) => !pairs.has(id)).map(([id, { service }]) => `${service} ${id}`),
    lostConnections: without(wanted, drawn),
    lostDefinitions: definitions
      .filter(([id, node]) => {
        const other = Object.entries(after.nodes).find(([there]) => there === pairs.get(id))?.[1].definition;
        return (
          other === undefined || meaning(node.definition, (to) => to) !== meaning(other, (to) => back.get(to) ?? to)
        );
      })
      .map(([id]) => id),
    moreNodes: Object.entries(after.nodes)
      .filter(([id]) => !back.has(id))
      .map(([id, { service }]) => `${service} ${id}`),
    moreConnections: without(drawn, wanted),
  };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
/** The CDK ends logical ids with a hash. */
const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

/** Which node of the import is which of the design: of the same service, by name, the most alike first. */
function matched(before: Design, after: Design): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const alike: readonly ((id: string, node: DesignNode, otherId: string, other: DesignNode) => boolean)[] = [
    (id, _, otherId) => plain(id) === plain(withoutHash(otherId)),
    (_, node, __, other) => node.existing !== undefined && node.existing.value === other.existing?.value,
    (_, node, __, other) => node.props['modelId'] !== undefined && node.props['modelId'] === other.props['modelId'],
    (id, _, otherId) => plain(otherId).startsWith(plain(id)),
    (_, node, __, other) => node.label === other.label,
    (_, node, __, other) => node.props['source'] !== undefined && node.props['source'] === other.props['source'],
    (id, _, otherId) => plain(otherId).includes(plain(id)),
    // Ids of the catalog's APIs: there is one of them.
    (_, node, __, other) =>
      Object.values(after.nodes).filter(({ service }) => service === node.service).length === 1 &&
      other.service === node.service,
  ];
  for (const isAlike of alike)
    for (const [id, node] of Object.entries(before.nodes)) {
      if (pairs.has(id)) continue;
      const found = Object.entries(after.nodes).find(
        ([otherId, other]) => !taken.has(otherId) && isOfService(node, other) && isAlike(id, node, otherId, other),
      );
      if (found === undefined) continue;
      pairs.set(id, found[0]);
      taken.add(found[0]);
    }
  return pairs;
}

/** A type that the catalog has a service for comes back as that. */
const isOfService = (node: DesignNode, other: DesignNode): boolean =>
  other.service === node.service ||
  (node.service === 'generic' && serviceOf(other.service)?.cfnType === node.props['cfnType']);

const connectionsOf = (design: Design, name: (id: string) => string): readonly string[] =>
  [...resolveSystem(design).connections.values()].map(({ kind, from, to }) => `${kind} ${name(from)} -> ${name(to)}`);

/** Those of a list that another one lacks, each as often as it stands in it. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** A definition with what its names stand for, keys in order. */
function meaning(definition: Definition | undefined, name: (id: string) => string): string {
  if (definition === undefined) return '';
  const { substitutions } = definition;
  const text = (value: string): string =>
    value.replace(/\$\{([A-Za-z0-9_]+)\}/g, (all, key: string) => {
      const stands = Object.hasOwn(substitutions, key) ? substitutions[key] : undefined;
      if (stands === undefined) return all;
      return 'literal' in stands ? stands.literal : `\${${name(stands.node)}.${stands.attribute}}`;
    });
  const walk = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return (value as readonly Json[]).map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]) => [key, walk(item)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  };
  return JSON.stringify(walk(parse(definition.text) as Json));
}
