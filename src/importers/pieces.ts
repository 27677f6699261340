import { lookup, type Json } from '../model/design.js';
import { isMap } from '../model/json.js';
import { functionName } from './sam.js';
import { attributeArguments, type Scopes, type Found } from './scopes.js';
import type { SourceResource, SourceTemplate } from './source.js';
import { mapOf } from './values.js';

/** A piece of a composed text. */
export type Piece = string | ResourcePiece | UnknownPiece;

export interface ResourcePiece {
  readonly resource: SourceResource;
  readonly attribute: string | undefined;
}

export interface UnknownPiece {
  readonly unknown: string;
  /** Whose value it is: what an export or a stored parameter holds that was not opened. */
  readonly of?: 'export' | 'ssm-parameter' | 'parameter';
}

/** Asked back where a text depends on what is not text: choices, mappings, values stored or exported elsewhere. */
export interface Surroundings {
  readonly scopes: Scopes;
  condition(template: SourceTemplate, name: string): boolean | undefined;
  mapped(template: SourceTemplate, value: Json): Json | undefined;
  exported(name: readonly Piece[]): { readonly template: SourceTemplate; readonly value: Json } | undefined;
  stored(name: readonly Piece[]): { readonly template: SourceTemplate; readonly value: Json } | undefined;
}

const maxDepth = 60;
/** Of one text: what is handed through many nested stacks can grow with each. */
const maxSteps = 20_000;

/** A text that is put together, in pieces: literal, of resources, and what only a deployment knows. */
export function piecesOf(around: Surroundings, template: SourceTemplate, value: Json): readonly Piece[] {
  return joined(new Composer(around).pieces(template, value, 0));
}

/** Literal neighbours as one. */
export function joined(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') found[found.length - 1] = last + piece;
    else if (piece !== '') found.push(piece);
  }
  return found;
}

/** The text where all of it is known. */
export function literalOf(pieces: readonly Piece[]): string | undefined {
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : undefined;
}

class Composer {
  #steps = 0;

  constructor(private readonly around: Surroundings) {}

  pieces(template: SourceTemplate, value: Json, depth: number): readonly Piece[] {
    if (depth > maxDepth || ++this.#steps > maxSteps) return [{ unknown: '…' }];
    if (value === null) return [];
    if (typeof value !== 'object') return [String(value)];
    const name = functionName(value);
    if (!isMap(value) || name === undefined) return [{ unknown: Array.isArray(value) ? '[]' : '{}' }];
    const argument = value[name] ?? null;
    switch (name) {
      case 'Ref':
        return typeof argument === 'string'
          ? this.#found(this.around.scopes.ref(template, argument), depth)
          : [{ unknown: 'Ref' }];
      case 'Fn::GetAtt':
        return this.#attribute(template, argument, depth);
      case 'Fn::Sub':
        return this.#substituted(template, argument, depth);
      case 'Fn::Join':
        return this.#joined(template, argument, depth);
      case 'Fn::Select': {
        const [index, list] = listOrNone(argument);
        const at = literalOf(this.pieces(template, index ?? '', depth + 1));
        const items = list === undefined ? undefined : this.#list(template, list, depth + 1);
        return items?.[Number(at)] ?? onlyPiece(items) ?? [{ unknown: name }];
      }
      case 'Fn::If': {
        const [condition, yes, no] = listOrNone(argument);
        const decided = typeof condition === 'string' ? this.around.condition(template, condition) : undefined;
        if (decided === undefined) return [{ unknown: typeof condition === 'string' ? condition : name }];
        return this.pieces(template, (decided ? yes : no) ?? null, depth + 1);
      }
      case 'Fn::ImportValue': {
        const export_ = joined(this.pieces(template, argument, depth + 1));
        const found = this.around.exported(export_);
        if (found !== undefined) return this.pieces(found.template, found.value, depth + 1);
        return [{ unknown: wordsOf(export_), of: 'export' }];
      }
      case 'Fn::GetStackOutput': {
        const [stack, output] = ['StackName', 'OutputName'].map((key) =>
          literalOf(this.pieces(template, lookup(mapOf(argument), key) ?? '', depth + 1)),
        );
        const found = this.around.scopes.output(stack ?? '', output ?? '');
        return found === undefined
          ? [{ unknown: output ?? name }]
          : this.pieces(found.template, found.value, depth + 1);
      }
      case 'Fn::FindInMap': {
        const found = this.around.mapped(template, value);
        return found === undefined ? [{ unknown: name }] : this.pieces(template, found, depth + 1);
      }
      default:
        return [{ unknown: name }];
    }
  }

  #found(found: Found, depth: number): readonly Piece[] {
    switch (found.kind) {
      case 'resource':
        return [{ resource: found.resource, attribute: found.attribute }];
      case 'value':
        return this.pieces(found.template, found.value, depth + 1);
      case 'stored': {
        const name = joined(this.pieces(found.template, found.name, depth + 1));
        const value = this.around.stored(name);
        if (value !== undefined) return this.pieces(value.template, value.value, depth + 1);
        return [{ unknown: wordsOf(name), of: 'ssm-parameter' }];
      }
      case 'unknown':
        return [found.name.startsWith('AWS::') ? { unknown: found.name } : { unknown: found.name, of: 'parameter' }];
    }
  }

