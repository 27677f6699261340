import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Box, Point } from '../../model/design.js';
import { elk } from '../elk.js';
import { labelHeight, layerGap } from './define.js';
import { placeChain } from './chain.js';

/** The layered layout of one machine, with routes and places for words. Plain data by index: names do not matter. */
export interface FlowInput {
  readonly nodes: readonly { readonly width: number; readonly height: number; readonly layer?: 'FIRST' | 'LAST' }[];
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly labelWidth: number;
    readonly kind: 'main' | 'side' | 'catch' | 'loop';
  }[];
}

export interface FlowPlaces {
  readonly corners: readonly Point[];
  readonly routes: readonly { readonly points: readonly Point[]; readonly label: Point | undefined }[];
  readonly width: number;
  readonly height: number;
}

const flowOptions: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.randomSeed': '1',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.componentComponent': '48',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(layerGap),
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  // The network simplex places a little better, and takes five times as long.
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.edgeStraightening': 'IMPROVE_STRAIGHTNESS',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_UP',
  'elk.layered.thoroughness': '1',
};

/** Loads the engine and lets it run once: the first layout takes many times as long as those after it. */
export async function prepareFlowLayout(): Promise<void> {
  const card = { width: 208, height: 56 };
  await placeFlow({
    nodes: [card, card, card, card],
    edges: [
      { from: 0, to: 1, labelWidth: 40, kind: 'side' },
      { from: 0, to: 2, labelWidth: 0, kind: 'main' },
      { from: 1, to: 3, labelWidth: 40, kind: 'catch' },
      { from: 2, to: 0, labelWidth: 0, kind: 'loop' },
    ],
  });
}

const straightness = { main: '10', side: '2', catch: '1', loop: '0' } as const;

export async function placeFlow(input: FlowInput): Promise<FlowPlaces> {
  const chain = placeChain(input);
  if (chain !== undefined) return chain;
  const { nodes, edges } = input;
  const ports = nodes.map((): { id: string; side: string }[] => []);
  const port = (node: number, id: string, side: string): string => {
    const known = ports[node] ?? [];
    if (!known.some((other) => other.id === id)) known.push({ id, side });
    return id;
  };
  const elkEdges = edges.map(({ from, to, labelWidth, kind }, index): ElkExtendedEdge => {
    const id = `e${String(index)}`;
    const side = kind === 'catch' ? 'WEST' : kind === 'loop' ? 'EAST' : undefined;
    return {
      id,
      sources: [side === undefined ? port(from, `${id}s`, 'SOUTH') : port(from, `${id}s`, side)],
      // What arrives from above arrives at one point.
      targets: [kind === 'loop' ? port(to, `back${String(to)}`, 'EAST') : port(to, `in${String(to)}`, 'NORTH')],
      labels:
        labelWidth === 0
          ? []
          : [
              {
                text: id,
                width: labelWidth,
                height: labelHeight,
                layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
              },
            ],
      layoutOptions: {
        'elk.layered.priority.straightness': straightness[kind],
        'elk.layered.priority.shortness': kind === 'main' ? '5' : '1',
        'elk.layered.priority.direction': kind === 'loop' ? '0' : '10',
      },
    };
  });
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: { ...flowOptions },
    children: nodes.map(({ width, height, layer }, index) => ({
      id: `n${String(index)}`,
      width,
      height,
      ports: (ports[index] ?? []).map(({ id, side }) => ({
        id,
        width: 0,
        height: 0,
        layoutOptions: { 'elk.port.side': side },
      })),
      layoutOptions: {
        'elk.portConstraints': 'FIXED_SIDE',
        'elk.portAlignment.default': 'CENTER',
        ...(layer === undefined ? {} : { 'elk.layered.layering.layerConstraint': layer }),
      },
    })),
    edges: elkEdges,
  };
  const placed = await (await elk()).layout(graph);
  return {
    corners: (placed.children ?? []).map(({ x = 0, y = 0 }) => ({ x, y })),
    routes: (placed.edges ?? []).map(({ sections = [], labels = [] }) => {
      const [section] = sections;
      const [label] = labels;
      return {
        points:
          section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(point),
        label: label === undefined ? undefined : middleOf(label),
      };
    }),
    width: placed.width ?? 0,
    height: placed.height ?? 0,
  };
}

const point = ({ x, y }: Point): Point => ({ x, y });
const middleOf = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});
