import { entries, type Design } from '../model/design.js';
import { byCodeUnit } from '../model/names.js';

/** Two nodes that something connects, however it is drawn. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

/**
 * What is connected in a design: drawn connections, the resources that a state machine's definition names, and what is
 * known besides.
 */
export function linksOf(design: Design, known: Iterable<Link> = []): readonly Link[] {
  const found = new Map<string, Link>();
  const add = (from: string, to: string): void => {
    if (from === to || !Object.hasOwn(design.nodes, from) || !Object.hasOwn(design.nodes, to)) return;
    found.set(`${from} ${to}`, { from, to });
  };
  for (const { from, to } of [...Object.values(design.connections), ...known]) add(from, to);
  for (const [id, node] of entries(design.nodes))
    for (const substitution of Object.values(node.definition?.substitutions ?? {}))
      if ('node' in substitution) add(id, substitution.node);
  return [...found].sort(([a], [b]) => byCodeUnit(a, b)).map(([, link]) => link);
}

/** Groups of ids that hang together by links, each in order, the largest first. */
export function componentsOf(ids: readonly string[], links: readonly Link[]): readonly (readonly string[])[] {
  const inside = new Set(ids);
  const neighbours = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of links)
    if (inside.has(from) && inside.has(to)) {
      neighbours.get(from)?.push(to);
      neighbours.get(to)?.push(from);
    }
  const seen = new Set<string>();
  const components = ids.flatMap((start) => {
    if (seen.has(start)) return [];
    const members = reachable([start], (id) => neighbours.get(id) ?? []);
    members.forEach((id) => seen.add(id));
    return [ids.filter((id) => members.has(id))];
  });
  return components.sort((a, b) => b.length - a.length || byCodeUnit(a[0] ?? '', b[0] ?? ''));
}

/** Everything that can be reached from the starts, them included. */
export function reachable(starts: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(starts);
  const queue = [...starts];
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const other of next(id))
      if (!seen.has(other)) {
        seen.add(other);
        queue.push(other);
      }
  return seen;
}
