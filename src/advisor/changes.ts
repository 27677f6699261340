import {
  entries,
  lookup,
  type Design,
  type DesignNode,
  type NodeId,
  type NodeLayout,
  type Point,
} from '../model/design.js';
import { removeNodes } from '../model/graph.js';
import { nodeFields } from '../system/node-fields.js';
import type { SystemNode } from '../system/system.js';

/** Changes of a design that several rules make. */

/** Whether anything in a design leads to a node: a connection, a field, a substitution of a definition. */
export function isUsed(design: Design, id: NodeId): boolean {
  return (
    Object.values(design.connections).some(({ from, to }) => from === id || to === id) ||
    entries(design.nodes).some(([other, node]) => other !== id && refersTo(node, id))
  );
}

function refersTo(node: DesignNode, id: NodeId): boolean {
  return (
    nodeFields.ofService(node.service).some((name) => lookup(node.props, name) === id) ||
    Object.values(node.definition?.substitutions ?? {}).some(
      (substitution) => 'node' in substitution && substitution.node === id,
    )
  );
}

const isCalled = (design: Design, id: NodeId): boolean =>
  Object.values(design.connections).some(({ to }) => to === id) ||
  entries(design.nodes).some(([other, node]) => other !== id && refersTo(node, id));

/**
 * Removes a function that nothing calls any more, with what stood only at its service, such as its dead-letter queue.
 * A function that is still called stays.
 */
export function removeIfUnused(design: Design, id: NodeId): Design {
  const node = lookup<DesignNode>(design.nodes, id);
  if (node === undefined || isCalled(design, id)) return design;
  const referred = nodeFields.ofService(node.service).flatMap((name) => {
    const value = lookup(node.props, name);
    return typeof value === 'string' ? [value] : [];
  });
  const without = removeNodes(design, new Set([id]), nodeFields);
  const orphans = entries(without.nodes).flatMap(([other]) =>
    referred.includes(other) && !isUsed(without, other) ? [other] : [],
  );
  return removeNodes(without, new Set<string>(orphans), nodeFields);
}

const cardWidth = 176;
const cardHeight = 56;
const row = 112;

/** Where a new node goes: the place of a removed one, or the next free one below a node that stays. */
export function placeFor(design: Design, near: SystemNode, gone: boolean): NodeLayout | undefined {
  const place = lookup(design.layout.nodes, near.id);
  if (place === undefined) return undefined;
  const { x, y } = place;
  if (gone) return place.pinned === true ? { x, y, pinned: true } : { x, y };
  const taken = Object.values(design.layout.nodes);
  const free = (at: Point): boolean =>
    taken.every((other) => Math.abs(other.x - at.x) >= cardWidth || Math.abs(other.y - at.y) >= cardHeight);
  for (let step = 1; ; step++) {
    const at = { x, y: y + step * row };
    if (free(at)) return at;
  }
}
