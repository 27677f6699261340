import type { Design, Point } from '../model/design.js';
import { lookup } from '../model/design.js';
import { cardHeight, columnGap, rowGap, snap } from './define.js';
import { layered } from './elk.js';
import { sizeOf } from './geometry.js';
import { componentsOf, reachable, type Link } from './links.js';

/** Where a block lies, seen from the bus that it talks to. */
export type Side = 'above' | 'below' | 'alone';

/** Nodes that are laid out together: the members of a context, or loose nodes that hang together. */
export interface BlockInput {
  readonly members: readonly string[];
  readonly links: readonly Link[];
  /** Members that events reach from the bus, and members that publish to it. */
  readonly fed: ReadonlySet<string>;
  readonly publishing: ReadonlySet<string>;
}

export interface PlacedBlock {
  readonly positions: ReadonlyMap<string, Point>;
  readonly width: number;
  readonly height: number;
}

const rowPitch = cardHeight + rowGap;
/** Width to height of a block, about; next to a bus it is wider, so that more of it can touch the bus. */
const aspect: Record<Side, number> = { alone: 1.3, above: 2.4, below: 2.4 };
/** So wide at most are the parts of a block that all stand next to the bus. */
const maxBusFront = 1000;
const busLane = ' bus';

/** Lays the nodes of a block out in rows: what talks to the bus stands next to it, the rest behind. */
export async function layoutBlock(design: Design, input: BlockInput, side: Side): Promise<PlacedBlock> {
  const parts: PlacedBlock[] = [];
  for (const members of componentsOf(input.members, input.links))
    parts.push(await layoutComponent(design, members, input, side));
  const talks = ({ positions }: PlacedBlock): boolean =>
    [...positions.keys()].some((id) => input.fed.has(id) || input.publishing.has(id));
  if (side === 'alone') return pack(parts, side, 0);
  const talking = parts.filter(talks);
  return pack([...talking, ...parts.filter((part) => !talks(part))], side, Math.min(widthOf(talking), maxBusFront));
}

async function layoutComponent(
  design: Design,
  members: readonly string[],
  input: BlockInput,
  side: Side,
): Promise<PlacedBlock> {
  const inside = new Set(members);
  const links = input.links.filter(({ from, to }) => inside.has(from) && inside.has(to));
  const towardsBus = members.filter((id) => input.fed.has(id) || input.publishing.has(id));
  const hasLane = side !== 'alone' && towardsBus.length > 0;
  const sizes = new Map(
    members.map((id) => [id, sizeOf(serviceIn(design, id), lookup(design.layout.nodes, id)?.width)]),
  );
  const corners = await layered({
    direction: 'DOWN',
    gap: columnGap,
    layerGap: rowGap,
    nodes: [
      ...members.map((id) => ({ id, ...(sizes.get(id) ?? sizeOf('')) })),
      ...(hasLane
        ? [{ id: busLane, width: 1, height: 1, layer: side === 'above' ? ('LAST' as const) : ('FIRST' as const) }]
        : []),
    ],
    edges: [
      ...turnedTowardsBus(links, input, side),
      ...(hasLane
        ? towardsBus.map((id) => (side === 'above' ? { from: id, to: busLane } : { from: busLane, to: id }))
        : []),
    ],
  });
  const at = (id: string): Point => corners.get(id) ?? { x: 0, y: 0 };
  const middle = (id: string): number => Math.round(at(id).y + (sizes.get(id)?.height ?? cardHeight) / 2);
  const rows = [...new Set(members.map(middle))].sort((a, b) => a - b);
  const left = Math.min(...members.map((id) => at(id).x));
  const positions = new Map(
    members.map((id) => [id, { x: snap(at(id).x - left), y: rows.indexOf(middle(id)) * rowPitch }]),
  );
  return {
    positions,
    width: Math.max(...members.map((id) => (positions.get(id)?.x ?? 0) + (sizes.get(id)?.width ?? 0))),
    height: rows.length * rowPitch - rowGap,
  };
}

const serviceIn = (design: Design, id: string): string => lookup(design.nodes, id)?.service ?? '';

/**
 * Links as the rows should run. Above the bus a chain that events start is turned round, so that its first node stands
 * next to the bus; below it, a chain that leads to the bus is.
 */
function turnedTowardsBus(links: readonly Link[], { fed, publishing }: BlockInput, side: Side): readonly Link[] {
  if (side === 'alone') return links;
  const nextOf = (id: string): string[] => links.filter(({ from }) => from === id).map(({ to }) => to);
  const beforeOf = (id: string): string[] => links.filter(({ to }) => to === id).map(({ from }) => from);
  const fromBus = reachable([...fed], nextOf);
  const toBus = reachable([...publishing], beforeOf);
  return links.map(({ from, to }) => {
    const turned = side === 'above' ? fromBus.has(from) && !toBus.has(to) : toBus.has(to) && !fromBus.has(from);
    return turned ? { from: to, to: from } : { from, to };
  });
}

const widthOf = (parts: readonly PlacedBlock[]): number =>
  parts.reduce((sum, part) => sum + part.width, 0) + columnGap * Math.max(0, parts.length - 1);

/** Puts parts side by side, in as many lines as keep the block in shape. */
function pack(parts: readonly PlacedBlock[], side: Side, leastWidth: number): PlacedBlock {
  const area = parts.reduce((sum, part) => sum + (part.width + columnGap) * (part.height + rowGap), 0);
  const widest = Math.max(0, ...parts.map((part) => part.width));
  const limit = Math.max(widest, leastWidth, Math.sqrt(area * aspect[side]));
  const lines: PlacedBlock[][] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line === undefined || widthOf([...line, part]) > limit + 1) lines.push([part]);
    else line.push(part);
  }
  // The first line, with the largest parts, is the one next to the bus.
  if (side === 'above') lines.reverse();
  const positions = new Map<string, Point>();
  let y = 0;
  let width = 0;
  for (const line of lines) {
    const height = Math.max(...line.map((part) => part.height));
    let x = 0;
    for (const part of line) {
      const top = side === 'above' ? y + height - part.height : y;
      for (const [id, point] of part.positions) positions.set(id, { x: x + point.x, y: top + point.y });
      x += part.width + columnGap;
    }
    width = Math.max(width, x - columnGap);
    y += height + rowGap;
  }
  return { positions, width, height: Math.max(0, y - rowGap) };
}

/** A placed block's nodes at a place of the canvas. */
export function* moved(block: PlacedBlock, by: Point): Generator<[string, Point]> {
  for (const [id, { x, y }] of block.positions) yield [id, { x: x + by.x, y: y + by.y }];
}
