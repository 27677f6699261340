import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import { problem, type Problem } from '../../model/problems.js';

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

  constructor(private readonly document: Document) {}

  value(node: unknown, depth = 0): unknown {
    if (depth > maxDepth) throw new Unreadable(`more than ${String(maxDepth)} levels`);
    if (++this.#values > maxValues) throw new Unreadable(`more than ${String(maxValues)} values`);
    if (isAlias(node)) return this.value(node.resolve(this.document), depth + 1);
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
  { readonly template: Readonly<Record<string, unknown>> } | { readonly problem: Problem } | undefined;

/** A template of a text; undefined: it is something else. Never throws. */
export function readTemplate(text: string, file: string): ReadTemplate {
  // Whatever is in a text, without the word there are no resources in it.
  if (!text.includes('Resources')) return undefined;
  const wrong = (detail: string): ReadTemplate => ({
    problem: problem(
      'template-syntax',
      { detail: detail.split('\n')[0] ?? '' },
      { place: { file, line: 1, column: 1 } },
    ),
  });
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, maxAliasCount: 100 } as object);
    const [error] = document.errors;
    if (error !== undefined) return /^\s*["']?Resources["']?\s*:/m.test(text) ? wrong(error.message) : undefined;
    const template = new Reader(document).value(document.contents);
    if (typeof template !== 'object' || template === null || Array.isArray(template)) return undefined;
    const found = template as Readonly<Record<string, unknown>>;
    const resources = Object.hasOwn(found, 'Resources') ? found['Resources'] : undefined;
    return typeof resources === 'object' && resources !== null && !Array.isArray(resources)
      ? { template: found }
      : undefined;
  } catch (error) {
    // What is nested deeper than the parser can go is refused like what is nested too deep.
    if (error instanceof Unreadable || error instanceof RangeError || error instanceof ReferenceError)
      return wrong(error.message);
    throw error;
  }
}
