import {
  entries,
  lookup,
  type Box,
  type Context,
  type Design,
  type DesignNode,
  type NodeLayout,
  type Point,
} from '../model/design.js';
import { textWidth } from './text-width.js';
import { areaPadding, areaTitleHeight, busHeight, busWidth, cardHeight, cardWidth } from './define.js';

/** Boxes of what is drawn, from the layout of a design. */

/** An event bus is drawn as a wide bar that events enter and leave vertically. */
export const isBus = (node: Pick<DesignNode, 'service'>): boolean => node.service === 'event-bus';

/** Width and height of a node's card or bar. */
export function sizeOf(service: string, width?: number): { readonly width: number; readonly height: number } {
  return isBus({ service })
    ? { width: Math.max(width ?? busWidth, cardWidth), height: busHeight }
    : { width: cardWidth, height: cardHeight };
}

/** The box of a node; undefined: it has no position yet. */
export function nodeBox(design: Design, id: string): Box | undefined {
  const node = lookup(design.nodes, id);
  const at = lookup(design.layout.nodes, id);
  return node === undefined || at === undefined ? undefined : boxAt(at, node.service);
}

const boxesOfDesign = new WeakMap<Design, ReadonlyMap<string, Box>>();
/** A node that stays where it is keeps its box: what is drawn of it can be compared at a glance. */
const boxesOfPlaces = new WeakMap<NodeLayout, { readonly service: string; readonly box: Box }>();

function boxAt(place: NodeLayout, service: string): Box {
  const known = boxesOfPlaces.get(place);
  if (known?.service === service) return known.box;
  const box = { x: place.x, y: place.y, ...sizeOf(service, place.width) };
  boxesOfPlaces.set(place, { service, box });
  return box;
}

/** Boxes of all nodes that have a position. */
export function nodeBoxes(design: Design): ReadonlyMap<string, Box> {
  const known = boxesOfDesign.get(design);
  if (known !== undefined) return known;
  const boxes = new Map<string, Box>();
  for (const [id, node] of entries(design.nodes)) {
    const at = lookup(design.layout.nodes, id);
    if (at !== undefined) boxes.set(id, boxAt(at, node.service));
  }
  boxesOfDesign.set(design, boxes);
  return boxes;
}

/** The area of a context: the one of the layout, grown where a member would stick out. */
export const contextBox = (design: Design, id: string): Box | undefined => contextBoxes(design).get(id);

const areasOfDesign = new WeakMap<Design, ReadonlyMap<string, Box>>();

/** The areas of all contexts that have a position or a member with one. */
export function contextBoxes(design: Design): ReadonlyMap<string, Box> {
  const known = areasOfDesign.get(design);
  if (known !== undefined) return known;
  const members = new Map<string, Box[]>();
  for (const [id, box] of nodeBoxes(design)) {
    const context = lookup(design.nodes, id)?.context;
    if (context === undefined) continue;
    const boxes = members.get(context);
    if (boxes === undefined) members.set(context, [box]);
    else boxes.push(box);
  }
  const areas = new Map<string, Box>();
  for (const [id] of entries(design.contexts)) {
    const stored = lookup(design.layout.contexts, id);
    const inside = members.get(id);
    const boxes: Box[] = inside === undefined ? [] : [areaAround(inside)];
    if (stored !== undefined && stored.width > 0)
      boxes.push({ x: stored.x, y: stored.y, width: stored.width, height: stored.height });
    if (boxes.length > 0) areas.set(id, union(boxes));
  }
  areasOfDesign.set(design, areas);
  return areas;
}

/** Stands before the name of a team; its longest form. */
const teamWord = 'チーム: ';

/** Width of the words at the top of an area: the label, and the team after it. */
export function titleWidth({ label, team }: Pick<Context, 'label' | 'team'>): number {
  return Math.ceil(
    textWidth(label, 14) + (team === undefined || team === '' ? 0 : textWidth(`${teamWord}${team}`, 13) + 8),
  );
}

/** Where the title of a context stands in its area. */
export function titleBox(context: Pick<Context, 'label' | 'team'>, area: Box): Box {
  const width = Math.min(titleWidth(context), area.width - 2 * areaPadding);
  return { x: area.x + areaPadding, y: area.y + 12, width, height: 20 };
}

/** The area that boxes need: padding, and room for the title above. */
export function areaAround(boxes: readonly Box[]): Box {
  const inner = union(boxes);
  return {
    x: inner.x - areaPadding,
    y: inner.y - areaTitleHeight,
    width: inner.width + 2 * areaPadding,
    height: inner.height + areaTitleHeight + areaPadding,
  };
}

/** The smallest box around boxes; an empty one at the origin for none. */
export function union(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether two boxes share more than an edge, once grown by half of `gap` each. */
export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

export const containsPoint = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

export const centreOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
