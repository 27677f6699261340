import { connectionOf, serviceOf } from '../../catalog/index.js';
import type { Design } from '../../model/design.js';

/** Loads the services that the first drawing does without. */
export const wholeCatalog = (): Promise<unknown> => import('../../catalog/further.js');

/** Before a design is resolved: everything that it is made of is known. */
export async function catalogFor({ nodes, connections }: Design): Promise<void> {
  const isKnown =
    Object.values(nodes).every(({ service }) => serviceOf(service) !== undefined) &&
    Object.values(connections).every(({ kind }) => connectionOf(kind) !== undefined);
  if (!isKnown) await wholeCatalog();
}
