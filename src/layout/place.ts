import { entries, lookup, type Box, type Design, type Point } from '../model/design.js';
import { cardWidth, columnGap, rowGap, snap } from './define.js';
import { areaAround, centreOf, contextBox, nodeBox, nodeBoxes, overlaps, sizeOf, union } from './geometry.js';

/** Places for new nodes: what is there already never moves, and nothing comes to lie upon it. */

/** Kept free around what is there: enough for a port and a line. */
const clearance = 16;
/** Rings of places that are tried around the wanted one. */
const ringLimit = 40;

/** The free place nearest to a point (the middle of the new node), and outside of areas that it does not belong to. */
export function placeAt(design: Design, point: Point, service: string, context?: string): Point {
  const size = sizeOf(service);
  const wanted = { x: snap(point.x - size.width / 2), y: snap(point.y - size.height / 2) };
  const taken = [...nodeBoxes(design).values()];
  const foreign = foreignAreas(design, context);
  return nearestFree(wanted, size, (box) =>
    taken.some((other) => overlaps(box, other, clearance))
      ? Infinity
      : foreign.filter((area) => overlaps(box, area)).length * 400,
  );
}

const foreignAreas = (design: Design, context: string | undefined): readonly Box[] =>
  entries(design.contexts)
    .filter(([id]) => id !== context)
    .flatMap(([id]) => contextBox(design, id) ?? []);

/** A free place beside a node: below it first, then to its right, its left, above; inside its context if that can be. */
export function placeBeside(design: Design, node: string, service: string): Point {
  const box = nodeBox(design, node);
  if (box === undefined) return placeAt(design, centreOf(union([...nodeBoxes(design).values()])), service);
  return placeNear(design, [box], lookup(design.nodes, node)?.context, service);
}

/** A free place near boxes, in the context given. */
export function placeNear(design: Design, near: readonly Box[], context: string | undefined, service: string): Point {
  const size = sizeOf(service);
  const taken = [...nodeBoxes(design).values()];
  const own = context === undefined ? undefined : contextBox(design, context);
  const foreign = foreignAreas(design, context);
  // The area of the context grows with its new member: it should not grow over others.
  const cost = (box: Box): number => {
    if (taken.some((other) => overlaps(box, other, clearance))) return Infinity;
    const area = own === undefined ? box : union([own, areaAround([box])]);
    const growth = own === undefined ? 0 : area.width * area.height - own.width * own.height;
    const strangers = taken.filter((other) => own !== undefined && overlaps(area, other) && !overlaps(own, other));
    return foreign.filter((other) => overlaps(area, other)).length * 2_000 + strangers.length * 1_000 + growth / 400;
  };
  const middle = centreOf(union(near));
  const anchor = near[0] ?? { x: 0, y: 0, width: cardWidth, height: 0 };
  const wanted =
    near.length > 1
      ? { x: snap(middle.x - size.width / 2), y: snap(middle.y - size.height / 2) }
      : { x: anchor.x, y: anchor.y + anchor.height + rowGap };
  return nearestFree(wanted, size, cost);
}

/** The place nearest to the wanted one that costs least; 0 is free. Distance costs as well. */
export function nearestFree(
  wanted: Point,
  size: { readonly width: number; readonly height: number },
  cost: (box: Box) => number,
): Point {
  const stepX = size.width + columnGap;
  const stepY = size.height + rowGap;
  let best = { point: wanted, cost: cost({ ...wanted, ...size }) };
  if (best.cost === 0) return wanted;
  for (let ring = 1; ring <= ringLimit; ring++) {
    // Whatever lies further out is dearer by its distance alone.
    if (best.cost <= ring * 20) break;
    for (const [column, row] of ringPlaces(ring)) {
      const point = { x: wanted.x + (column * stepX) / 2, y: wanted.y + (row * stepY) / 2 };
      const total = cost({ ...point, ...size }) + (Math.abs(column) + Math.abs(row)) * 20 + (row < 0 ? 15 : 0);
      if (total < best.cost) best = { point: { x: snap(point.x), y: snap(point.y) }, cost: total };
    }
  }
  return best.point;
}

/** Places of a ring, right and below first. */
function ringPlaces(ring: number): [number, number][] {
  const places: [number, number][] = [];
  for (let offset = 0; offset <= ring; offset++)
    for (const sign of offset === 0 ? [1] : [1, -1])
      places.push([ring, sign * offset], [sign * offset, ring], [-ring, sign * offset], [sign * offset, -ring]);
  return places;
}
