import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Point } from '../model/design.js';

/** The layered algorithm of ELK: in a worker where there are workers, else in this thread. Loaded when first needed. */

export interface LayeredInput {
  readonly direction: 'DOWN' | 'RIGHT';
  readonly gap: number;
  readonly layerGap: number;
  readonly nodes: readonly {
    readonly id: string;
    readonly width: number;
    readonly height: number;
    readonly layer?: 'FIRST' | 'LAST';
  }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

let engine: Promise<ELK> | undefined;

async function load(): Promise<ELK> {
  if (typeof Worker === 'undefined') {
    const { default: Bundled } = await import('elkjs/lib/elk.bundled.js');
    return new Bundled();
  }
  const { default: Api } = await import('elkjs/lib/elk-api.js');
  return new Api({
    workerFactory: () => new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url), { type: 'module' }),
  });
}

/** The engine itself, for what needs more of it than `layered`. */
export const elk = (): Promise<ELK> => (engine ??= load());

/** Top left corners by id. The same input gives the same corners, anywhere. */
export async function layered(input: LayeredInput): Promise<ReadonlyMap<string, Point>> {
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': input.direction,
      'elk.randomSeed': '1',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.padding': '[top=0,left=0,bottom=0,right=0]',
      'elk.spacing.nodeNode': String(input.gap),
      'elk.spacing.edgeNode': '16',
      'elk.spacing.componentComponent': String(input.gap),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(input.layerGap),
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
      'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
      'elk.layered.thoroughness': '12',
    },
    children: input.nodes.map(({ id, width, height, layer }) => ({
      id,
      width,
      height,
      ...(layer === undefined ? {} : { layoutOptions: { 'elk.layered.layering.layerConstraint': layer } }),
    })),
    edges: input.edges.map(({ from, to }, index) => ({ id: `e${String(index)}`, sources: [from], targets: [to] })),
  };
  const placed = await (await elk()).layout(graph);
  return new Map((placed.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
