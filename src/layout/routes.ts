import type { Box, Point } from '../model/design.js';
import { byCodeUnit } from '../model/names.js';
import { throughBends } from './bends.js';
import { centreOf, union } from './geometry.js';
import { placePills } from './pills.js';
import { bestRoute, nearby, type Anchor, type Attachment, type Surroundings } from './route.js';
import { bordersOf, segmentsOf, sides, type Segment, type Side } from './segments.js';

/** Routes of connections: orthogonal, round what is drawn, with a place for the label of each. */

export interface SceneNode {
  readonly box: Box;
  /** A bus is entered and left vertically, anywhere along its length. */
  readonly isBus: boolean;
}

/** What is drawn besides the connections. */
export interface Scene {
  readonly nodes: ReadonlyMap<string, SceneNode>;
  /** Titles of areas: no label may cover one. */
  readonly titles: readonly Box[];
  /** Areas of contexts: lines cross their borders, but do not run along them. */
  readonly areas: readonly Box[];
}

export interface RouteRequest {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Width of its pill; 0: it has none. */
  readonly pillWidth: number;
  /** Bends made by hand: taken as they are. */
  readonly bends?: readonly Point[];
}

export interface Route {
  readonly points: readonly Point[];
  /** Middle of the pill; undefined: it has none, or there is no room for it. */
  readonly pill: Point | undefined;
}

/** Between two lines on one side of a card. */
const slotGap: Record<Side, number> = { top: 28, bottom: 28, left: 16, right: 16 };
/** A line keeps this far from the corners of its card. */
const cornerGap = 20;

/**
 * Routes for all requests whose ends are in the scene. Routes given as `fixed` stay and are kept clear of: while a node
 * is dragged only its own connections are asked for.
 */
export function routeConnections(
  scene: Scene,
  requests: readonly RouteRequest[],
  fixed: ReadonlyMap<string, Route> = new Map(),
): ReadonlyMap<string, Route> {
  const drawn = requests
    .flatMap((request): Drawn[] => {
      const from = scene.nodes.get(request.from);
      const to = scene.nodes.get(request.to);
      return from === undefined || to === undefined || request.from === request.to ? [] : [{ request, from, to }];
    })
    .sort((a, b) => distance(a) - distance(b) || byCodeUnit(a.request.id, b.request.id));
  const surroundings: Surroundings = {
    obstacles: [...scene.nodes].map(([id, { box, isBus }]) => ({ id, box, isBus })),
    titles: scene.titles,
    borders: scene.areas.flatMap(bordersOf),
    used: [...fixed.values()].flatMap(({ points }) => segmentsOf(points)),
    region: everywhere,
  };
  // First the sides, each line for itself; then the places on them, since lines that share a side spread over it.
  const chosen = drawn.map((line) => {
    const near = nearby(surroundings, between(line));
    return { ...line, near, attachment: chooseSides(line, near) };
  });
  const slots = slotsOf(chosen);
  const points = new Map<string, readonly Point[]>();
  const added: Segment[] = [];
  for (const line of chosen) {
    const { request, near } = line;
    const used = [...near.used, ...nearby({ ...nothing, used: added }, between(line)).used];
    const route = throughBends({ from: line.from.box, to: line.to.box }, request.bends ?? []) ?? bestRoute(anchorsOf(line, line.attachment, slots), { ...near, used }, request);
    points.set(request.id, route);
    added.push(...segmentsOf(route));
  }
  const pills = placePills(
    chosen.map(({ request }) => ({
      id: request.id,
      width: request.pillWidth,
      points: points.get(request.id) ?? [],
    })),
    [...scene.nodes.values()].map(({ box }) => box),
    scene.titles,
    fixed,
  );
  return new Map([...points].map(([id, path]) => [id, { points: path, pill: pills.get(id) }]));
}

interface Drawn {
  readonly request: RouteRequest;
  readonly from: SceneNode;
  readonly to: SceneNode;
}
interface Chosen extends Drawn {
  readonly attachment: Attachment;
}

/** A route between facing sides that costs no more than this beyond its length needs no comparison. */
const easy = 100;

const everywhere: Box = { x: -Infinity, y: -Infinity, width: Infinity, height: Infinity };
const nothing: Surroundings = { obstacles: [], titles: [], borders: [], used: [], region: everywhere };

/** The box that a line stays in or near. A bus counts only where the other end lies: it may be very long. */
function between({ from, to }: Drawn): Box {
  if (from.isBus === to.isBus) return union([from.box, to.box]);
  const [bus, { box }] = from.isBus ? [from.box, to] : [to.box, from];
  const x = Math.min(Math.max(box.x, bus.x), bus.x + bus.width);
  return union([box, { x, y: bus.y, width: 0, height: bus.height }]);
}

