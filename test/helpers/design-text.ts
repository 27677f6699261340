import '../../src/catalog/further.js';
import { connectionOf, serviceOf } from '../../src/catalog/index.js';
import {
  connectionId,
  contextId,
  emptyDesign,
  lookup,
  nodeId,
  type Context,
  type ContextId,
  type Definition,
  type Design,
  type DesignNode,
  type Json,
  type NodeId,
} from '../../src/model/design.js';
import { addConnection, addContext, addNode, updateConnection, updateNode } from '../../src/model/graph.js';
import { directWays } from '../../src/system/direct.js';
import { resolveNode } from '../../src/system/nodes.js';
import { connectDirectly } from '../../src/system/ways.js';

/**
 * A design in one line, for tests and for the documentation of rules:
 *
 *     rest-api -> lambda-function Put(work: transport, mapping: none) -> dynamodb-table Orders
 *
 * - A node is its service type, its label (words, or a text in double quotes; without one the service's own) and its
 *   props in brackets. The same service with the same label is the same node; props given later are added.
 * - `->` connects by the best direct kind, as drawing does: it sets what the kind sets on its ends, and a Task is added
 *   to the definition of a state machine. `-(props)->` gives props to that connection.
 * - `-kind->` and `-kind(props)->` name the kind. A kind that does not fit its ends is kept, and is a problem.
 * - Chains are separated by `;` or a new line. A node alone is a chain.
 * - `[Orders]` before a node puts it and the new nodes after it into the context Orders, `[]` into none.
 *   `[Orders: Shop]` names its team too.
 * - Props are `name: value`, separated by commas. A value is JSON, or a text up to the next comma or bracket. A field
 *   that refers to a node takes its label; one that holds code such as an event pattern takes JSON as it is.
 * - Beside the props of its fields a node can have `existing: default` (found by that name), `definition: {...}` (the
 *   text of a state machine), `substitutions: {...}` and `overrides: {...}`; a connection can have `resource: key`.
 */
export function design(text: string, name = 'Test'): Design {
  return new Builder(name).build(text);
}

/** The id of the node with a label; it must exist. */
export function idOf(made: Design, label: string): NodeId {
  const id = Object.keys(made.nodes).find((key) => made.nodes[nodeId(key)]?.label === label);
  if (id === undefined) throw new Error(`no node is called ${label}`);
  return nodeId(id);
}

type Props = Readonly<Record<string, Json>>;

interface Arrow {
  readonly kind: string | undefined;
  readonly props: Props;
}

class Builder {
  private made: Design;
  private context: ContextId | undefined;
  private readonly known = new Map<string, NodeId>();
  private readonly references: { readonly owner: 'node' | 'connection'; readonly id: string }[] = [];

  constructor(name: string) {
    this.made = emptyDesign(name);
  }

  build(text: string): Design {
    for (const chain of splitOutside(text, /[;\n]/)) this.chain(new Reader(chain));
    for (const { owner, id } of this.references) this.resolveReferences(owner, id);
    return this.made;
  }

  private chain(reader: Reader): void {
    reader.skip();
    if (reader.done()) return;
    let from = this.node(reader);
    while (!reader.done()) {
      const arrow = reader.arrow();
      const to = this.node(reader);
      this.connect(from, to, arrow);
      from = to;
    }
  }

  private node(reader: Reader): NodeId {
    const context = reader.context();
    if (context !== undefined) this.enter(context);
    const service = reader.word(/[a-z0-9]+(?:-[a-z0-9]+)*/y, 'a service type');
    const label = reader.label();
    const props = reader.props();
    const shown = label === '' ? labelOf(service) : label;
    const key = `${service} ${shown}`;
    const id = this.known.get(key) ?? this.add(service, shown);
    this.known.set(key, id);
    this.made = updateNode(this.made, id, (node) => withProps(node, props));
    this.references.push({ owner: 'node', id });
    return id;
  }

  private add(service: string, label: string): NodeId {
    const node = { service, label, origin: 'created', props: {} } as const;
    const added = addNode(this.made, this.context === undefined ? node : { ...node, context: this.context });
    this.made = added.design;
    return added.id;
  }

  private enter(text: string): void {
    const [label = '', team = ''] = text.split(':').map((part) => part.trim());
    if (label === '') {
      this.context = undefined;
      return;
    }
    const known = Object.entries<Context>(this.made.contexts).find(([, context]) => context.label === label);
    if (known !== undefined) {
      this.context = contextId(known[0]);
      return;
    }
    const added = addContext(this.made, team === '' ? { label } : { label, team });
    this.made = added.design;
    this.context = added.id;
  }

  private connect(from: NodeId, to: NodeId, { kind, props }: Arrow): void {
    const { resource, ...own } = props;
    const ways = directWays(this.resolved(from), this.resolved(to)).ways;
    const way = kind === undefined ? ways[0] : ways.find((one) => one.kind === kind);
    if (kind === undefined && way === undefined)
      throw new Error(`no direct way from ${from} to ${to}; name a kind to connect them all the same`);
    const { design: connected, id } =
      way === undefined
        ? addConnection(this.made, { kind: kind ?? '', from, to, props: own })
        : { ...connectDirectly(this.made, from, to, way.kind, own), id: undefined };
    this.made = connected;
    const made = id ?? Object.keys(connected.connections).at(-1);
    if (made === undefined || (way?.drawn === undefined && id === undefined)) return;
    if (typeof resource === 'string')
      this.made = updateConnection(this.made, connectionId(made), (connection) => ({ ...connection, resource }));
    this.references.push({ owner: 'connection', id: made });
  }

