import type * as Yaml from 'yaml';

/**
 * Stands for the package `yaml` in the page (vite.config.ts): a design without comments, problems and definitions in YAML
 * is drawn without it, so its 30 kB come after the first picture. From then on, what is exported here is the package's own.
 */

/** Thrown by the package's functions as long as it has not come. */
export class YamlIsMissing extends Error {}

function missing(): never {
  throw new YamlIsMissing('yaml has not been loaded');
}
// Of whichever type it stands for, since it never returns.
const absent = missing as never;

export let isAlias: typeof Yaml.isAlias = absent;
export let isMap: typeof Yaml.isMap = absent;
export let isScalar: typeof Yaml.isScalar = absent;
export let isSeq: typeof Yaml.isSeq = absent;
export let Lexer: typeof Yaml.Lexer = absent;
export let LineCounter: typeof Yaml.LineCounter = absent;
export let parseDocument: typeof Yaml.parseDocument = absent;
export let stringify: typeof Yaml.stringify = absent;

type Used = Pick<
  typeof Yaml,
  'isAlias' | 'isMap' | 'isScalar' | 'isSeq' | 'Lexer' | 'LineCounter' | 'parseDocument' | 'stringify'
>;

/** Puts the package's functions in place. */
export function takeYaml(used: Used): void {
  ({ isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, stringify } = used);
}

/** Loads the package. */
export const loadYaml = (): Promise<unknown> => import('./whole-yaml.js');
