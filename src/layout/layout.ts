import {
  entries,
  lookup,
  type Box,
  type Design,
  type DesignNode,
  type NodeLayout,
  type Point,
} from '../model/design.js';
import { membersOf } from '../model/graph.js';
import { layoutBlock, moved, type BlockInput, type PlacedBlock, type Side } from './block.js';
import {
  areaPadding,
  areaTitleHeight,
  busHeight,
  cardHeight,
  cardWidth,
  columnGap,
  snap,
  type LayoutResult,
} from './define.js';
import { layered } from './elk.js';
import { isBus, sizeOf, titleWidth } from './geometry.js';
import { componentsOf, linksOf, type Link } from './links.js';
import { keepingPinned } from './pinned.js';
import { inRows, type RowItem } from './rows.js';

export type { LayoutResult } from './define.js';

/** Between an area and the bus: two staggered pills and an arrowhead fit. */
const busGap = 80;
/** Between areas that are connected directly: a pill fits. */
const areaGap = 96;

interface Block extends BlockInput {
  readonly id: string;
  /** The context whose area it fills; undefined: loose nodes without an area. */
  readonly context: string | undefined;
}

/**
 * Positions for every node of a design and areas for its contexts, in layers from top to bottom. An event bus lies
 * between the contexts that talk to it. Pinned nodes stay. Equal designs give equal positions. `known` are connections that
 * only the resolved system shows. An aborted layout rejects.
 */
export async function layoutDesign(
  given: Design,
  known: Iterable<Link> = [],
  signal?: AbortSignal,
): Promise<LayoutResult> {
  const design = withoutUnknownContexts(given);
  const links = linksOf(design, known);
  const buses = entries(design.nodes)
    .filter(([, node]) => isBus(node) && node.context === undefined)
    .map(([id]) => id as string);
  const blocks = blocksOf(design, links, buses);
  const placed =
    buses.length === 0
      ? await withoutBus(design, blocks, links, signal)
      : await aroundBuses(design, blocks, buses, links, signal);
  return keepingPinned(design, placed);
}

/** A node of a context that is not there would be laid out with its members, and so nowhere. */
function withoutUnknownContexts(design: Design): Design {
  const isLost = ({ context }: DesignNode): boolean =>
    context !== undefined && lookup(design.contexts, context) === undefined;
  if (!Object.values(design.nodes).some(isLost)) return design;
  const nodes = entries(design.nodes).map(([id, node]) => {
    const { context: _lost, ...rest } = node;
    return [id, isLost(node) ? rest : node] as const;
  });
  return { ...design, nodes: Object.fromEntries(nodes) };
}

/** The members of each context, and the loose nodes by what hangs together. */
function blocksOf(design: Design, links: readonly Link[], buses: readonly string[]): readonly Block[] {
  const isBusId = new Set(buses);
  const block = (id: string, context: string | undefined, members: readonly string[]): Block => {
    const inside = new Set(members);
    return {
      id,
      context,
      members,
      links: links.filter(({ from, to }) => inside.has(from) && inside.has(to)),
      fed: new Set(links.filter(({ from, to }) => isBusId.has(from) && inside.has(to)).map(({ to }) => to)),
      publishing: new Set(links.filter(({ from, to }) => inside.has(from) && isBusId.has(to)).map(({ from }) => from)),
    };
  };
  const loose = membersOf(design, undefined).filter((id) => !isBusId.has(id));
  const components = componentsOf(loose, links);
  const linked = components.filter((members) => members.length > 1 || touches(members[0], links));
  const single = components.filter((members) => !linked.includes(members)).flat();
  return [
    ...entries(design.contexts).map(([id]) => block(id, id, membersOf(design, id))),
    ...linked.map((members) => block(` ${members[0] ?? ''}`, undefined, members)),
    ...(single.length === 0 ? [] : [block(' single', undefined, single)]),
  ];
}

const touches = (id: string | undefined, links: readonly Link[]): boolean =>
  links.some(({ from, to }) => from === id || to === id);

type Signal = AbortSignal | undefined;

/** A block with its frame: the area of a context, or just its nodes. */
interface Framed extends RowItem {
  readonly block: Block;
  readonly placed: PlacedBlock;
}

async function framed(design: Design, block: Block, side: Side, signal: Signal): Promise<Framed> {
  signal?.throwIfAborted();
  const placed = await layoutBlock(design, block, side);
  const context = block.context === undefined ? undefined : lookup(design.contexts, block.context);
  const hasArea = context !== undefined;
  const needed = hasArea ? Math.max(cardWidth, snap(titleWidth(context) + 2)) : 0;
  return {
    id: block.id,
    block,
    placed,
    width: Math.max(placed.width, needed) + (hasArea ? 2 * areaPadding : 0),
    height: Math.max(placed.height, hasArea ? cardHeight : 0) + (hasArea ? areaTitleHeight + areaPadding : 0),
  };
}

class Canvas {
  readonly nodes = new Map<string, NodeLayout>();
  readonly contexts = new Map<string, Box>();

  /** Puts a block into a frame of at least its own size; its nodes stand at the bottom of it or at the top. */
  put({ block, placed, width }: Framed, at: Point, height: number, stand: 'bottom' | 'top'): void {
    const hasArea = block.context !== undefined;
    const padding = hasArea ? areaPadding : 0;
    const top = stand === 'top' ? (hasArea ? areaTitleHeight : 0) : height - padding - placed.height;
    for (const [id, point] of moved(placed, { x: at.x + padding, y: at.y + top })) this.nodes.set(id, point);
    if (block.context !== undefined) this.contexts.set(block.context, { ...at, width, height });
  }
  result(): LayoutResult {
    return { nodes: Object.fromEntries(this.nodes), contexts: Object.fromEntries(this.contexts) };
  }
}

