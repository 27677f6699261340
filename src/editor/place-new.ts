import { entries, lookup, type Design, type NodeLayout } from '../model/design.js';
import { nodeBox } from '../layout/geometry.js';
import { placeAt, placeNear } from '../layout/place.js';

/**
 * The changed design with places for the nodes that it added: beside what they are connected to. Nothing else moves, and
 * the places of removed nodes stay free, so that both can be drawn at once.
 */
export function placeNew(before: Design, after: Design): Design {
  const both = withRemoved(before, after);
  const added = entries(after.nodes).filter(([id]) => !Object.hasOwn(before.nodes, id));
  const placed = added.reduce<Design>((design, [id, node]) => {
    if (lookup(design.layout.nodes, id) !== undefined && !Object.hasOwn(before.layout.nodes, id)) return design;
    const neighbours = neighboursOf(design, id).flatMap((other) => nodeBox(design, other) ?? []);
    const at =
      neighbours.length > 0
        ? placeNear(design, neighbours, node.context, node.service)
        : placeAt(design, { x: 0, y: 0 }, node.service);
    return { ...design, layout: { ...design.layout, nodes: { ...design.layout.nodes, [id]: at } } };
  }, both);
  if (added.length === 0) return after;
  const positions = added.flatMap(([id]): [string, NodeLayout][] => {
    const at = lookup(placed.layout.nodes, id);
    return at === undefined ? [] : [[id, at]];
  });
  return {
    ...after,
    layout: { ...after.layout, nodes: { ...after.layout.nodes, ...Object.fromEntries(positions) } },
  };
}

/** The changed design with what it removed still in it, where that was. */
export function withRemoved(before: Design, after: Design): Design {
  const removed = entries(before.nodes).filter(([id]) => !Object.hasOwn(after.nodes, id));
  const positions = removed.flatMap(([id]): [string, NodeLayout][] => {
    const at = lookup(before.layout.nodes, id);
    return at === undefined ? [] : [[id, at]];
  });
  if (removed.length === 0) return after;
  return {
    ...after,
    nodes: { ...after.nodes, ...Object.fromEntries(removed) },
    layout: { ...after.layout, nodes: { ...after.layout.nodes, ...Object.fromEntries(positions) } },
  };
}

function neighboursOf(design: Design, id: string): string[] {
  const around = new Set<string>();
  for (const { from, to } of Object.values(design.connections)) {
    if (from === id) around.add(to);
    if (to === id) around.add(from);
  }
  for (const [other, node] of entries(design.nodes))
    for (const substitution of Object.values(node.definition?.substitutions ?? {}))
      if ('node' in substitution) {
        if (other === id) around.add(substitution.node);
        if (substitution.node === id) around.add(other);
      }
  around.delete(id);
  return [...around];
}
