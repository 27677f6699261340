import { connectionOf, serviceOf } from '../../catalog/index.js';
import { catalogSets } from '../../catalog/sets/index.js';
import type { Design } from '../../model/design.js';

/** Loads the services that the first drawing does without. */
export const wholeCatalog = (): Promise<unknown> => import('../../catalog/further.js');

/** Before a design is resolved: everything that it is made of is known. */
export async function catalogFor({ nodes, connections }: Design): Promise<void> {
  const unknown = new Set([
    ...Object.values(nodes).flatMap(({ service }) => (serviceOf(service) === undefined ? [service] : [])),
    ...Object.values(connections).flatMap(({ kind }) => (connectionOf(kind) === undefined ? [kind] : [])),
  ]);
  if (unknown.size === 0) return;
  const needed = catalogSets.filter(({ names }) => names.some((name) => unknown.has(name)));
  await Promise.all(needed.map(({ load }) => load()));
  const inSets = new Set(needed.flatMap(({ names }) => names));
  // Nobody's name, or that of a service which is in no set.
  if ([...unknown].some((name) => !inSets.has(name))) await wholeCatalog();
}
