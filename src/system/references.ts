import { nodeId, type Json, type NodeId } from '../model/design.js';
import type { Fields, NodeField } from '../model/fields.js';
import { sameInEveryLanguage, type Localized } from '../model/localized.js';
import { referencesInside } from '../model/references.js';
import type { SystemConnection, SystemNode } from './system.js';

/** The kind of connections that follow from a field of kind `node`, such as a dead-letter queue. */
export const referenceKind = 'reference';

const nodeFieldsOf = new WeakMap<Fields, readonly (readonly [string, NodeField])[]>();

/** The fields that refer to a node; most services have none. */
function referringFields(fields: Fields): readonly (readonly [string, NodeField])[] {
  const known = nodeFieldsOf.get(fields);
  if (known !== undefined) return known;
  const found = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'node' ? [[name, field] as const] : [],
  );
  nodeFieldsOf.set(fields, found);
  return found;
}

const none: readonly SystemConnection[] = [];

/** What the fields of a node refer to, as thin connections. Ids follow from node and field. */
export function referencesOf(node: SystemNode, nodes: ReadonlyMap<NodeId, SystemNode>): readonly SystemConnection[] {
  const owner = `reference:${node.id}`;
  const own = referencesIn(owner, node.id, node.service.fields, node.props, nodes);
  const inside = insideOf(node).filter(({ target }) => target !== node.id && nodes.has(target));
  if (inside.length === 0) return own;
  return [
    ...own,
    ...inside.map(({ target, label }) => ({
      id: `${owner}:${target}`,
      kind: referenceKind,
      from: node.id,
      to: target,
      props: {},
      definition: undefined,
      origin: 'reference' as const,
      label,
      delivery: 'async' as const,
    })),
  ];
}

interface Inside {
  readonly target: NodeId;
  /** The property that refers to it. */
  readonly label: Localized;
}

const insideOfNode = new WeakMap<SystemNode, readonly Inside[]>();

/** What the properties of a CloudFormation resource refer to, each once. */
function insideOf(node: SystemNode): readonly Inside[] {
  const known = insideOfNode.get(node);
  if (known !== undefined) return known;
  const fields = Object.entries(node.service.fields).filter(([, field]) => field.kind === 'json');
  const found = new Map<string, Inside>();
  for (const [name] of fields)
    // A field of JSON holds JSON.
    for (const { target, path } of referencesInside(node.props[name] as Json)) {
      const property = path.findLast((key) => typeof key === 'string') ?? name;
      if (!found.has(target)) found.set(target, { target: nodeId(target), label: sameInEveryLanguage(property) });
    }
  const inside = [...found.values()];
  insideOfNode.set(node, inside);
  return inside;
}

/** What the fields of something refer to; `owner` makes the ids, the lines begin at `from`. */
export function referencesIn(
  owner: string,
  from: NodeId,
  fields: Fields,
  props: Readonly<Record<string, unknown>>,
  nodes: ReadonlyMap<NodeId, SystemNode>,
): readonly SystemConnection[] {
  const referring = referringFields(fields);
  if (referring.length === 0) return none;
  return referring.flatMap(([name, field]) => {
    const value = props[name];
    if (typeof value !== 'string') return [];
    const target = nodes.get(nodeId(value));
    if (target === undefined || !field.services.includes(target.service.type)) return [];
    return [
      {
        id: `${owner}:${name}`,
        kind: referenceKind,
        from,
        to: target.id,
        props: {},
        definition: undefined,
        origin: 'reference' as const,
        label: field.label,
        delivery: 'async' as const,
      },
    ];
  });
}
