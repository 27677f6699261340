import { lookup } from '../model/design.js';
import { joined, piecesOf, type Piece, type ResourcePiece, type Surroundings } from './pieces.js';
import { arnParts, bareName, nameInArn, namings, type ArnParts, type Naming } from './resource-names.js';
import type { SourceResource, SourceTemplate } from './source.js';

/**
 * Names and ARNs as one text, so that they can be compared across templates. What only a deployment knows is a mark in it:
 * the same parameter, region or stack gives the same mark.
 */

const open = '\u0001';
const close = '\u0002';

/** Names that mean something else in each template. */
const ownOfStack = /^AWS::Stack/;

const maxName = 2048;

export interface Composed {
  readonly text: string;
  readonly resources: readonly ResourcePiece[];
}

/** A text with marks; resources are numbered in it. */
export function composedOf(pieces: readonly Piece[], template: SourceTemplate | undefined): Composed {
  const resources: ResourcePiece[] = [];
  const text = pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('unknown' in piece) {
        const own = template !== undefined && ownOfStack.test(piece.unknown) ? ` ${template.file}` : '';
        return `${open}${piece.unknown.replace(/:+/g, '.')}${own.replaceAll(':', '.')}${close}`;
      }
      resources.push(piece);
      return `${open}#${String(resources.length - 1)}${close}`;
    })
    .join('');
  return { text, resources };
}

/** The text under which a name is found; resources in it are told by who they are. */
export function keyOf(pieces: readonly Piece[], template: SourceTemplate | undefined): string {
  const { text, resources } = composedOf(pieces, template);
  if (text.length > maxName) return '';
  return text.replace(/\u0001#(\d+)\u0002/g, (_, index: string) => {
    const piece = resources[Number(index)];
    return piece === undefined ? '' : `${open}${piece.resource.template} ${piece.resource.logicalId}${close}`;
  });
}

/** The number of the resource that a text is nothing but a mark of. */
const onlyMark = new RegExp(`^${open}#(\\d+)${close}$`);
const firstMark = new RegExp(`^${open}#(\\d+)${close}(?:[:/*?]|$)`);
export const hasMark = (text: string): boolean => text.includes(open);
const withoutMarks = (text: string): string => text.replace(/\u0001[^\u0002]*\u0002/g, '');

/** Which resource has which name. */
export class Names {
  #byName: Map<string, SourceResource> | undefined;
  /** Of names whose service is not told; null: several have it. */
  readonly #anywhere = new Map<string, SourceResource | null>();

  constructor(private readonly around: Surroundings) {}

  /** The resource of a service with a name; without a service, the only one that has it. */
  find(
    service: string | undefined,
    name: string,
    resources: readonly ResourcePiece[] = [],
  ): SourceResource | undefined {
    const byName = (this.#byName ??= this.#index());
    const key = identified(name, resources);
    if (service === undefined) return this.#anywhere.get(key) ?? undefined;
    return byName.get(`${service}\n${bareName(service, key)}`);
  }

  #index(): Map<string, SourceResource> {
    const index = new Map<string, SourceResource>();
    for (const template of this.around.scopes.system.templates)
      for (const resource of template.resources.values()) {
        const naming = namings.find(({ types }) => types.includes(resource.type));
        const value = naming === undefined ? undefined : lookup(resource.effective, naming.property);
        if (naming === undefined || value === undefined) continue;
        const pieces = joined(piecesOf(this.around, template, value));
        const key = keyOf(pieces, template);
        if (key === '' || withoutMarks(key) === '') {
          // A name that is all a parameter: the same parameter elsewhere means the same resource.
          const [only] = pieces;
          if (pieces.length !== 1 || typeof only !== 'object' || !('unknown' in only)) continue;
        }
        const own = `${naming.service}\n${bareName(naming.service, key)}`;
        if (!index.has(own)) index.set(own, resource);
        this.#anywhere.set(key, this.#anywhere.has(key) ? null : resource);
      }
    return index;
  }
}

/** A text with the numbers of its marks replaced by who they are. */
function identified(text: string, resources: readonly ResourcePiece[]): string {
  return text.replace(/\u0001#(\d+)\u0002/g, (mark, index: string) => {
    const piece = resources[Number(index)];
    return piece === undefined ? mark : `${open}${piece.resource.template} ${piece.resource.logicalId}${close}`;
  });
}

