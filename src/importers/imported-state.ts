import { entries, type Adopted, type Connection, type Design, type DesignNode, type Json } from '../model/design.js';
import { originsOf, type ImportedState } from '../model/origins.js';

/** A design that was just imported, with its origins saying so: the next import is compared with that. */
export function withImportedState(design: Design): Design {
  const first = Object.keys(design.origins)[0] ?? '';
  const templateOf = (adopted: Adopted | undefined): string =>
    adopted !== undefined && Object.hasOwn(design.origins, adopted.template) ? adopted.template : first;
  const origins = [...originsOf(design)].map(([template, { imported: _imported, ...origin }]): [string, Json] => {
    const nodes = entries(design.nodes).filter(([, { adopted }]) => templateOf(adopted) === template);
    const connections = entries(design.connections).filter(([, { adopted }]) => templateOf(adopted) === template);
    const resources = [...nodes, ...connections].flatMap(([, { adopted }]) => Object.keys(adopted?.resources ?? {}));
    const imported: ImportedState = {
      nodes: Object.fromEntries(nodes.map(([id, node]) => [id, withoutAdopted(node)])),
      connections: Object.fromEntries(connections.map(([id, connection]) => [id, withoutAdopted(connection)])),
      contexts: template === first ? Object.keys(design.contexts) : [],
      resources: [...new Set([...resources, ...Object.keys(origin.plumbing ?? {})])],
    };
    // An origin is JSON: types with optional keys are not seen as such.
    return [template, { ...origin, imported } as unknown as Json];
  });
  return { ...design, origins: { ...design.origins, ...Object.fromEntries(origins) } };
}

function withoutAdopted<Thing extends DesignNode | Connection>(thing: Thing): Omit<Thing, 'adopted'> {
  const { adopted: _adopted, ...rest } = thing;
  return rest;
}
