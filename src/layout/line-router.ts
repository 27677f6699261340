import type { Box, Point } from '../model/design.js';
import type { Attached, Drawn } from './attach.js';
import { Occupancy } from './occupancy.js';
import { RouteHistory, type Change, type DrawingChange, type DrawnLine } from './route-history.js';
import { drawnLines, plainRoute, routeLines, type Routed } from './routes.js';
import type { Route, RouteRequest, Scene, SceneNode } from './scene.js';
import { sameBox, sameBoxes, sameNode, sameRequest } from './same.js';
import type { Side } from './segments.js';

/** So many lines are routed at once; more of them in slices, so that nothing waits for them. */
const atOnce = 16;
/** In a drawing of no more lines than this all of them are. */
const smallDrawing = 80;
/** While it is dragged a node with more lines than this has them drawn without regard for what is in the way. */
const draggedAtOnce = 16;
/** Lines that meet one side of a card move up for another one, unless there are more of them. */
const sideLimit = 24;
/** A card may come so near to a line before the line gives way. */
const nearness = 6;

const noRequests: ReadonlyMap<string, Change<RouteRequest>> = new Map();
const nowhere: Scene = { nodes: new Map(), titles: [], areas: [] };

/**
 * Keeps the routes of a drawing. A change routes only the lines that it concerns: those whose ends, bends or words changed,
 * those that a card now stands in the way of, and those that share a side of a card with them. The rest stays where it is.
 */
export class LineRouter {
  #scene = nowhere;
  #requests: ReadonlyMap<string, RouteRequest> = new Map();
  /** The list that `#requests` was made of. */
  #requested: readonly RouteRequest[] = [];
  readonly #occupancy = new Occupancy(nowhere);
  readonly #attached = new Map<string, Attached>();
  readonly #onSide = new Map<string, Set<string>>();
  /** Lines whose shown route is not the one they will have. */
  #stale: ReadonlySet<string> = new Set();
  #job: Generator<undefined, Routed> | undefined;
  /** Lines that the job moves along their sides. */
  #movingUp: readonly string[] = [];
  #routes = new Map<string, Route>();
  readonly #history = new RouteHistory();
  /** What the job is about, and the lines as they were; undefined: it is about several changes at once. */
  #change: DrawingChange | undefined;
  #before = new Map<string, DrawnLine | undefined>();
  /** Lines whose room has still to be told to the occupancy. */
  #unsettled = new Set<string>();

  /** The routes as far as they are known: lines that are still to be routed keep theirs, or are drawn plainly. */
  get routes(): ReadonlyMap<string, Route> {
    return this.#routes;
  }

  /** Whether lines are still to be routed, by `work`. */
  get isPending(): boolean {
    return this.#job !== undefined;
  }

