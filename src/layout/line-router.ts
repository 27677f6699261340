import type { Box, Point } from '../model/design.js';
import type { Attached, Drawn } from './attach.js';
import { Occupancy } from './occupancy.js';
import { drawnLines, plainRoute, routeLines, type Routed } from './routes.js';
import type { Route, RouteRequest, Scene, SceneNode } from './scene.js';
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

const nowhere: Scene = { nodes: new Map(), titles: [], areas: [] };

/**
 * Keeps the routes of a drawing. A change routes only the lines that it concerns: those whose ends, bends or words changed,
 * those that a card now stands in the way of, and those that share a side of a card with them. The rest stays where it is.
 */
export class LineRouter {
  #scene = nowhere;
  #requests: ReadonlyMap<string, RouteRequest> = new Map();
  readonly #occupancy = new Occupancy(nowhere);
  readonly #attached = new Map<string, Attached>();
  readonly #onSide = new Map<string, Set<string>>();
  /** Lines whose shown route is not the one they will have. */
  #stale: ReadonlySet<string> = new Set();
  #job: Generator<undefined, Routed> | undefined;
  /** Lines that the job moves along their sides. */
  #movingUp: readonly string[] = [];
  #routes = new Map<string, Route>();

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
    const moved = this.#takeNodes(scene);
    const covered = this.#takeAreas(scene);
    const dirty = this.#takeRequests(requests, moved);
    for (const id of moved) {
      const box = scene.nodes.get(id)?.box;
      if (box === undefined) continue;
      for (const line of this.#occupancy.linesAt(grown(box, nearness))) dirty.add(line);
    }
    for (const title of covered) for (const line of this.#occupancy.pillsAt(title)) dirty.add(line);
    if (dirty.size === 0) return;
    for (const id of this.#stale) if (this.#requests.has(id)) dirty.add(id);
    this.#begin(dirty, moved);
    if (dirty.size <= atOnce || this.#requests.size <= smallDrawing) this.work(() => false);
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

  /** Ids of the nodes that are new or have another box. */
  #takeNodes(scene: Scene): ReadonlySet<string> {
    const moved = new Set<string>();
    for (const [id, node] of scene.nodes) {
      const before = this.#scene.nodes.get(id);
      if (before?.isBus === node.isBus && sameBox(before.box, node.box)) continue;
      moved.add(id);
      this.#occupancy.setNode(id, node);
    }
    for (const id of this.#scene.nodes.keys()) if (!scene.nodes.has(id)) this.#occupancy.setNode(id, undefined);
    return moved;
  }

  /** Titles that stand elsewhere than before. */
  #takeAreas(scene: Scene): readonly Box[] {
    const { titles, areas } = this.#scene;
    this.#scene = scene;
    if (sameBoxes(titles, scene.titles) && sameBoxes(areas, scene.areas)) return [];
    this.#occupancy.setAreas(scene);
    return scene.titles.filter((title) => !titles.some((before) => sameBox(before, title)));
  }

  /** Ids of the lines that are new, differ, or have an end that moved. */
  #takeRequests(requests: readonly RouteRequest[], moved: ReadonlySet<string>): Set<string> {
    const before = this.#requests;
    this.#requests = new Map(requests.map((request) => [request.id, request]));
    const gone = [...before.keys()].filter((id) => !this.#requests.has(id));
    if (gone.length > 0) {
      this.#routes = new Map(this.#routes);
      for (const id of gone) this.#forget(id);
    }
    const dirty = new Set<string>();
    for (const request of requests) {
      const { id, from, to } = request;
      const old = before.get(id);
      if (old === undefined || !sameRequest(old, request) || moved.has(from) || moved.has(to)) dirty.add(id);
    }
    return dirty;
  }

  #forget(id: string): void {
    this.#occupancy.removeLine(id);
    this.#routes.delete(id);
    this.#detach(id);
  }

  #begin(dirty: ReadonlySet<string>, moved: ReadonlySet<string>): void {
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
      if (!this.#routes.has(id) || moved.has(from) || moved.has(to)) this.#routes.set(id, plain(line));
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
      const line = { request, from, to, attachment };
      this.#attached.set(request.id, line);
      for (const key of sidesOf(line)) {
        const ids = this.#onSide.get(key) ?? new Set();
        this.#onSide.set(key, ids.add(request.id));
      }
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

const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const sameBoxes = (a: readonly Box[], b: readonly Box[]): boolean =>
  a.length === b.length &&
  a.every((box, index) => {
    const other = b[index];
    return other !== undefined && sameBox(box, other);
  });

function sameRequest(a: RouteRequest, b: RouteRequest): boolean {
  if (a.from !== b.from || a.to !== b.to || a.pillWidth !== b.pillWidth) return false;
  if (a.bends === b.bends) return true;
  const [before, after] = [a.bends ?? [], b.bends ?? []];
  return before.length === after.length && before.every((point, index) => isSamePoint(point, after[index]));
}

const isSamePoint = (a: Point, b: Point | undefined): boolean => b !== undefined && a.x === b.x && a.y === b.y;
