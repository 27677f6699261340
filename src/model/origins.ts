import { lookup, type AdoptedResource, type Connection, type Design, type DesignNode, type Json } from './design.js';
import { isMap, type JsonMap } from './json.js';

/**
 * What an import keeps of a template beside its nodes and connections, under `origins[template]`; the key is
 * `Adopted.template`. Together with `parameters`, `conditions` and what nodes and connections adopted it holds all that
 * stood in the template.
 */
export interface Origin {
  readonly format: 'sam' | 'cloudformation';
  /** Name for people, and of the stack that the export makes: of the nested stack, the construct or the folder. */
  readonly name: string;
  /** The template that brings this one in, and its resource there. */
  readonly parent?: { readonly template: string; readonly logicalId: string };
  /** Name in the template -> key of `Design.parameters`, which differs where two templates clash. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Name in the template -> key of `Design.conditions`. */
  readonly conditions?: Readonly<Record<string, string>>;
  readonly mappings?: JsonMap;
  readonly outputs?: JsonMap;
  readonly globals?: JsonMap;
  /** Every other top-level key: Transform, Description, Metadata, Rules, AWSTemplateFormatVersion. */
  readonly rest?: JsonMap;
  /** By logical id: resources that no node or connection stands for, such as a log group that nothing drawn writes to. */
  readonly plumbing?: Readonly<Record<string, AdoptedResource>>;
  /** What the import made, before a person changed it: what the next import is compared with. */
  readonly imported?: ImportedState;
}

/** What an import made of a template, without what `adopted` says already. */
export interface ImportedState {
  readonly nodes: Readonly<Record<string, Omit<DesignNode, 'adopted'>>>;
  readonly connections: Readonly<Record<string, Omit<Connection, 'adopted'>>>;
  readonly contexts: readonly string[];
  /** Logical ids of its resources: what is missing later was deleted. */
  readonly resources: readonly string[];
}

/** The origin that an entry of a design holds; files can hold anything, so whatever is of a wrong kind is left out. */
export function readOrigin(value: Json | undefined): Origin | undefined {
  if (!isMap(value)) return undefined;
  const text = (key: string, from: JsonMap = value): string | undefined => {
    const found = lookup(from, key);
    return typeof found === 'string' ? found : undefined;
  };
  const map = (key: string): JsonMap | undefined => {
    const found = lookup(value, key);
    return isMap(found) ? found : undefined;
  };
  const names = (key: string): Readonly<Record<string, string>> | undefined => {
    const found = map(key);
    if (found === undefined) return undefined;
    return Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  };
  const plumbing = map('plumbing');
  const parentOf = map('parent');
  const template = parentOf === undefined ? undefined : text('template', parentOf);
  const logicalId = parentOf === undefined ? undefined : text('logicalId', parentOf);
  const read = {
    format: text('format') === 'sam' ? ('sam' as const) : ('cloudformation' as const),
    name: text('name') ?? '',
    parent: template === undefined || logicalId === undefined ? undefined : { template, logicalId },
    parameters: names('parameters'),
    conditions: names('conditions'),
    mappings: map('mappings'),
    outputs: map('outputs'),
    globals: map('globals'),
    rest: map('rest'),
    plumbing:
      plumbing === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(plumbing).flatMap(([id, resource]) => {
              const found = readResource(resource);
              return found === undefined ? [] : [[id, found]];
            }),
          ),
    imported: importedState(map('imported')),
  };
  return withoutUndefined(read);
}

function readResource(value: Json): AdoptedResource | undefined {
  if (!isMap(value)) return undefined;
  const type = lookup(value, 'type');
  if (typeof type !== 'string') return undefined;
  const properties = lookup(value, 'properties');
  const attributes = lookup(value, 'attributes');
  return {
    type,
    ...(isMap(properties) ? { properties } : {}),
    ...(isMap(attributes) ? { attributes } : {}),
  };
}

function importedState(value: JsonMap | undefined): ImportedState | undefined {
  if (value === undefined) return undefined;
  const nodes = lookup(value, 'nodes');
  const connections = lookup(value, 'connections');
  const contexts = lookup(value, 'contexts');
  return {
    nodes: isMap(nodes) ? ownRecords<ImportedState['nodes'][string]>(nodes, isImportedNode) : {},
    connections: isMap(connections) ? ownRecords<ImportedState['connections'][string]>(connections, isConnected) : {},
    contexts: texts(contexts),
    resources: texts(lookup(value, 'resources')),
  };
}

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const isText = (map: JsonMap, key: string): boolean => typeof lookup(map, key) === 'string';

const isImportedNode = (value: JsonMap): boolean =>
  isText(value, 'service') && isText(value, 'label') && isMap(lookup(value, 'props'));

const isConnected = (value: JsonMap): boolean =>
  isText(value, 'kind') && isText(value, 'from') && isText(value, 'to') && isMap(lookup(value, 'props'));

/** What an import wrote has the shape of the design's own records; what misses the main fields is left out. */
const ownRecords = <Value>(map: JsonMap, isValue: (value: JsonMap) => boolean): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(map).filter((entry): entry is [string, JsonMap & Value] => isMap(entry[1]) && isValue(entry[1])),
  );

function withoutUndefined<Whole extends object>(
  whole: Whole,
): { [Key in keyof Whole]: Exclude<Whole[Key], undefined> } {
  const entries = Object.entries(whole).filter(([, value]) => value !== undefined);
  // Only keys whose value is undefined are gone, which an optional property allows.
  return Object.fromEntries(entries) as { [Key in keyof Whole]: Exclude<Whole[Key], undefined> };
}

/** The templates that a design was imported from, by the key that `adopted` names. */
export function originsOf({ origins }: Design): ReadonlyMap<string, Origin> {
  return new Map(
    Object.entries(origins).flatMap(([template, value]) => {
      const origin = readOrigin(value);
      return origin === undefined ? [] : [[template, origin]];
    }),
  );
}