function distance({ from, to }: Drawn): number {
  const [a, b] = [centreOf(from.box), centreOf(to.box)];
  const across = from.isBus || to.isBus ? 0 : Math.abs(a.x - b.x);
  return across + Math.abs(a.y - b.y);
}

/** The pair of sides with the best route between their middles; sides that look away only where the others are blocked. */
function chooseSides(line: Drawn, surroundings: Surroundings): Attachment {
  let best: { attachment: Attachment; cost: number } | undefined;
  const tried = new Set<string>();
  for (const look of [true, false]) {
    for (const from of sidesOf(line.from, line.to, look))
      for (const to of sidesOf(line.to, line.from, look)) {
        if (tried.has(`${from} ${to}`)) continue;
        tried.add(`${from} ${to}`);
        const attachment = { from, to };
        const cost = bestRoute.cost(anchorsOf(line, attachment, new Map()), surroundings, line.request);
        if (best === undefined || cost < best.cost) best = { attachment, cost };
      }
    if (best !== undefined && best.cost < distance(line) + easy) break;
  }
  return best?.attachment ?? { from: 'bottom', to: 'top' };
}

/** The sides of a node, or those of them that face another one. */
function sidesOf(node: SceneNode, other: SceneNode, onlyFacing: boolean): readonly Side[] {
  const all: readonly Side[] = node.isBus ? ['top', 'bottom'] : sides;
  if (!onlyFacing) return all;
  const [a, b] = [node.box, other.box];
  const faces: Record<Side, boolean> = {
    top: b.y + b.height <= a.y,
    bottom: b.y >= a.y + a.height,
    left: b.x + b.width / 2 < a.x,
    right: b.x + b.width / 2 > a.x + a.width,
  };
  return all.filter((side) => faces[side]);
}

type Slots = ReadonlyMap<string, Point>;
const slotKey = (id: string, end: 'from' | 'to'): string => `${end} ${id}`;

/** Spreads the lines that share a side, in the order in which they go their ways. */
function slotsOf(lines: readonly Chosen[]): Slots {
  const bySide = new Map<string, { key: string; node: SceneNode; side: Side; other: Point }[]>();
  for (const { request, from, to, attachment } of lines)
    for (const end of ['from', 'to'] as const) {
      const [node, other, side] = end === 'from' ? [from, to, attachment.from] : [to, from, attachment.to];
      if (node.isBus) continue;
      const key = `${end === 'from' ? request.from : request.to} ${side}`;
      const towards = other.isBus ? centreOf(node.box) : centreOf(other.box);
      bySide.set(key, [...(bySide.get(key) ?? []), { key: slotKey(request.id, end), node, side, other: towards }]);
    }
  const slots = new Map<string, Point>();
  for (const ends of bySide.values()) {
    const horizontal = ends[0]?.side === 'top' || ends[0]?.side === 'bottom';
    const sorted = [...ends].sort(
      (a, b) => (horizontal ? a.other.x - b.other.x : a.other.y - b.other.y) || byCodeUnit(a.key, b.key),
    );
    sorted.forEach(({ key, node, side }, index) => {
      const length = horizontal ? node.box.width : node.box.height;
      const room = Math.max(0, length - 2 * (horizontal ? cornerGap : cornerGap / 2));
      const gap = sorted.length < 2 ? 0 : Math.min(slotGap[side], room / (sorted.length - 1));
      const offset = (index - (sorted.length - 1) / 2) * gap;
      slots.set(key, pointOn(node.box, side, offset));
    });
  }
  return slots;
}

/** A point on the border of a box, at an offset from the middle of its side. */
export function pointOn(box: Box, side: Side, offset: number): Point {
  const middle = centreOf(box);
  switch (side) {
    case 'top':
      return { x: middle.x + offset, y: box.y };
    case 'bottom':
      return { x: middle.x + offset, y: box.y + box.height };
    case 'left':
      return { x: box.x, y: middle.y + offset };
    default:
      return { x: box.x + box.width, y: middle.y + offset };
  }
}

function anchorsOf({ request, from, to }: Drawn, attachment: Attachment, slots: Slots): readonly [Anchor, Anchor] {
  const anchor = (end: 'from' | 'to'): Anchor => {
    const [node, side] = end === 'from' ? [from, attachment.from] : [to, attachment.to];
    const slot = slots.get(slotKey(request.id, end));
    return {
      point: slot ?? pointOn(node.box, side, 0),
      side,
      box: node.box,
      isFree: node.isBus,
      isSettled: slot !== undefined,
    };
  };
  return [anchor('from'), anchor('to')];
}
