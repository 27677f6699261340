import { bundled, type Bundle } from '../../layout/bundles.js';
import { isBus } from '../../layout/geometry.js';
import { LineRouter } from '../../layout/line-router.js';
import { pillWidthOf } from '../../layout/pills.js';
import type { Route, RouteRequest, Scene, SceneNode } from '../../layout/scene.js';
import { shownOf, shownTitles, type Shown } from '../../layout/shown.js';
import { lookup, type Box, type Design, type DesignNode, type Point } from '../../model/design.js';
import { translate, type Language } from '../../model/localized.js';
import type { SystemConnection } from '../../system/system.js';
import type { Picture } from './picture.js';
import { Remembered, memo, sameInputs } from './remembered.js';
import { areaNodeId, isNodeId, type Ghost } from './types.js';

/** A line of the canvas: one connection, or several between the same two ends. */
export interface Line {
  readonly id: string;
  /** Ids of the canvas: of nodes, and of collapsed contexts that stand for theirs. */
  readonly from: string;
  readonly to: string;
  readonly connections: readonly SystemConnection[];
  readonly label: string;
  /** Of each connection. */
  readonly labels: readonly string[];
  readonly pillWidth: number;
  readonly ghost: Ghost;
}

type Drawn = Picture['connections'][number];

/** The lines of pictures. One that says the same as before is the same object. */
export class Lines {
  readonly #remembered = new Remembered<Line>(sameInputs);
  readonly #lines = memo(this.#linesOf.bind(this));

  /** Parallel connections are bundled, with a count. */
  of({ design, connections }: Picture, language: Language): readonly Line[] {
    const shown = shownOf(design);
    // Where nothing is collapsed, lines depend on connections alone.
    return this.#lines(connections, shown.collapsed.size === 0 ? undefined : shown, language);
  }

  #linesOf(connections: Picture['connections'], shown: Shown | undefined, language: Language): readonly Line[] {
    const lines = bundlesOf(connections, shown).map((bundle) => {
      const { from, to, items } = bundle;
      const [{ connection, ghost }] = items;
      const inputs = [from, to, ghost, language, ...items.map((item) => item.connection)];
      return this.#remembered.get(`${connection.id} ${ghost}`, inputs, () => lineOf(bundle, language));
    });
    this.#remembered.sweep();
    return lines;
  }
}

/** The lines of one picture. */
export const linesOf = (picture: Picture, language: Language): readonly Line[] => new Lines().of(picture, language);

function bundlesOf(connections: Picture['connections'], shown: Shown | undefined): readonly Bundle<Drawn>[] {
  return bundled(
    connections,
    ({ connection }) => connection,
    (node) => {
      const context = shown?.standIn(node);
      return context === undefined ? node : areaNodeId(context);
    },
    ({ connection, ghost }) => `${ghost}\n${connection.origin === 'reference' ? 'reference' : 'line'}`,
  );
}

function lineOf({ from, to, items }: Bundle<Drawn>, language: Language): Line {
  const [{ connection: first, ghost }] = items;
  const connections = items.map(({ connection }) => connection);
  const labels = connections.map(({ label }) => translate(label, language).replaceAll('\n', ' '));
  const [words = ''] = labels;
  const isThin = first.origin === 'reference';
  const label = isThin ? '' : labels.length === 1 ? words : `${words} +${String(labels.length - 1)}`;
  return { id: first.id, from, to, connections, label, labels, pillWidth: pillWidthOf(label), ghost };
}

const sceneNodes = new WeakMap<Box, SceneNode>();

/** The same for the same box, whose size depends on whether it is a bus. */
function sceneNodeOf(box: Box, node: DesignNode | undefined): SceneNode {
  const known = sceneNodes.get(box);
  if (known !== undefined) return known;
  const made = { box, isBus: node !== undefined && isBus(node) };
  sceneNodes.set(box, made);
  return made;
}

/** Boxes of everything that lines have to respect. */
export function sceneOf(design: Design): Scene {
  const shown = shownOf(design);
  const nodes = new Map<string, SceneNode>();
  for (const [id, box] of shown.nodes) nodes.set(id, sceneNodeOf(box, lookup(design.nodes, id)));
  const areas: Box[] = [];
  for (const [id, box] of shown.areas)
    if (shown.collapsed.has(id)) nodes.set(areaNodeId(id), { box, isBus: false });
    else areas.push(box);
  return { nodes, areas, titles: shownTitles(design) };
}

const requestOf = (bends: Design['layout']['bends'], { id, from, to, pillWidth }: Line): RouteRequest => {
  const own = isNodeId(from) && isNodeId(to) ? lookup(bends, id) : undefined;
  return { id, from, to, pillWidth, ...(own === undefined ? {} : { bends: own }) };
};

/** Routes of the lines of a picture. */
export class Router {
  readonly #router = new LineRouter();
  readonly #scene = memo(sceneOf);
  readonly #requests = memo((bends: Design['layout']['bends'], lines: readonly Line[]) =>
    lines.map((line) => requestOf(bends, line)),
  );
  #inputs: readonly [Design['layout'], Design['nodes'], Design['contexts'], readonly Line[]] | undefined;

  /** Whether some lines are drawn plainly until `work` is done. */
  get isPending(): boolean {
    return this.#router.isPending;
  }

  route(design: Design, lines: readonly Line[]): ReadonlyMap<string, Route> {
    const inputs = [design.layout, design.nodes, design.contexts, lines] as const;
    const before = this.#inputs;
    if (before === undefined || inputs.some((input, index) => input !== before[index])) {
      this.#inputs = inputs;
      this.#router.update(this.#scene(design), this.#requests(design.layout.bends, lines));
    }
    return this.#router.routes;
  }

  /** Routes the rest until time is over; true: all is done. */
  work(isOver: () => boolean): boolean {
    return this.#router.work(isOver);
  }

  /** Routes of the lines of dragged nodes, clear of all others, which stay. */
  routeMoved(design: Design, lines: readonly Line[], moved: ReadonlyMap<string, Point>): ReadonlyMap<string, Route> {
    this.route(design, lines);
    const boxes = new Map<string, Box>();
    const { nodes } = this.#scene(design);
    for (const [id, at] of moved) {
      const box = nodes.get(id)?.box;
      if (box !== undefined) boxes.set(id, { ...box, ...at });
    }
    return this.#router.preview(boxes);
  }
}