  private resolved(id: NodeId) {
    const node = lookup(this.made.nodes, id);
    if (node === undefined) throw new Error(`no node ${id}`);
    return resolveNode(this.made.settings, id, node);
  }

  /** Fields that refer to a node name it by its label, which may come later in the text; code is a text. */
  private resolveReferences(owner: 'node' | 'connection', id: string): void {
    const asFields = (props: Props, fields: Readonly<Record<string, { kind: string }>>): Props =>
      Object.fromEntries(
        Object.entries(props).map(([name, value]) => {
          const kind = lookup(fields, name)?.kind;
          if (kind === 'code' && typeof value === 'object') return [name, JSON.stringify(value)];
          if (kind !== 'node' || typeof value !== 'string') return [name, value];
          const found = Object.keys(this.made.nodes).find((key) => this.made.nodes[nodeId(key)]?.label === value);
          return [name, found ?? value];
        }),
      );
    this.made =
      owner === 'node'
        ? updateNode(this.made, nodeId(id), (node) => ({
            ...node,
            props: asFields(node.props, serviceOf(node.service)?.fields ?? {}),
          }))
        : updateConnection(this.made, connectionId(id), (connection) => ({
            ...connection,
            props: asFields(connection.props, connectionOf(connection.kind)?.fields ?? {}),
          }));
  }
}

function labelOf(service: string): string {
  const label = serviceOf(service)?.defaultLabel.en;
  return typeof label === 'string' ? label : service;
}

const isRecord = (value: Json | undefined): value is Props =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function withProps(node: DesignNode, { existing, definition, substitutions, overrides, ...props }: Props): DesignNode {
  return {
    ...node,
    props: { ...node.props, ...props },
    ...(existing === undefined
      ? {}
      : { origin: 'existing' as const, existing: { by: 'name' as const, value: textOf(existing) } }),
    ...(isRecord(overrides) ? { overrides } : {}),
    ...(definition === undefined ? {} : { definition: definitionOf(definition, substitutions) }),
  };
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function definitionOf(definition: Json, substitutions: Json | undefined): Definition {
  const named = isRecord(substitutions) ? Object.entries(substitutions) : [];
  return {
    format: 'json',
    text: `${JSON.stringify(definition, null, 2)}\n`,
    // `OrdersName: "orders.name"` stands for an attribute of a node.
    substitutions: Object.fromEntries(
      named.map(([name, value]) => {
        const [node = '', attribute = ''] = textOf(value).split('.');
        return [name, { node: nodeId(node), attribute }];
      }),
    ),
  };
}

/** Reads one chain from left to right. */
class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  done(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }

  skip(): void {
    while (/\s/.test(this.text.charAt(this.at))) this.at++;
  }

  word(pattern: RegExp, what: string): string {
    this.skip();
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return this.fail(`expected ${what}`);
    this.at += match[0].length;
    return match[0];
  }

  context(): string | undefined {
    this.skip();
    if (this.text.charAt(this.at) !== '[') return undefined;
    return this.enclosed('[', ']');
  }

  label(): string {
    this.skip();
    if (this.text.charAt(this.at) === '"') {
      const end = this.text.indexOf('"', this.at + 1);
      if (end < 0) this.fail('a label in quotes has no end');
      const label = this.text.slice(this.at + 1, end);
      this.at = end + 1;
      return label;
    }
    const rest = this.text.slice(this.at);
    const end = /\(|(?:^|\s)-(?:>|[a-z(])/.exec(rest)?.index ?? rest.length;
    const label = rest.slice(0, end).trim();
    if (label.includes('>')) this.fail('a label with an arrow in it needs quotes');
    this.at += end;
    return label;
  }

  props(): Props {
    this.skip();
    if (this.text.charAt(this.at) !== '(') return {};
    const inside = this.enclosed('(', ')');
    return Object.fromEntries(
      splitOutside(inside, /,/)
        .filter((part) => part.trim() !== '')
        .map((part) => {
          const colon = part.indexOf(':');
          if (colon < 0) return this.fail(`a prop is "name: value", not "${part.trim()}"`);
          return [part.slice(0, colon).trim(), valueOf(part.slice(colon + 1).trim())] as const;
        }),
    );
  }

  arrow(): Arrow {
    this.word(/-/y, 'an arrow');
    if (this.text.charAt(this.at) === '>') {
      this.at++;
      return { kind: undefined, props: {} };
    }
    const kind = this.text.charAt(this.at) === '(' ? undefined : this.word(/[a-z0-9]+(?:-[a-z0-9]+)*/y, 'a kind');
    const props = this.props();
    this.word(/->/y, '->');
    return { kind, props };
  }

  private enclosed(open: string, close: string): string {
    const end = endOfEnclosed(this.text, this.at, open, close);
    if (end === undefined) return this.fail(`${open} has no ${close}`);
    const inside = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return inside;
  }

  private fail(message: string): never {
    throw new Error(`${message} at "${this.text.slice(this.at, this.at + 20)}" in "${this.text.trim()}"`);
  }
}

function valueOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Where brackets that open at a place close again; texts in quotes are skipped. */
function endOfEnclosed(text: string, start: number, open: string, close: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted && character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === open) depth++;
    else if (!quoted && character === close && --depth === 0) return at;
  }
  return undefined;
}

/** The parts between separators that stand outside brackets and quotes. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted && character === '\\') {
      part += character + text.charAt(++at);
      continue;
    }
    if (character === '"') quoted = !quoted;
    else if (!quoted && /[([{]/.test(character)) depth++;
    else if (!quoted && /[)\]}]/.test(character)) depth--;
    else if (!quoted && depth === 0 && separator.test(character)) {
      parts.push(part);
      part = '';
      continue;
    }
    part += character;
  }
  return [...parts, part];
}
