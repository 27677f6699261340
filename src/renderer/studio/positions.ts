import type { Design } from '../../model/design.js';
import { resolveSystem } from '../../system/resolve.js';

/** Whether every node of a design has a position. */
export const hasPositions = (design: Design): boolean =>
  Object.keys(design.nodes).every((id) => Object.hasOwn(design.layout.nodes, id));

/** The design with positions for its nodes, if it came without: written by hand, or by a program. */
export async function withPositions(design: Design): Promise<Design> {
  if (hasPositions(design)) return design;
  const { layoutDesign } = await import('../../layout/layout.js');
  const { connections } = resolveSystem(design);
  return { ...design, layout: { ...design.layout, ...(await layoutDesign(design, connections.values())) } };
}
