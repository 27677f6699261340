import { connectionOf, serviceOf } from '../catalog/index.js';
import type { Fields } from '../model/fields.js';
import type { NodeFields } from '../model/graph.js';

const nodeFieldsOf = (fields: Fields | undefined): readonly string[] =>
  Object.entries(fields ?? {})
    .filter(([, field]) => field.kind === 'node')
    .map(([name]) => name);

/** Which props of the catalog's services and connection kinds refer to a node. */
export const nodeFields: NodeFields = {
  ofService: (service) => nodeFieldsOf(serviceOf(service)?.fields),
  ofConnection: (kind) => nodeFieldsOf(connectionOf(kind)?.fields),
};
