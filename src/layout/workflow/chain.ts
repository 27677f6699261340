import type { Point } from '../../model/design.js';
import { labelHeight, layerGap } from './define.js';
import type { FlowInput, FlowPlaces } from './elk-flow.js';

/** States that follow each other, one by one, as most branches are: placed at once, without asking the engine. */
export function placeChain({ nodes, edges }: FlowInput): FlowPlaces | undefined {
  const out = new Map<number, number>();
  const into = new Set<number>();
  for (const [index, { from, to, kind }] of edges.entries()) {
    if (kind === 'catch' || kind === 'loop' || out.has(from) || into.has(to)) return undefined;
    out.set(from, index);
    into.add(to);
  }
  const first = nodes.findIndex((_, index) => !into.has(index));
  if (first === -1) return undefined;
  const width = Math.max(...nodes.map((node) => node.width));
  const corners: Point[] = [];
  const routes: FlowPlaces['routes'][number][] = [];
  let seen = 0;
  let y = 0;
  for (let at: number | undefined = first; at !== undefined; seen++) {
    const node: FlowInput['nodes'][number] | undefined = nodes[at];
    if (node === undefined) return undefined;
    corners[at] = { x: (width - node.width) / 2, y };
    const bottom = y + node.height;
    const index: number | undefined = out.get(at);
    const edge: FlowInput['edges'][number] | undefined = index === undefined ? undefined : edges[index];
    y = bottom + layerGap + (edge === undefined || edge.labelWidth === 0 ? 0 : labelHeight + layerGap / 2);
    if (edge !== undefined && index !== undefined) {
      const x = width / 2;
      routes[index] = {
        points: [
          { x, y: bottom },
          { x, y },
        ],
        label: edge.labelWidth === 0 ? undefined : { x, y: (bottom + y) / 2 },
      };
    }
    at = edge?.to;
    if (at === undefined) y = bottom;
  }
  // Something stands beside the chain.
  if (seen !== nodes.length) return undefined;
  const labels = edges.map((edge) => edge.labelWidth);
  if (labels.some((label) => label > width)) return undefined;
  return { corners, routes, width, height: y };
}
