import { entries, lookup, nodeId, type Design, type DesignNode, type NodeId } from './design.js';
import { isEqual } from './equal.js';
import { changeNodeId, type NodeFields } from './graph.js';
import { byCodeUnit } from './names.js';

/** Ids follow labels until the first export: a node under another id may be the same one, renamed. */

/** Nodes that a version has under another id: old id -> new id. Only where one can be nothing else. */
export function renamesBetween(before: Design, after: Design): ReadonlyMap<NodeId, NodeId> {
  const gone = entries(before.nodes).filter(([id]) => !Object.hasOwn(after.nodes, id));
  const come = entries(after.nodes).filter(([id]) => !Object.hasOwn(before.nodes, id));
  if (gone.length === 0 || come.length === 0) return new Map();
  const isRenamed = (id: string, node: DesignNode, nextId: string, next: DesignNode): boolean =>
    node.service === next.service &&
    node.label !== next.label &&
    node.idFixed !== true &&
    (standsAt(before, id, after, nextId) || isEqual({ ...node, label: '' }, { ...next, label: '' }));
  const pairs = gone.flatMap(([id, node]) =>
    come.filter(([nextId, next]) => isRenamed(id, node, nextId, next)).map(([nextId]) => [id, nextId] as const),
  );
  const [times, nextTimes] = [countOf(pairs.map(([id]) => id)), countOf(pairs.map(([, nextId]) => nextId))];
  return new Map(pairs.filter(([id, nextId]) => times.get(id) === 1 && nextTimes.get(nextId) === 1));
}

function countOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function standsAt(before: Design, id: string, after: Design, nextId: string): boolean {
  const [at, next] = [lookup(before.layout.nodes, id), lookup(after.layout.nodes, nextId)];
  return at !== undefined && next !== undefined && at.x === next.x && at.y === next.y;
}

/** The design with nodes under other ids, where those are free. */
export const withRenames = (design: Design, renames: ReadonlyMap<NodeId, NodeId>, fields: NodeFields): Design =>
  [...renames].reduce((result, [from, to]) => changeNodeId(result, from, to, fields), design);

/** Three versions in which a node that one of them renamed has one id. Of two new names the ids agree on one. */
export function withSameIds(
  base: Design,
  mine: Design,
  theirs: Design,
  fields: NodeFields,
): readonly [base: Design, mine: Design, theirs: Design] {
  const [left, right] = [renamesBetween(base, mine), renamesBetween(base, theirs)];
  let versions: readonly [Design, Design, Design] = [base, mine, theirs];
  for (const id of [...new Set([...left.keys(), ...right.keys()])].sort(byCodeUnit)) {
    const names = [left.get(id), right.get(id)].flatMap((name) => name ?? []).sort(byCodeUnit);
    const next = names[0];
    if (next === undefined) continue;
    const from = new Set([id, ...names]);
    const renamed = versions.map((version) => {
      const present = [...from].filter((name) => Object.hasOwn(version.nodes, name));
      return present.length === 1
        ? withRenames(version, new Map([[nodeId(present[0] ?? ''), next]]), fields)
        : undefined;
    });
    const [a, b, c] = renamed;
    // Where a version has several of them, or none, they are not one node.
    if (a !== undefined && b !== undefined && c !== undefined) versions = [a, b, c];
  }
  return versions;
}
