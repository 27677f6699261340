import { layoutDesign } from '../layout/layout.js';
import { resolveSystem } from '../system/resolve.js';
import type { System } from '../system/system.js';

/** The system with a position for each of its nodes: a design that came without, by hand or by a program, is laid out. */
export async function laidOut(system: System): Promise<System> {
  const { design } = system;
  if (Object.keys(design.nodes).every((id) => Object.hasOwn(design.layout.nodes, id))) return system;
  const layout = await layoutDesign(design, system.connections.values());
  return resolveSystem({ ...design, layout: { ...design.layout, ...layout } }, system);
}
