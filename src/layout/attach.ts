import type { Box, Point } from '../model/design.js';
import { byCodeUnit } from '../model/names.js';
import { centreOf, union } from './geometry.js';
import type { Surroundings } from './occupancy.js';
import { bestRoute, lanesNear, lengthBetween, type Anchor, type Attachment, type Lanes } from './route.js';
import type { RouteRequest, SceneNode } from './scene.js';
import { sides, type Side } from './segments.js';

/** Where lines meet their cards: on which sides, and at which places of them. */

/** A line with the nodes at its ends. */
export interface Drawn {
  readonly request: RouteRequest;
  readonly from: SceneNode;
  readonly to: SceneNode;
}
export interface Attached extends Drawn {
  readonly attachment: Attachment;
  /** Places on sides that stay as they are. */
  readonly kept?: { readonly from?: Point | undefined; readonly to?: Point | undefined };
}

/** Between two lines on one side of a card. */
const slotGap: Record<Side, number> = { top: 28, bottom: 28, left: 16, right: 16 };
/** A line keeps this far from the corners of its card. */
const cornerGap = 20;
/** A route between facing sides that costs no more than this beyond its length needs no comparison. */
const easy = 100;

/** The box that a line stays in or near. A bus counts only where the other end lies: it may be very long. */
function between({ from, to }: Drawn): Box {
  if (from.isBus === to.isBus) return union([from.box, to.box]);
  const [bus, { box }] = from.isBus ? [from.box, to] : [to.box, from];
  const x = Math.min(Math.max(box.x, bus.x), bus.x + bus.width);
  return union([box, { x, y: bus.y, width: 0, height: bus.height }]);
}

/** The lanes that a line may take round what is in its way. */
export const lanesOf = (line: Drawn, near: Surroundings): (() => Lanes) =>
  lanesNear(near, between(line), line.from.box, line.to.box);

/** How far a line has to go, about. */
export function distance({ from, to }: Drawn): number {
  const [a, b] = [centreOf(from.box), centreOf(to.box)];
  const across = from.isBus || to.isBus ? 0 : Math.abs(a.x - b.x);
  return across + Math.abs(a.y - b.y);
}

/** Short lines first: they have the least choice. */
export const byDistance = (a: Drawn, b: Drawn): number =>
  distance(a) - distance(b) || byCodeUnit(a.request.id, b.request.id);

/** The pair of sides with the best route between their middles; sides that look away only where the others are blocked. */
export function chooseSides(line: Drawn, near: Surroundings): Attachment {
  let best: { attachment: Attachment; cost: number } | undefined;
  const tried = new Set<string>();
  const lanes = lanesOf(line, near);
  for (const look of [true, false]) {
    // The nearest pair first: what costs more than its route is soon given up.
    const pairs = facingSides(line.from, line.to, look)
      .flatMap((from) => facingSides(line.to, line.from, look).map((to) => ({ from, to })))
      .filter(({ from, to }) => !tried.has(`${from} ${to}`))
      .map((attachment) => ({ attachment, anchors: anchorsOf({ ...line, attachment }, new Map()) }))
      .map((pair) => ({ ...pair, length: lengthBetween(...pair.anchors) }))
      .sort((a, b) => a.length - b.length);
    for (const { attachment, anchors } of pairs) {
      tried.add(`${attachment.from} ${attachment.to}`);
      const route = bestRoute(anchors, near, line.request, lanes, best?.cost);
      if (route !== undefined) best = { attachment, cost: route.cost };
    }
    if (best !== undefined && best.cost < distance(line) + easy) break;
  }
  return best?.attachment ?? { from: 'bottom', to: 'top' };
}

/** The sides of a node, or those of them that face another one. */
function facingSides(node: SceneNode, other: SceneNode, onlyFacing: boolean): readonly Side[] {
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

export type Slots = ReadonlyMap<string, Point>;
const slotKey = (id: string, end: 'from' | 'to'): string => `${end} ${id}`;

/** Spreads the lines that share a side, in the order in which they go their ways. */
export function slotsOf(lines: readonly Attached[]): Slots {
  const bySide = new Map<string, { key: string; node: SceneNode; side: Side; other: Point }[]>();
  const slots = new Map<string, Point>();
  for (const { request, from, to, attachment, kept } of lines)
    for (const end of ['from', 'to'] as const) {
      const [node, other, side] = end === 'from' ? [from, to, attachment.from] : [to, from, attachment.to];
      if (node.isBus) continue;
      const place = kept?.[end];
      if (place !== undefined) {
        slots.set(slotKey(request.id, end), place);
        continue;
      }
      const key = `${end === 'from' ? request.from : request.to} ${side}`;
      const towards = other.isBus ? centreOf(node.box) : centreOf(other.box);
      const slot = { key: slotKey(request.id, end), node, side, other: towards };
      const there = bySide.get(key);
      if (there === undefined) bySide.set(key, [slot]);
      else there.push(slot);
    }
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

/** Where a line leaves and arrives, by its sides and its places on them. */
export function anchorsOf({ request, from, to, attachment }: Attached, slots: Slots): readonly [Anchor, Anchor] {
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
