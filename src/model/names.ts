import type { Json } from './design.js';

/**
 * Every name that we make: ids from labels, and from ids the names of constructs, variables, stacks, files and
 * substitutions. All of them depend on one id alone, never on its neighbours, so that a new node renames nothing;
 * all of them are one to one, so that two ids never meet in one name.
 */

/**
 * Ids are words of ASCII letters and digits, joined by single hyphens, beginning with a letter. Those that we make have no
 * capitals; what was imported keeps its logical id, which mostly has some.
 */
export const idPattern = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/;

const maxIdLength = 60;

/** Names that a plain object already answers to: an id among them would find what nobody put there. */
export const isReservedKey = (key: string): boolean => key in Object.prototype;

function words(label: string): string[] {
  return label
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * An id from a label: `Live channel` -> `live-channel`. A label without ASCII letters (Japanese, emoji, empty) takes the
 * fallback; a taken or reserved id gets a number.
 */
export function idFromLabel(
  label: string,
  taken: (id: string) => boolean,
  fallback: string,
  longest = maxIdLength,
): string {
  const shorten = (id: string): string => id.slice(0, longest).replace(/-+$/, '');
  const own = shorten(words(label).join('-'));
  const base =
    own === '' ? shorten(words(fallback).join('-')) || 'node' : /^[a-z]/.test(own) ? own : shorten(`n-${own}`);
  const free = (id: string): boolean => !taken(id) && !isReservedKey(id);
  if (free(base)) return base;
  for (let number = 2; ; number++) {
    const id = `${base}-${String(number)}`;
    if (free(id)) return id;
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const capitals = /[A-Z]/;

/**
 * `live-channel` -> `LiveChannel`. A word that begins with a digit keeps its border: `route-53` -> `Route_53`. A logical id
 * says its own words: `LiveChannel` -> `LiveChannel_`, with two of them where it begins small.
 */
export function pascalCase(id: string): string {
  if (capitals.test(id)) return `${capital(id.replaceAll('-', '_'))}${/^[a-z]/.test(id) ? '__' : '_'}`;
  return id
    .split('-')
    .map((word, index) => (index > 0 && /^[0-9]/.test(word) ? `_${word}` : capital(word)))
    .join('');
}

/** `live-channel` -> `liveChannel`. */
export function camelCase(id: string): string {
  const pascal = pascalCase(id);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** Words that TypeScript keeps for itself, and the parameters of a stack's constructor. */
const reservedVariables = new Set(
  (
    'abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do ' +
    'else enum eval export extends false finally for from function get if implements import in instanceof interface let ' +
    'module namespace new null number object of package private protected public readonly require return scope set ' +
    'static string super switch symbol this throw true try type typeof undefined unknown var void while with yield ' +
    'id props exports module join app stack environment region account partition node tags template'
  ).split(' '),
);

/**
 * The construct id of a node: `LiveChannel`. CDK leaves `Default` out of the names that it makes, so that nothing would be
 * left of them: https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html
 */
export const constructIdOf = (id: string): string =>
  id === 'default' ? 'Default_' : id === 'Default' ? 'Default___' : pascalCase(id);

/**
 * The variable that holds a node's construct: `liveChannel`. Names that are taken get `Resource` behind; give the
 * namespaces of the file's imports as `reserved`.
 */
export function variableOf(id: string, reserved: ReadonlySet<string> = new Set()): string {
  const name = camelCase(id);
  return reservedVariables.has(name) || reserved.has(name) ? `${name}_Resource` : name;
}

/** The class of a context's stack: `post-processing` -> `PostProcessingStack`. */
export const stackClassOf = (contextId: string): string => `${pascalCase(contextId)}Stack`;

/** Names of devices on Windows, whatever ending follows: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file */
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * The file name, without folder and ending, of what belongs to an id: lower case, `LiveChannel` as `_live_channel`. Safe on
 * every file system, but for the names of devices. No id ends as those then do.
 */
export const fileNameOf = (id: string): string =>
  deviceName.test(id) ? `${id}_` : id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The `${Name}` in a definition or template for an attribute of a node: `OrdersArn`. */
export const substitutionNameOf = (nodeId: string, attribute: string): string =>
  `${pascalCase(nodeId)}${capital(attribute)}`;

/** The environment variable of a function for an attribute of a node: `ORDERS_NAME`, of a logical id `ORDERS__NAME`. */
export const environmentVariableOf = (nodeId: string, attribute: string): string => {
  const words = nodeId.replaceAll('-', '_').replace(/(?!^)[A-Z]/g, (letter) => `__${letter}`);
  return `${words}${/^[A-Z]/.test(nodeId) ? '_' : ''}_${attribute.replace(/([a-z0-9])([A-Z])/g, '$1_$2')}`.toUpperCase();
};

/** States have names of 80 characters at most: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-states.html */
const maxStateNameLength = 80;

/**
 * A state name that no other state has: the label, shortened, with a number where it is taken. A `${` in it would be
 * read as a substitution.
 */
export function stateNameOf(label: string, taken: (name: string) => boolean): string {
  const base =
    label
      .replace(/[\p{Control}]+/gu, ' ')
      .replaceAll('${', '{')
      .trim()
      .slice(0, maxStateNameLength) || 'Task';
  if (!taken(base)) return base;
  for (let number = 2; ; number++) {
    const suffix = ` ${String(number)}`;
    const name = base.slice(0, maxStateNameLength - suffix.length) + suffix;
    if (!taken(name)) return name;
  }
}

/** Orders by code units: the same in every locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same value with the keys of every object in code unit order, so that equal values give equal text. */
export function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}