  #attribute(template: SourceTemplate, argument: Json, depth: number): readonly Piece[] {
    const parts = attributeArguments(argument);
    if (parts === undefined) return [{ unknown: 'Fn::GetAtt' }];
    const attribute = literalOf(this.pieces(template, parts[1], depth + 1)) ?? '';
    return this.#found(this.around.scopes.attribute(template, parts[0], attribute), depth);
  }

  #substituted(template: SourceTemplate, argument: Json, depth: number): readonly Piece[] {
    const [text, given] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
    if (typeof text !== 'string') return [{ unknown: 'Fn::Sub' }];
    const variables = mapOf(given);
    const pieces: Piece[] = [];
    let end = 0;
    for (const match of text.matchAll(/\$\{([^}]*)\}/g)) {
      if (match.index > end) pieces.push(text.slice(end, match.index));
      end = match.index + match[0].length;
      const name = (match[1] ?? '').trim();
      const variable = lookup(variables, name);
      if (name.startsWith('!')) pieces.push(`\${${name.slice(1)}}`);
      else if (variable !== undefined) pieces.push(...this.pieces(template, variable, depth + 1));
      else pieces.push(...this.#found(this.#named(template, name), depth));
    }
    if (end < text.length) pieces.push(text.slice(end));
    return pieces;
  }

  /** `Orders` and `Orders.Arn`. */
  #named(template: SourceTemplate, name: string): Found {
    const dot = name.indexOf('.');
    return dot < 0
      ? this.around.scopes.ref(template, name)
      : this.around.scopes.attribute(template, name.slice(0, dot), name.slice(dot + 1));
  }

  #joined(template: SourceTemplate, argument: Json, depth: number): readonly Piece[] {
    const [separator, list] = listOrNone(argument);
    const items = list === undefined ? undefined : this.#list(template, list, depth + 1);
    const between = this.pieces(template, separator ?? '', depth + 1);
    if (items === undefined) return [{ unknown: 'Fn::Join' }];
    return items.flatMap((item, index) => (index === 0 ? item : [...between, ...item]));
  }

  /** The items of a list, each in pieces. */
  #list(template: SourceTemplate, value: Json, depth: number): readonly (readonly Piece[])[] | undefined {
    if (depth > maxDepth || ++this.#steps > maxSteps) return undefined;
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => this.pieces(template, item, depth + 1));
    const name = functionName(value);
    if (!isMap(value) || name === undefined) return undefined;
    const argument = value[name] ?? null;
    if (name === 'Fn::Split') {
      const [separator, text] = listOrNone(argument);
      if (typeof separator !== 'string' || separator === '' || text === undefined) return undefined;
      return split(this.pieces(template, text, depth + 1), separator);
    }
    if (name === 'Ref' && typeof argument === 'string') {
      const found = this.around.scopes.ref(template, argument);
      if (found.kind !== 'value') return undefined;
      // What a parent hands to a list may be one text.
      return typeof found.value === 'string'
        ? found.value.split(',').map((item) => [item.trim()])
        : this.#list(found.template, found.value, depth + 1);
    }
    if (name === 'Fn::If') {
      const [condition, yes, no] = listOrNone(argument);
      const decided = typeof condition === 'string' ? this.around.condition(template, condition) : undefined;
      const branch = decided === undefined ? undefined : decided ? yes : no;
      return branch === undefined ? undefined : this.#list(template, branch, depth + 1);
    }
    const found = name === 'Fn::FindInMap' ? this.around.mapped(template, value) : undefined;
    return found === undefined ? undefined : this.#list(template, found, depth + 1);
  }
}

const listOrNone = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** A part of an address or ARN that only a deployment knows tells of the same thing as the whole. */
function onlyPiece(items: readonly (readonly Piece[])[] | undefined): readonly Piece[] | undefined {
  const [item, another] = items ?? [];
  return another === undefined && item?.length === 1 && typeof item[0] === 'object' ? item : undefined;
}

/** Splits at separators that stand in literal pieces. */
function split(pieces: readonly Piece[], separator: string): readonly (readonly Piece[])[] {
  const items: Piece[][] = [[]];
  for (const piece of pieces) {
    const [first = '', ...rest] = typeof piece === 'string' ? piece.split(separator) : [piece];
    items.at(-1)?.push(first);
    for (const one of rest) items.push([one]);
  }
  return items.map((item) => joined(item));
}

/** Pieces as people write them: `${Table.Arn}` for what is not known. */
export function wordsOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('unknown' in piece) return `\${${piece.unknown}}`;
      return `\${${piece.resource.logicalId}${piece.attribute === undefined ? '' : `.${piece.attribute}`}}`;
    })
    .join('');
}
