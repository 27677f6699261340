import { parseExpression, type ExpressionNode } from './parse.js';

/** A variable that an expression takes from outside: `$order.items` is `order` with the keys `items`. */
export interface Reference {
  readonly name: string;
  /** The keys that follow, up to the first that is not a plain name. */
  readonly keys: readonly string[];
  /** Offset of the end of the name. */
  readonly at: number;
}

export interface References {
  readonly variables: readonly Reference[];
  /** Functions called by their name. */
  readonly calls: readonly Reference[];
  /** Names that the expression itself binds. */
  readonly bound: ReadonlySet<string>;
  /** Where the expression reads `$`, `$$` or a bare name as if there were a document. */
  readonly document: Reference | undefined;
}

const known = new WeakMap<ExpressionNode, References>();

/** What an expression refers to; undefined where it cannot be parsed. */
export function referencesIn(text: string): References | undefined {
  const parsed = parseExpression(text);
  if ('fault' in parsed) return undefined;
  const found = known.get(parsed.ast);
  if (found !== undefined) return found;
  const walker = new Walker();
  try {
    walker.visit(parsed.ast, true);
  } catch (error) {
    // The walk recurses as deep as the expression nests; what is too deep for it is left alone.
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
  const references = walker.result();
  known.set(parsed.ast, references);
  return references;
}

const isNode = (value: unknown): value is ExpressionNode =>
  typeof value === 'object' && value !== null && !(value instanceof RegExp) && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const place = (node: ExpressionNode): number => (typeof node['position'] === 'number' ? node['position'] : 0);

/** Parts of a node that are evaluated once for each item, so that `$` and bare names mean that item. */
const perItem = new Set(['stages', 'predicate', 'group', 'terms', 'body', 'update', 'delete', 'pattern']);

class Walker {
  readonly #variables: Reference[] = [];
  readonly #calls: Reference[] = [];
  readonly #bound = new Set<string>();
  #document: Reference | undefined;

  result(): References {
    const free = ({ name }: Reference): boolean => !this.#bound.has(name);
    return {
      variables: this.#variables.filter(free),
      calls: this.#calls.filter(free),
      bound: this.#bound,
      document: this.#document,
    };
  }

  visit(node: ExpressionNode, top: boolean): void {
    this.#binding(node);
    switch (node['type']) {
      case 'index':
        this.#bound.add(textOf(node['value']) ?? '');
        return;
      case 'path':
        return this.#path(node, top);
      case 'variable':
        this.#variable(node, [], top);
        return this.#inside(node, top);
      case 'bind': {
        const { lhs, rhs } = node;
        if (isNode(lhs)) this.#bound.add(textOf(lhs['value']) ?? '');
        if (isNode(rhs)) this.visit(rhs, top);
        return;
      }
      case 'lambda':
        for (const parameter of listOf(node['arguments']))
          if (isNode(parameter)) this.#bound.add(textOf(parameter['value']) ?? '');
        if (isNode(node['body'])) this.visit(node['body'], false);
        return;
      case 'function':
      case 'partial':
        return this.#call(node, top);
      case 'apply': {
        const { lhs, rhs } = node;
        if (isNode(lhs)) this.visit(lhs, top);
        // In `$x ~> $f`, `$f` is called by its name.
        if (isNode(rhs) && rhs['type'] === 'variable') this.#named(rhs);
        else if (isNode(rhs)) this.visit(rhs, top);
        return;
      }
      default:
        return this.#inside(node, top);
    }
  }

  /** `@$item` and `#$position` after a step. */
  #binding(node: ExpressionNode): void {
    for (const name of ['focus', 'index']) {
      const bound = textOf(node[name]);
      if (bound !== undefined) this.#bound.add(bound);
    }
  }

  #path(node: ExpressionNode, top: boolean): void {
    const steps = listOf(node['steps']).filter(isNode);
    const [first, ...rest] = steps;
    if (first !== undefined) this.#binding(first);
    const keys: string[] = [];
    if (first?.['predicate'] === undefined && first?.['stages'] === undefined)
      for (const step of rest) {
        const key = step['type'] === 'name' ? textOf(step['value']) : undefined;
        if (key === undefined) break;
        keys.push(key);
        if (step['stages'] !== undefined || step['predicate'] !== undefined) break;
      }
    if (first?.['type'] === 'variable') {
      this.#variable(first, keys, top);
      this.#inside(first, top);
    } else if (first?.['type'] === 'name') {
      if (top) this.#document ??= { name: textOf(first['value']) ?? '', keys: [], at: place(first) };
      this.#inside(first, false);
    } else if (first !== undefined) this.visit(first, top);
    for (const step of rest) this.visit(step, false);
    if (isNode(node['group'])) this.#inside(node['group'], false);
  }

  #variable(node: ExpressionNode, keys: readonly string[], top: boolean): void {
    const name = textOf(node['value']) ?? '';
    const found = { name, keys, at: place(node) };
    if (name !== '' && name !== '$') this.#variables.push(found);
    // `$$` is the document at any depth.
    else if (top || name === '$') this.#document ??= { ...found, name: `$${name}` };
  }

  #call(node: ExpressionNode, top: boolean): void {
    const { procedure } = node;
    if (isNode(procedure) && procedure['type'] === 'variable') this.#named(procedure);
    else if (isNode(procedure)) this.visit(procedure, top);
    for (const argument of listOf(node['arguments']))
      if (isNode(argument)) {
        // A function given to another one is mostly built in: `$map($x, $string)`.
        if (argument['type'] === 'variable' && isBuiltIn(textOf(argument['value']) ?? '')) continue;
        this.visit(argument, top);
      }
    this.#inside({ stages: node['stages'], predicate: node['predicate'], group: node['group'] }, top);
  }

  #named(node: ExpressionNode): void {
    this.#calls.push({ name: textOf(node['value']) ?? '', keys: [], at: place(node) });
  }

  #inside(node: ExpressionNode, top: boolean): void {
    for (const [key, value] of Object.entries(node)) {
      const inner = top && !perItem.has(key);
      if (isNode(value)) this.visit(value, inner);
      else for (const item of listOf(value)) this.#item(item, inner);
    }
  }

  #item(item: unknown, top: boolean): void {
    if (isNode(item)) this.visit(item, top);
    else for (const part of listOf(item)) if (isNode(part)) this.visit(part, top);
  }
}

/** The functions of JSONata 2.0 that Step Functions offers, and its own. */
const builtIn = new Set(
  (
    'string length substring substringBefore substringAfter uppercase lowercase trim pad contains split join match ' +
    'replace base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl number abs floor ceil ' +
    'round power sqrt random formatNumber formatBase formatInteger parseInteger sum max min average boolean not exists ' +
    'count append sort reverse shuffle distinct zip keys lookup spread merge sift each error assert type now millis ' +
    'fromMillis toMillis map filter single reduce clone partition range hash uuid parse'
  ).split(' '),
);

export const isBuiltIn = (name: string): boolean => builtIn.has(name);
export const builtInFunctions: readonly string[] = [...builtIn];
