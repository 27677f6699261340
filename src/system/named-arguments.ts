import type { JsonObject } from '../asl/definition.js';
import type { End, NamedArgument } from '../catalog/define.js';
import { connectionOf } from '../catalog/index.js';
import { lookup, type Definition, type Design, type Json, type NodeId } from '../model/design.js';
import { endOf, resolveNode } from './nodes.js';
import type { SystemNode } from './system.js';

type Named = Readonly<Record<string, NamedArgument>>;
interface Attribute {
  readonly node: NodeId;
  readonly attribute: string;
}

/** What the connections of a node ask of calls to it: the topic and the role of completion messages. */
export function namedArguments(design: Design, target: End<'sdkTarget'>, action: string): Named {
  const resolved = (id: NodeId): SystemNode | undefined => {
    const node = lookup(design.nodes, id);
    return node === undefined ? undefined : resolveNode(design.settings, id, node);
  };
  const all: Record<string, NamedArgument> = {};
  for (const { kind, from, to } of Object.values(design.connections)) {
    const definition = from === target.id ? connectionOf(kind) : undefined;
    if (definition?.argumentsOfCalls === undefined) continue;
    const [source, sink] = [resolved(from), resolved(to)];
    const fromEnd = source === undefined ? undefined : endOf(source, definition.from);
    const toEnd = sink === undefined ? undefined : endOf(sink, definition.to);
    if (fromEnd !== undefined && toEnd !== undefined)
      Object.assign(all, definition.argumentsOfCalls(fromEnd, toEnd, action));
  }
  return all;
}

/** Arguments that name attributes, as a definition writes them, with the substitutions that stand for them. */
export function writeNamed(
  named: Named,
  nameFor: (node: NodeId, attribute: string, added: Definition['substitutions']) => string,
): { readonly written: JsonObject; readonly substitutions: Definition['substitutions'] } {
  const substitutions: Record<string, Attribute> = {};
  const write = (value: NamedArgument): Json => {
    if (!isAttribute(value))
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, write(inner)]));
    const name = nameFor(value.node, value.attribute, substitutions);
    substitutions[name] = value;
    return `\${${name}}`;
  };
  const written = Object.fromEntries(Object.entries(named).map(([name, value]) => [name, write(value)]));
  return { written, substitutions };
}

const isAttribute = (value: NamedArgument): value is Attribute => typeof value['node'] === 'string';
