import { isAlias, isMap, isScalar, isSeq, parseDocument, type Alias, type Document, type Node } from 'yaml';
import { inputProblem, type InputProblem } from './input-problems.js';

/** CloudFormation templates as text: JSON, or YAML with the short forms of its functions. */

const maxDepth = 100;
const maxValues = 500_000;

/** `!GetAtt` -> `Fn::GetAtt`; a tag that is no function changes nothing. */
const functionOf = (tag: string | undefined): string | undefined => {
  if (tag === undefined || !tag.startsWith('!') || tag.startsWith('!!')) return undefined;
  const name = tag.slice(1);
  return name === 'Ref' || name === 'Condition' ? name : /^[A-Za-z]+$/.test(name) ? `Fn::${name}` : undefined;
};

class Unreadable extends Error {}

class Reader {
  #values = 0;
  readonly #targets = new Map<Alias, Node>();

  constructor(private readonly document: Document) {}

  value(node: unknown, depth = 0): unknown {
    if (depth > maxDepth) throw new Unreadable(`more than ${String(maxDepth)} levels`);
    if (++this.#values > maxValues) throw new Unreadable(`more than ${String(maxValues)} values`);
    if (isAlias(node)) return this.value(this.#target(node), depth + 1);
    const plain = this.#plain(node, depth);
    const name = functionOf((node as Node | null)?.tag);
    if (name === undefined) return plain;
    // `!GetAtt Orders.Arn` is short for a list.
    if (name === 'Fn::GetAtt' && typeof plain === 'string') {
      const [resource = '', ...attribute] = plain.split('.');
      return { [name]: [resource, attribute.join('.')] };
    }
    return { [name]: plain };
  }

  /** Found once: looking for it takes as long as the document. */
  #target(alias: Alias): unknown {
    const target = this.#targets.get(alias) ?? alias.resolve(this.document);
    if (target === undefined) throw new Unreadable(`*${alias.source} is not defined`);
    this.#targets.set(alias, target);
    return target;
  }

  #plain(node: unknown, depth: number): unknown {
    if (isScalar(node)) return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    if (isSeq(node)) return node.items.map((item) => this.value(item, depth + 1));
    if (!isMap(node)) return null;
    const entries = node.items.map(({ key, value }): [string, unknown] => [
      String(isScalar(key) ? key.value : ''),
      this.value(value, depth + 1),
    ]);
    return Object.fromEntries(entries);
  }
}

export type ReadTemplate =
  { readonly template: Readonly<Record<string, unknown>> } | { readonly problem: InputProblem } | undefined;

const maxYamlLength = 5_000_000;

/** The value of a text that is JSON; undefined: it is none. */
function jsonOf(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkDepth(value: unknown, depth: number): void {
  if (depth > maxDepth) throw new Unreadable(`more than ${String(maxDepth)} levels`);
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) checkDepth(one, depth + 1);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const templateOf = (value: unknown): ReadTemplate =>
  isRecord(value) && Object.hasOwn(value, 'Resources') && isRecord(value['Resources'])
    ? { template: value }
    : undefined;

/** A template of a text; undefined: it is something else. Never throws. */
export function readTemplate(text: string, file: string): ReadTemplate {
  // Whatever is in a text, without the word there are no resources in it.
  if (!text.includes('Resources')) return undefined;
  const wrong = (detail: string): ReadTemplate => ({
    problem: inputProblem('template-syntax', { detail: detail.split('\n')[0] ?? '' }, file),
  });
  const json = jsonOf(text);
  // CloudFormation takes 1 MB; JSON is read as fast as it is large, YAML is not.
  if (json === undefined && text.length > maxYamlLength) return wrong(`more than ${String(maxYamlLength)} characters`);
  try {
    if (json !== undefined) {
      checkDepth(json, 0);
      return templateOf(json);
    }
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, maxAliasCount: 100 } as object);
    const [error] = document.errors;
    if (error !== undefined) return /^\s*["']?Resources["']?\s*:/m.test(text) ? wrong(error.message) : undefined;
    return templateOf(new Reader(document).value(document.contents));
  } catch (error) {
    // What is nested deeper than the parser can go is refused like what is nested too deep.
    if (error instanceof Unreadable || error instanceof RangeError || error instanceof ReferenceError)
      return wrong(error.message);
    throw error;
  }
}