async function withoutBus(
  design: Design,
  blocks: readonly Block[],
  links: readonly Link[],
  signal: Signal,
): Promise<LayoutResult> {
  const canvas = new Canvas();
  const frames: Framed[] = [];
  for (const block of blocks) frames.push(await framed(design, block, 'alone', signal));
  const blockOf = new Map(blocks.flatMap(({ id, members }) => members.map((member) => [member, id])));
  const between = new Map<string, Link>();
  for (const link of links) {
    const [from, to] = [blockOf.get(link.from), blockOf.get(link.to)];
    if (from !== undefined && to !== undefined && from !== to) between.set(`${from}\n${to}`, { from, to });
  }
  const corners = await layered({
    direction: 'RIGHT',
    gap: columnGap,
    layerGap: areaGap,
    nodes: frames.map(({ id, width, height }) => ({ id, width, height })),
    edges: [...between.values()],
  });
  for (const frame of frames) {
    const corner = corners.get(frame.id) ?? { x: 0, y: 0 };
    canvas.put(frame, { x: snap(corner.x), y: snap(corner.y) }, frame.height, 'top');
  }
  return canvas.result();
}

/** One band per bus: rows of blocks above it, the bus as wide as they are, rows of blocks below it. */
async function aroundBuses(
  design: Design,
  blocks: readonly Block[],
  buses: readonly string[],
  links: readonly Link[],
  signal: Signal,
): Promise<LayoutResult> {
  const canvas = new Canvas();
  let y = 0;
  for (const bus of buses) {
    const own = blocks.filter((block) => busOf(block, buses, links) === bus);
    const { above, below } = await sidesOf(design, own, bus, links, signal);
    const [upper, lower] = [inRows(above, links, 'up'), inRows(below, links, 'down')];
    const width = Math.max(sizeOf('event-bus').width, upper.width, lower.width);
    for (const { item, x, top, height } of upper.places) canvas.put(item, { x, y: y + top }, height, 'bottom');
    y += upper.height + (upper.height > 0 ? busGap : 0);
    canvas.nodes.set(bus, { x: 0, y, width });
    y += busHeight + busGap;
    for (const { item, x, top, height } of lower.places) canvas.put(item, { x, y: y + top }, height, 'top');
    y += lower.height + (lower.height > 0 ? busGap : 0);
  }
  return canvas.result();
}

/** The bus that a block has most to do with; the first one where it has nothing to do with any. */
function busOf(block: Block, buses: readonly string[], links: readonly Link[]): string | undefined {
  const inside = new Set(block.members);
  const count = (bus: string): number =>
    links.filter(({ from, to }) => (from === bus && inside.has(to)) || (to === bus && inside.has(from))).length;
  return buses.reduce<string | undefined>(
    (best, bus) => (best === undefined || count(bus) > count(best) ? bus : best),
    undefined,
  );
}

/** The blocks on either side of a bus, in the order of the design. */
async function sidesOf(
  design: Design,
  blocks: readonly Block[],
  bus: string,
  links: readonly Link[],
  signal: Signal,
): Promise<{ readonly above: readonly Framed[]; readonly below: readonly Framed[] }> {
  const frames: Framed[] = [];
  for (const block of blocks) frames.push(await framed(design, block, 'above', signal));
  const isAbove = chooseAbove(frames, bus, links);
  const below: Framed[] = [];
  for (const { block } of frames.filter((_, index) => !isAbove[index]))
    below.push(await framed(design, block, 'below', signal));
  return { above: frames.filter((_, index) => isAbove[index]), below };
}

/** So many blocks at most are distributed by trying every way; further ones alternate. */
const splitLimit = 10;

/** Both sides about equally wide, publishers above, consumers below, and what is connected directly on one side. */
function chooseAbove(frames: readonly Framed[], bus: string, links: readonly Link[]): readonly boolean[] {
  const owner = new Map(frames.flatMap(({ block }, index) => block.members.map((member) => [member, index])));
  const direct = links.flatMap(({ from, to }) => {
    const [a, b] = [owner.get(from), owner.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [[a, b] as const];
  });
  const balance = frames.map(
    ({ block }) =>
      links.filter(({ from, to }) => to === bus && block.members.includes(from)).length -
      links.filter(({ from, to }) => from === bus && block.members.includes(to)).length,
  );
  const tried = Math.min(frames.length, splitLimit);
  let best: readonly boolean[] = [];
  let least = Infinity;
  for (let bits = 2 ** tried - 1; bits >= 0; bits--) {
    const above = frames.map((_, index) => (index < tried ? (bits & (1 << index)) !== 0 : index % 2 === 0));
    const width = frames.reduce((sum, frame, index) => sum + (above[index] === true ? frame.width : -frame.width), 0);
    const mismatch = balance.reduce((sum, value, index) => sum + (above[index] === true ? -value : value), 0);
    const apart = direct.filter(([a, b]) => above[a] !== above[b]).length;
    const cost = Math.abs(width) + 0.5 * cardWidth * mismatch + 2 * cardWidth * apart;
    if (cost < least) [best, least] = [above, cost];
  }
  return best;
}