/** What an ARN, an address or a name leads to. */
export type Led =
  | { readonly kind: 'resource'; readonly piece: ResourcePiece }
  | { readonly kind: 'arn'; readonly parts: ArnParts; readonly naming: Naming | undefined; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'nothing' };

/** Follows a composed text to its resource, as far as it names one. */
export function followed({ text, resources }: Composed, names: Names, service: string | undefined): Led {
  const piece = (match: RegExpExecArray | null): ResourcePiece | undefined =>
    match === null ? undefined : resources[Number(match[1])];
  const first = piece(firstMark.exec(text));
  if (first !== undefined) return { kind: 'resource', piece: first };

  // API Gateway calls a function by an ARN around its ARN: arn:aws:apigateway:…:lambda:path/…/functions/<arn>/invocations
  const invoked = /:apigateway:[^:]*:lambda:path\/[^/]*\/functions\/(.+?)(?:\/invocations|$)/.exec(text)?.[1];
  if (invoked !== undefined) return followed({ text: invoked, resources }, names, 'lambda-function');

  const dynamic = /^\{\{resolve:secretsmanager:(arn:[^{}]+?|[^:{}]+)(?::SecretString.*)?\}\}/.exec(text)?.[1];
  if (dynamic !== undefined) return followed({ text: dynamic, resources }, names, 'secret');

  const parts = arnParts(text);
  if (parts !== undefined) return inArn(parts, resources, names);
  const address = /^https?:\/\/([^/?#]*)(.*)$/.exec(text);
  if (address !== null) return inAddress(address[1] ?? '', address[2] ?? '', resources, names);

  const found =
    service === undefined && withoutMarks(text).length < 5 ? undefined : names.find(service, text, resources);
  if (found !== undefined) return { kind: 'resource', piece: { resource: found, attribute: undefined } };
  return text === '' ? { kind: 'nothing' } : { kind: 'name', name: text };
}

function inArn(parts: ArnParts, resources: readonly ResourcePiece[], names: Names): Led {
  const known = nameInArn(parts);
  if (known === undefined) {
    // Whatever the service is: a part that is a resource, and nothing else, names it.
    const mark = parts.rest
      .split(/[:/]/)
      .map((part) => onlyMark.exec(part))
      .find((match) => match !== null);
    const piece = mark === undefined ? undefined : resources[Number(mark[1])];
    return piece === undefined
      ? { kind: 'arn', parts, naming: undefined, name: parts.rest }
      : { kind: 'resource', piece };
  }
  const { naming, name } = known;
  const mark = onlyMark.exec(name);
  const piece = mark === null ? undefined : resources[Number(mark[1])];
  if (piece !== undefined) return { kind: 'resource', piece };
  const found = names.find(naming.service, name, resources);
  return found === undefined
    ? { kind: 'arn', parts, naming, name }
    : { kind: 'resource', piece: { resource: found, attribute: undefined } };
}

function inAddress(host: string, path: string, resources: readonly ResourcePiece[], names: Names): Led {
  const queue = /^(?:sqs\..*|.*\.queue\.amazonaws\.com.*)$/.test(host)
    ? /^\/[^/]+\/([^/?]+)$/.exec(path)?.[1]
    : undefined;
  if (queue !== undefined) return followed({ text: queue, resources }, names, 'sqs-queue');
  const [first = ''] = host.split('.');
  const piece = resources[Number(onlyMark.exec(first)?.[1] ?? NaN)];
  if (piece !== undefined) return { kind: 'resource', piece };
  const bucket = /^(.+)\.s3(?:[.-].*)?\.amazonaws\.com$/.exec(host)?.[1];
  if (bucket !== undefined) return followed({ text: bucket, resources }, names, 's3-bucket');
  return { kind: 'name', name: `https://${host}${path}` };
}

/** A text for people: marks become `${Name}`. */
export const unmarked = ({ text, resources }: Composed): string =>
  text
    .replace(/\u0001#(\d+)\u0002/g, (_, index: string) => `\${${resources[Number(index)]?.resource.logicalId ?? ''}}`)
    .replace(
      /\u0001([^\u0002]*)\u0002/g,
      (_, name: string) => `\${${name.replace(/^AWS\./, 'AWS::').split(' ')[0] ?? ''}}`,
    );
