import type { Point } from '../model/design.js';
import { anchorsOf, byDistance, chooseSides, lanesOf, slotsOf, type Attached, type Drawn } from './attach.js';
import { throughBends } from './bends.js';
import { centreOf } from './geometry.js';
import { Occupancy } from './occupancy.js';
import { placePills } from './pills.js';
import { bestRoute } from './route.js';
import type { Route, RouteRequest, Scene } from './scene.js';
import { simplified } from './segments.js';

/** Routes of connections: orthogonal, round what is drawn, with a place for the label of each. */

export type { Route, RouteRequest, Scene, SceneNode } from './scene.js';

/** Routes for all requests whose ends are in the scene. */
export function routeConnections(scene: Scene, requests: readonly RouteRequest[]): ReadonlyMap<string, Route> {
  const occupancy = new Occupancy(scene);
  const work = routeLines(drawnLines(scene, requests), occupancy);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value.routes;
}

/** The requests whose two ends are drawn and differ. */
export function drawnLines(scene: Scene, requests: Iterable<RouteRequest>): readonly Drawn[] {
  return [...requests].flatMap((request): Drawn[] => {
    const from = scene.nodes.get(request.from);
    const to = scene.nodes.get(request.to);
    return from === undefined || to === undefined || request.from === request.to ? [] : [{ request, from, to }];
  });
}

export interface Routed {
  readonly routes: ReadonlyMap<string, Route>;
  readonly attached: readonly Attached[];
}

/**
 * Routes lines among what the occupancy holds, and puts them into it. It pauses after each line, so that much of it can be
 * done in slices. `beside` says what else there is on the sides that were chosen: lines that move up with their sides
 * known, and places of these lines that stay.
 */
export function* routeLines(
  lines: readonly Drawn[],
  occupancy: Occupancy,
  beside: (lines: readonly Attached[]) => readonly Attached[] = (chosen) => chosen,
): Generator<undefined, Routed> {
  // First the sides, each line for itself; then the places on them, since lines that share a side spread over it.
  const chosen: Attached[] = [];
  for (const line of [...lines].sort(byDistance)) {
    const isBent = (line.request.bends ?? []).length > 0;
    chosen.push({ ...line, attachment: isBent ? bentSides(line) : chooseSides(line, occupancy) });
    yield;
  }
  const attached = [...beside(chosen)].sort(byDistance);
  for (const { request } of attached) occupancy.removeLine(request.id);
  const slots = slotsOf(attached);
  const points = new Map<string, readonly Point[]>();
  for (const line of attached) {
    const { request, from, to } = line;
    const path =
      throughBends({ from: from.box, to: to.box }, request.bends ?? []) ??
      bestRoute(anchorsOf(line, slots), occupancy, request, lanesOf(line, occupancy))?.points ??
      plainRoute(line);
    points.set(request.id, path);
    occupancy.addLine(request.id, path);
    yield;
  }
  const pills = yield* placePills(
    attached.map(({ request }) => ({
      id: request.id,
      width: request.pillWidth,
      points: points.get(request.id) ?? [],
    })),
    occupancy,
  );
  const routes = new Map(
    [...points].map(([id, path]): [string, Route] => {
      const pill = pills.get(id);
      return [id, { points: path, pill: pill?.point, pillWidth: pill?.width ?? 0 }];
    }),
  );
  return { routes, attached };
}

/** The sides that a line bent by hand meets. */
function bentSides({ request, from, to }: Drawn): Attached['attachment'] {
  const path = throughBends({ from: from.box, to: to.box }, request.bends ?? []) ?? [];
  const sideAt = ({ box }: Drawn['from'], at: Point | undefined) => {
    if (at === undefined || at.y <= box.y) return 'top';
    if (at.y >= box.y + box.height) return 'bottom';
    return at.x <= box.x ? 'left' : 'right';
  };
  return { from: sideAt(from, path[0]), to: sideAt(to, path.at(-1)) };
}

/** A route that looks at nothing but its two ends: good enough for a moment. */
export function plainRoute({ from, to }: Drawn): readonly Point[] {
  const [a, b] = [centreOf(from.box), centreOf(to.box)];
  const isBelow = to.box.y >= from.box.y + from.box.height;
  const isAbove = to.box.y + to.box.height <= from.box.y;
  const bus = from.isBus ? from.box : to.isBus ? to.box : undefined;
  if (isBelow || isAbove) {
    const [startY, endY] = isBelow ? [from.box.y + from.box.height, to.box.y] : [from.box.y, to.box.y + to.box.height];
    const along = (x: number): number =>
      bus === undefined ? x : Math.min(Math.max(x, bus.x + 20), bus.x + bus.width - 20);
    const [startX, endX] = [from.isBus ? along(b.x) : a.x, to.isBus ? along(a.x) : b.x];
    const y = (startY + endY) / 2;
    return simplified([
      { x: startX, y: startY },
      { x: startX, y },
      { x: endX, y },
      { x: endX, y: endY },
    ]);
  }
  const isRight = b.x >= a.x;
  const [startX, endX] = isRight ? [from.box.x + from.box.width, to.box.x] : [from.box.x, to.box.x + to.box.width];
  const x = (startX + endX) / 2;
  return simplified([
    { x: startX, y: a.y },
    { x, y: a.y },
    { x, y: b.y },
    { x: endX, y: b.y },
  ]);
}
