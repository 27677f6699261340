import { entries, lookup, type Design } from '../model/design.js';
import { nodeBox } from '../layout/geometry.js';
import { placeAt, placeNear } from '../layout/place.js';

/** The changed design with places for the nodes that it added: beside what they are connected to. Nothing else moves. */
export function placeNew(before: Design, after: Design): Design {
  return entries(after.nodes)
    .filter(([id]) => !Object.hasOwn(before.nodes, id) && lookup(after.layout.nodes, id) === undefined)
    .reduce((design, [id, node]) => {
      const neighbours = neighboursOf(design, id).flatMap((other) => nodeBox(design, other) ?? []);
      const at =
        placeOfRemoved(before, after, id) ??
        (neighbours.length > 0
          ? placeNear(design, neighbours, node.context, node.service)
          : placeAt(design, { x: 0, y: 0 }, node.service));
      return { ...design, layout: { ...design.layout, nodes: { ...design.layout.nodes, [id]: at } } };
    }, after);
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

/** What takes the place of exactly one removed node stands where that stood. */
function placeOfRemoved(before: Design, after: Design, id: string): { x: number; y: number } | undefined {
  const removed = entries(before.nodes).filter(([old]) => !Object.hasOwn(after.nodes, old));
  const added = entries(after.nodes).filter(([other]) => !Object.hasOwn(before.nodes, other));
  const [gone] = removed;
  if (gone === undefined || removed.length !== 1 || added.length !== 1 || added[0]?.[0] !== id) return undefined;
  const at = lookup(before.layout.nodes, gone[0]);
  return at === undefined ? undefined : { x: at.x, y: at.y };
}
