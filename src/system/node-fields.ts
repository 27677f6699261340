import { connectionOf, serviceOf } from '../catalog/index.js';
import type { Fields } from '../model/fields.js';
import type { NodeFields } from '../model/graph.js';

/** Fields of a definition never change, and removing one node asks for those of every other. */
const known = new WeakMap<Fields, readonly string[]>();

function nodeFieldsOf(fields: Fields | undefined): readonly string[] {
  if (fields === undefined) return [];
  const before = known.get(fields);
  if (before !== undefined) return before;
  const names = Object.entries(fields)
    .filter(([, field]) => field.kind === 'node')
    .map(([name]) => name);
  known.set(fields, names);
  return names;
}

/** Which props of the catalog's services and connection kinds refer to a node. */
export const nodeFields: NodeFields = {
  ofService: (service) => nodeFieldsOf(serviceOf(service)?.fields),
  ofConnection: (kind) => nodeFieldsOf(connectionOf(kind)?.fields),
  inside: (service) =>
    Object.entries(serviceOf(service)?.fields ?? {})
      .filter(([, field]) => field.kind === 'json')
      .map(([name]) => name),
};
