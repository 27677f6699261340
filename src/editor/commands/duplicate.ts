import { entries, nodeId, type Design, type DesignNode, type NodeId, type Substitution } from '../../model/design.js';
import { addConnection, addNode } from '../../model/graph.js';
import { idFromLabel } from '../../model/names.js';
import { gridStep } from '../../layout/define.js';
import { defineCommand } from '../define.js';
import { freeLabel } from '../new-node.js';
import { nodeFields } from '../../system/node-fields.js';
import { onlyNodes } from './selection.js';

const offset = 6 * gridStep;

/** Copies the selected nodes with the connections between them. */
export const duplicate = defineCommand({
  id: 'duplicate',
  label: { en: 'Duplicate', ja: '複製' },
  keys: ['Mod+D'],
  inPalette: true,
  enabled: ({ selection }) => selection.nodes.size > 0,
  run: ({ design, selection }) => {
    const copies = new Map<NodeId, NodeId>();
    let result: Design = design;
    for (const [id, node] of entries(design.nodes)) {
      if (!selection.nodes.has(id)) continue;
      const at = Object.hasOwn(design.layout.nodes, id) ? design.layout.nodes[id] : undefined;
      const { idFixed: _idFixed, stack: _stack, ...rest } = node;
      const added = addNode(
        result,
        { ...rest, label: freeLabel(result, node.label) },
        at === undefined ? {} : { at: { ...at, x: at.x + offset, y: at.y + offset } },
      );
      result = added.design;
      copies.set(id, added.id);
    }
    const nodes: Record<NodeId, DesignNode> = { ...result.nodes };
    for (const copy of copies.values()) {
      const node = nodes[copy];
      if (node !== undefined) nodes[copy] = withReferences(node, copies);
    }
    result = { ...result, nodes };
    const keys = new Map<string, string>();
    for (const connection of Object.values(design.connections)) {
      const [from, to] = [copies.get(connection.from), copies.get(connection.to)];
      if (from === undefined || to === undefined) continue;
      const { resource, ...rest } = connection;
      const key = resource === undefined ? undefined : (keys.get(resource) ?? freeKey(result, resource));
      if (resource !== undefined && key !== undefined) keys.set(resource, key);
      const copy = { ...rest, from, to, ...(key === undefined ? {} : { resource: key }) };
      result = addConnection(result, copy).design;
    }
    return { state: { design: result, selection: onlyNodes(copies.values()) }, undo: 'step' };
  },
});

/** A key for the copies of connections that one resource implements: the copies share one of their own. */
function freeKey(design: Design, key: string): string {
  const taken = new Set(Object.values(design.connections).map(({ resource }) => resource));
  return idFromLabel(key, (other) => taken.has(other), 'resource');
}

/** References among the copied nodes lead to the copies, others to what they led to. */
function withReferences(node: DesignNode, copies: ReadonlyMap<NodeId, NodeId>): DesignNode {
  const props = Object.fromEntries(
    Object.entries(node.props).map(([name, value]) => [
      name,
      typeof value === 'string' && nodeFields.ofService(node.service).includes(name)
        ? (copies.get(nodeId(value)) ?? value)
        : value,
    ]),
  );
  if (node.definition === undefined) return { ...node, props };
  const substitutions = Object.fromEntries(
    Object.entries(node.definition.substitutions).map(([name, substitution]): [string, Substitution] => [
      name,
      'node' in substitution
        ? { ...substitution, node: copies.get(substitution.node) ?? substitution.node }
        : substitution,
    ]),
  );
  return { ...node, props, definition: { ...node.definition, substitutions } };
}
