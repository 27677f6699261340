import type { System } from '../../src/system/system.js';

/** Pairs `from to` of nodes between which data flows along connections, in their direction. */
export function reachablePairs(system: System): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const start of system.nodes.keys()) {
    const queue = [start];
    const seen = new Set<string>();
    for (let at = queue.pop(); at !== undefined; at = queue.pop())
      for (const connection of system.outgoing(at)) {
        if (connection.origin === 'reference' || seen.has(connection.to)) continue;
        seen.add(connection.to);
        queue.push(connection.to);
        pairs.add(`${start} ${connection.to}`);
      }
  }
  return pairs;
}