  /** Takes what is drawn now. Few lines are routed at once. */
  update(scene: Scene, requests: readonly RouteRequest[]): void {
    const nodes = this.#takeNodes(scene);
    const covered = this.#takeAreas(scene);
    const changed = this.#takeRequests(requests);
    const change = { nodes, requests: changed };
    const isEmpty = nodes.size === 0 && changed.size === 0;
    const known = this.isPending || isEmpty ? undefined : this.#history.match(change);
    if (known !== undefined) {
      this.#restoreLines(known);
      return;
    }
    this.#settle();
    const gone = [...changed].filter(([, [, request]]) => request === undefined).map(([id]) => id);
    const removed = new Map(gone.map((id) => [id, this.#drawn(id)]));
    if (gone.length > 0) this.#routes = new Map(this.#routes);
    for (const id of gone) this.#forget(id);
    const dirty = this.#linesOf(change, covered);
    if (dirty.size > 0) {
      this.#begin(dirty, change, removed);
      if (dirty.size <= atOnce || this.#requests.size <= smallDrawing) this.work(() => false);
    } else if (!isEmpty) {
      if (this.isPending) this.#change = undefined;
      else this.#record(change, new Map([...removed].map(([id, line]) => [id, [line, undefined]])));
    }
  }

  /** The lines that a change concerns. */
  #linesOf({ nodes, requests }: DrawingChange, covered: readonly Box[]): Set<string> {
    const dirty = new Set<string>();
    for (const [id, [, request]] of requests) if (request !== undefined) dirty.add(id);
    for (const { id, from, to } of nodes.size === 0 ? [] : this.#requests.values())
      if (nodes.has(from) || nodes.has(to)) dirty.add(id);
    for (const [, after] of nodes.values())
      if (after !== undefined) for (const line of this.#occupancy.linesAt(grown(after.box, nearness))) dirty.add(line);
    for (const title of covered) for (const line of this.#occupancy.pillsAt(title)) dirty.add(line);
    if (dirty.size > 0) for (const id of this.#stale) if (this.#requests.has(id)) dirty.add(id);
    return dirty;
  }

  /** Goes on routing until it is told that time is over, or until all is done: then it answers with true. */
  work(isOver: () => boolean): boolean {
    while (this.#job !== undefined) {
      const step = this.#job.next();
      if (step.done === true) {
        this.#commit(step.value);
        return true;
      }
      if (isOver()) return false;
    }
    return true;
  }

  /** Routes of the lines of nodes that are being dragged; nothing is kept of it. */
  preview(moved: ReadonlyMap<string, Box>): ReadonlyMap<string, Route> {
    this.#settle();
    const routes = new Map<string, Route>();
    const toRoute: Drawn[] = [];
    const own = [...this.#requests.values()].filter(({ from, to }) => moved.has(from) || moved.has(to));
    for (const line of drawnLines(this.#scene, own)) {
      const { request } = line;
      const [from, to] = [moved.get(request.from), moved.get(request.to)];
      const route = this.#routes.get(request.id);
      const way = from === undefined || to === undefined ? undefined : sameWay(line, from, to);
      if (way !== undefined && route !== undefined) routes.set(request.id, shifted(route, way));
      else toRoute.push({ request, from: at(line.from, from), to: at(line.to, to) });
    }
    if (toRoute.length > draggedAtOnce || this.isPending)
      for (const line of toRoute) routes.set(line.request.id, plain(line));
    else for (const [id, route] of this.#previewed(toRoute, moved)) routes.set(id, route);
    return routes;
  }

  #previewed(lines: readonly Drawn[], moved: ReadonlyMap<string, Box>): ReadonlyMap<string, Route> {
    for (const [id, box] of moved) {
      const node = this.#scene.nodes.get(id);
      if (node !== undefined) this.#occupancy.setNode(id, { ...node, box });
    }
    for (const { request } of lines) this.#occupancy.removeLine(request.id);
    const { routes } = finish(
      routeLines(lines, this.#occupancy, (chosen) => chosen.map((line) => this.#settled(line, moved))),
    );
    for (const { request } of lines) this.#restore(request.id);
    for (const id of moved.keys()) this.#occupancy.setNode(id, this.#scene.nodes.get(id));
    return routes;
  }

  /** A line whose end at a card that does not move stays at its place of the side. */
  #settled(line: Attached, moved: ReadonlyMap<string, Box>): Attached {
    const { id, from, to } = line.request;
    const [before, route] = [this.#attached.get(id), this.#routes.get(id)];
    return {
      ...line,
      kept: {
        from: !moved.has(from) && before?.attachment.from === line.attachment.from ? route?.points[0] : undefined,
        to: !moved.has(to) && before?.attachment.to === line.attachment.to ? route?.points.at(-1) : undefined,
      },
    };
  }

  #restore(id: string): void {
    this.#occupancy.removeLine(id);
    const route = this.#routes.get(id);
    if (route === undefined) return;
    this.#occupancy.addLine(id, route.points);
    this.#occupancy.addPill(id, route);
  }

  /** Lines as they were drawn once. The occupancy hears of it when it is asked next. */
  #restoreLines(lines: ReadonlyMap<string, DrawnLine | undefined>): void {
    this.#routes = new Map(this.#routes);
    for (const [id, line] of lines) {
      this.#unsettled.add(id);
      this.#detach(id);
      if (line === undefined) this.#routes.delete(id);
      else {
        this.#routes.set(id, line.route);
        this.#attach(line.attached);
      }
    }
  }

  #settle(): void {
    for (const id of this.#unsettled) this.#restore(id);
    this.#unsettled.clear();
  }

  #record(change: DrawingChange | undefined, lines: ReadonlyMap<string, Change<DrawnLine>>): void {
    if (change === undefined) this.#history.clear();
    else this.#history.push(change, lines);
  }

  #drawn(id: string): DrawnLine | undefined {
    const [route, attached] = [this.#routes.get(id), this.#attached.get(id)];
    return route === undefined || attached === undefined ? undefined : { route, attached };
  }

  /** The nodes that came, went or have another box. */
  #takeNodes(scene: Scene): ReadonlyMap<string, Change<SceneNode>> {
    const changed = new Map<string, Change<SceneNode>>();
    let added = 0;
    for (const [id, node] of scene.nodes) {
      const before = this.#scene.nodes.get(id);
      if (before === undefined) added++;
      if (before === undefined || !sameNode(before, node)) changed.set(id, [before, node]);
    }
    if (scene.nodes.size !== this.#scene.nodes.size + added)
      for (const [id, before] of this.#scene.nodes) if (!scene.nodes.has(id)) changed.set(id, [before, undefined]);
    for (const [id, [, node]] of changed) this.#occupancy.setNode(id, node);
    return changed;
  }

  /** Titles that stand elsewhere than before. */
  #takeAreas(scene: Scene): readonly Box[] {
    const { titles, areas } = this.#scene;
    this.#scene = scene;
    if (sameBoxes(titles, scene.titles) && sameBoxes(areas, scene.areas)) return [];
    this.#occupancy.setAreas(scene);
    return scene.titles.filter((title) => !titles.some((before) => sameBox(before, title)));
  }

  /** The lines that came, went or differ. */
  #takeRequests(requests: readonly RouteRequest[]): ReadonlyMap<string, Change<RouteRequest>> {
    if (requests === this.#requested) return noRequests;
    this.#requested = requests;
    const before = this.#requests;
    this.#requests = new Map(requests.map((request) => [request.id, request]));
    const changed = new Map<string, Change<RouteRequest>>();
    for (const request of requests) {
      const old = before.get(request.id);
      if (old === undefined || !sameRequest(old, request)) changed.set(request.id, [old, request]);
    }
    for (const [id, old] of before) if (!this.#requests.has(id)) changed.set(id, [old, undefined]);
    return changed;
  }

  #forget(id: string): void {
    this.#occupancy.removeLine(id);
    this.#routes.delete(id);
    this.#detach(id);
  }

  #begin(dirty: ReadonlySet<string>, change: DrawingChange, removed: ReadonlyMap<string, DrawnLine | undefined>): void {
    this.#change = this.isPending ? undefined : change;
    this.#before = new Map([...removed, ...[...dirty].map((id) => [id, this.#drawn(id)] as const)]);
    this.#stale = dirty;
    // A job that was not finished leaves no traces.
    for (const id of this.#movingUp) this.#restore(id);
    this.#movingUp = [];
    const lines = drawnLines(
      this.#scene,
      [...dirty].flatMap((id) => this.#requests.get(id) ?? []),
    );
    this.#routes = new Map(this.#routes);
    const drawn = new Set(lines.map(({ request }) => request.id));
    for (const id of dirty) {
      this.#occupancy.removeLine(id);
      if (!drawn.has(id)) this.#forget(id);
    }
    for (const line of lines) {
      const { id, from, to } = line.request;
      if (!this.#routes.has(id) || change.nodes.has(from) || change.nodes.has(to)) this.#routes.set(id, plain(line));
    }
    this.#job = routeLines(lines, this.#occupancy, (chosen) => {
      const others = this.#neighbours(chosen, dirty);
      this.#movingUp = others.map(({ request }) => request.id);
      return [...chosen, ...others];
    });
  }

  /** The other lines of the sides that lines leave or come to. */
  #neighbours(lines: readonly Attached[], dirty: ReadonlySet<string>): readonly Attached[] {
    const touched = new Set<string>();
    for (const line of lines)
      for (const key of [...sidesOf(line), ...sidesOf(this.#attached.get(line.request.id))]) touched.add(key);
    const found = new Map<string, Attached>();
    for (const key of touched) {
      const ids = this.#onSide.get(key);
      if (ids === undefined || ids.size > sideLimit) continue;
      for (const id of ids) {
        const line = this.#attached.get(id);
        const points = this.#routes.get(id)?.points;
        if (dirty.has(id) || line === undefined || points === undefined || isBent(line)) continue;
        const [from, to] = sidesOf(line);
        const stays = (side: string | undefined, point: Point | undefined): Point | undefined =>
          side !== undefined && touched.has(side) ? undefined : point;
        found.set(id, { ...line, kept: { from: stays(from, points[0]), to: stays(to, points.at(-1)) } });
      }
    }
    return [...found.values()];
  }

  #commit({ routes, attached }: Routed): void {
    for (const id of this.#movingUp) if (!this.#before.has(id)) this.#before.set(id, this.#drawn(id));
    this.#job = undefined;
    this.#stale = new Set();
    this.#movingUp = [];
    this.#routes = new Map([...this.#routes, ...routes]);
    for (const { request, from, to, attachment } of attached) {
      // Taken away while the job went on.
      if (!this.#requests.has(request.id)) {
        this.#forget(request.id);
        continue;
      }
      this.#detach(request.id);
      this.#attach({ request, from, to, attachment });
    }
    this.#record(this.#change, new Map([...this.#before].map(([id, line]) => [id, [line, this.#drawn(id)]])));
    this.#before = new Map();
  }

  #attach(line: Attached): void {
    this.#attached.set(line.request.id, line);
    for (const key of sidesOf(line)) {
      const ids = this.#onSide.get(key) ?? new Set();
      this.#onSide.set(key, ids.add(line.request.id));
    }
  }

  #detach(id: string): void {
    for (const key of sidesOf(this.#attached.get(id))) {
      const ids = this.#onSide.get(key);
      ids?.delete(id);
      if (ids?.size === 0) this.#onSide.delete(key);
    }
    this.#attached.delete(id);
  }
}

function finish(work: Generator<undefined, Routed>): Routed {
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

const isBent = ({ request }: Drawn): boolean => (request.bends ?? []).length > 0;
const sideKey = (node: string, side: Side): string => `${node} ${side}`;

/** The sides that a line meets; a bus has room everywhere. */
const sidesOf = (line: Attached | undefined): readonly string[] =>
  line === undefined
    ? []
    : [sideKey(line.request.from, line.attachment.from), sideKey(line.request.to, line.attachment.to)];

const at = (node: SceneNode, box: Box | undefined): SceneNode => (box === undefined ? node : { ...node, box });
const plain = (line: Drawn): Route => ({ points: plainRoute(line), pill: undefined, pillWidth: 0 });

/** How far both ends go, if they go alike. */
function sameWay(line: Drawn, from: Box, to: Box): Point | undefined {
  const way = { x: from.x - line.from.box.x, y: from.y - line.from.box.y };
  return way.x === to.x - line.to.box.x && way.y === to.y - line.to.box.y ? way : undefined;
}

function shifted({ points, pill, pillWidth }: Route, by: Point): Route {
  const shift = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return { points: points.map(shift), pill: pill === undefined ? undefined : shift(pill), pillWidth };
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
