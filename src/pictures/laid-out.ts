import { layoutDesign } from '../layout/layout.js';
import { entries, type Design } from '../model/design.js';
import { resolveSystem } from '../system/resolve.js';
import type { System } from '../system/system.js';

/** The system with a position for each of its nodes: a design that came without, by hand or by a program, is laid out. */
export async function laidOut(system: System): Promise<System> {
  const { design } = system;
  if (Object.keys(design.nodes).every((id) => Object.hasOwn(design.layout.nodes, id))) return system;
  const layout = await layoutDesign(withoutUnknownContexts(design), system.connections.values());
  return resolveSystem({ ...design, layout: { ...design.layout, ...layout } }, system);
}

/** A node of a context that is not there would be laid out with its members, and so nowhere. */
function withoutUnknownContexts(design: Design): Design {
  const nodes = entries(design.nodes).map(([id, node]) => {
    const { context, ...rest } = node;
    return [id, context === undefined || Object.hasOwn(design.contexts, context) ? node : rest] as const;
  });
  return { ...design, nodes: Object.fromEntries(nodes) };
}
