import { lookup, type Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import { joined, literalOf, piecesOf, type Piece, type Surroundings } from './pieces.js';
import { functionName } from './sam.js';
import type { Scopes } from './scopes.js';
import type { SourceTemplate } from './source.js';
import { mapOf } from './values.js';

const maxDepth = 100;
const maxSteps = 200_000;

/** Works out values as far as the templates alone say them. */
export class Evaluation implements Surroundings {
  readonly #conditions = new Map<string, boolean | undefined>();
  #steps = 0;
  #isIndexing = false;
  #exports: ReadonlyMap<string, { readonly template: SourceTemplate; readonly value: Json }> | undefined;
  #stored: ReadonlyMap<string, { readonly template: SourceTemplate; readonly value: Json }> | undefined;

  constructor(
    readonly scopes: Scopes,
    /** The text under which a name is found again in another template. */
    private readonly keyOf: (pieces: readonly Piece[]) => string,
  ) {}

  evaluate(template: SourceTemplate, value: Json): Json {
    this.#steps = 0;
    return this.#value(template, value, 0);
  }

  condition(template: SourceTemplate, name: string): boolean | undefined {
    const key = `${template.file}\n${name}`;
    if (this.#conditions.has(key)) return this.#conditions.get(key);
    // One that asks for itself is not known.
    this.#conditions.set(key, undefined);
    const value = lookup(template.conditions, name);
    const decided = value === undefined ? undefined : this.#decide(template, value, 0);
    this.#conditions.set(key, decided);
    return decided;
  }

  mapped(template: SourceTemplate, value: Json): Json | undefined {
    const argument = lookup(mapOf(value), 'Fn::FindInMap');
    if (!Array.isArray(argument)) return undefined;
    const [map, first, second, options] = (argument as readonly Json[]).map((one) =>
      isMap(one) && Object.hasOwn(one, 'DefaultValue') ? one : literalOf(piecesOf(this, template, one)),
    );
    const otherwise = isMap(options) ? lookup(options, 'DefaultValue') : undefined;
    if (typeof map !== 'string' || typeof first !== 'string' || typeof second !== 'string') return undefined;
    const row = lookup(mapOf(lookup(template.mappings, map)), first);
    return lookup(mapOf(row), second) ?? otherwise;
  }

  exported(name: readonly Piece[]): { readonly template: SourceTemplate; readonly value: Json } | undefined {
    if (this.#isIndexing) return undefined;
    this.#exports ??= this.#index(function* (template) {
      for (const output of Object.values(template.outputs)) {
        const exported = lookup(mapOf(lookup(mapOf(output), 'Export')), 'Name');
        const value = lookup(mapOf(output), 'Value');
        if (exported !== undefined && value !== undefined) yield [exported, value];
      }
    });
    return find(this.#exports, this.keyOf(name));
  }

  stored(name: readonly Piece[]): { readonly template: SourceTemplate; readonly value: Json } | undefined {
    if (this.#isIndexing) return undefined;
    this.#stored ??= this.#index(function* (template) {
      for (const { type, effective } of template.resources.values()) {
        const named = lookup(effective, 'Name');
        const value = lookup(effective, 'Value');
        if (type === 'AWS::SSM::Parameter' && named !== undefined && value !== undefined) yield [named, value];
      }
    });
    return find(this.#stored, this.keyOf(name));
  }

  #index(
    entries: (template: SourceTemplate) => Iterable<readonly [name: Json, value: Json]>,
  ): ReadonlyMap<string, { readonly template: SourceTemplate; readonly value: Json }> {
    // While an index is made there is none, so that a name made of an import ends.
    this.#isIndexing = true;
    const values = new Map<string, { template: SourceTemplate; value: Json }>();
    for (const template of this.scopes.system.templates)
      for (const [name, value] of entries(template))
        values.set(this.keyOf(piecesOf(this, template, name)), { template, value });
    this.#isIndexing = false;
    return values;
  }

  #value(template: SourceTemplate, value: Json, depth: number): Json {
    if (typeof value !== 'object' || value === null) return value;
    if (depth > maxDepth || ++this.#steps > maxSteps) return value;
    if (Array.isArray(value))
      return (value as readonly Json[]).map((one) => this.#value(template, one, depth + 1)).filter(isThere);
    if (!isMap(value)) return value;
    const name = functionName(value);
    if (name === undefined) return this.#entries(template, value, depth);
    const argument = value[name] ?? null;
    switch (name) {
      case 'Ref':
        return this.#reference(template, argument, depth) ?? value;
      case 'Fn::If': {
        const [condition, yes = null, no = null] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
        const decided = typeof condition === 'string' ? this.condition(template, condition) : undefined;
        if (decided !== undefined) return this.#value(template, decided ? yes : no, depth + 1);
        return {
          [name]: [condition ?? null, this.#value(template, yes, depth + 1), this.#value(template, no, depth + 1)],
        };
      }
      case 'Fn::FindInMap': {
        const found = this.mapped(template, value);
        return found === undefined ? value : this.#value(template, found, depth + 1);
      }
      case 'Fn::Split': {
        const [separator, text] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
        const literal = text === undefined ? undefined : literalOf(piecesOf(this, template, text));
        return typeof separator === 'string' && separator !== '' && literal !== undefined
          ? literal.split(separator)
          : value;
      }
      case 'Fn::Select': {
        const [index, list] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
        const items = list === undefined ? undefined : this.#value(template, list, depth + 1);
        const at = index === undefined ? NaN : Number(literalOf(piecesOf(this, template, index)));
        const item = Array.isArray(items) ? (items as readonly Json[])[at] : undefined;
        return item === undefined ? this.#text(template, value, depth) : item;
      }
      case 'Fn::Length': {
        const list = this.#value(template, argument, depth + 1);
        return Array.isArray(list) ? list.length : value;
      }
      case 'Fn::ToJsonString': {
        const plain = this.#value(template, argument, depth + 1);
        return isPlain(plain, 0) ? JSON.stringify(plain) : { [name]: plain };
      }
      case 'Fn::GetAtt':
      case 'Fn::ImportValue':
      case 'Fn::GetStackOutput':
      case 'Fn::Sub':
      case 'Fn::Join':
        return this.#text(template, value, depth);
      default:
        return { [name]: this.#value(template, argument, depth + 1) };
    }
  }

  #entries(template: SourceTemplate, value: Readonly<Record<string, Json>>, depth: number): Json {
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, one]) => [key, this.#value(template, one, depth + 1)] as const)
        .filter(([, one]) => isThere(one)),
    );
  }

  /** The value of a parameter; undefined: it is a resource or only known to a deployment. */
  #reference(template: SourceTemplate, name: Json, depth: number): Json | undefined {
    if (typeof name !== 'string') return undefined;
    const found = this.scopes.ref(template, name);
    if (found.kind === 'stored') return literalOf(piecesOf(this, template, { Ref: name }));
    if (found.kind !== 'value') return undefined;
    const value = this.#value(found.template, found.value, depth + 1);
    // What still names something means that only where it was written.
    return isPlain(value, 0) ? value : undefined;
  }

  /** As text where all of it is known, else as it was written. */
  #text(template: SourceTemplate, value: Json, depth: number): Json {
    const literal = literalOf(piecesOf(this, template, value));
    if (literal !== undefined) return literal;
    const name = functionName(value);
    if (!isMap(value) || name !== 'Fn::Join') return value;
    const [separator, list] = Array.isArray(value[name]) ? (value[name] as readonly Json[]) : [];
    if (!Array.isArray(list)) return value;
    return { [name]: [separator ?? '', (list as readonly Json[]).map((one) => this.#value(template, one, depth + 1))] };
  }

  #decide(template: SourceTemplate, value: Json, depth: number): boolean | undefined {
    const name = functionName(value);
    if (!isMap(value) || name === undefined || depth > maxDepth) return undefined;
    const argument = value[name] ?? null;
    const items = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    const all = (): readonly (boolean | undefined)[] => items.map((one) => this.#decide(template, one, depth + 1));
    switch (name) {
      case 'Condition':
        return typeof argument === 'string' ? this.condition(template, argument) : undefined;
      case 'Fn::Not': {
        const [one] = all();
        return one === undefined ? undefined : !one;
      }
      case 'Fn::And': {
        const found = all();
        return found.includes(false) ? false : found.includes(undefined) ? undefined : true;
      }
      case 'Fn::Or': {
        const found = all();
        return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
      }
      case 'Fn::Equals': {
        const [left, right] = items.map((one) => literalOf(joined(piecesOf(this, template, one))));
        return left === undefined || right === undefined ? undefined : left === right;
      }
      default:
        return undefined;
    }
  }
}

const find = <Value>(values: ReadonlyMap<string, Value>, key: string): Value | undefined =>
  key === '' ? undefined : values.get(key);

const isNoValue = (value: Json): boolean => isMap(value) && value['Ref'] === 'AWS::NoValue';
const isThere = (value: Json): boolean => !isNoValue(value);

/** Whether nothing in a value is left to a deployment. */
export function isPlain(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > maxDepth || functionName(value) !== undefined) return false;
  return Object.values(value).every((one: Json) => isPlain(one, depth + 1));
}
