import { pillWidthOf } from '../../layout/pills.js';
import { contextBoxes, isBus, nodeBox, nodeBoxes, titleBox } from '../../layout/geometry.js';
import { LineRouter } from '../../layout/line-router.js';
import type { Route, RouteRequest, Scene } from '../../layout/scene.js';
import { lookup, type Box, type Design, type Point } from '../../model/design.js';
import { translate, type Language } from '../../model/localized.js';
import type { SystemConnection } from '../../system/system.js';
import type { Picture } from './picture.js';
import type { Ghost } from './types.js';

/** A line of the canvas: one connection, or several between the same two nodes. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly connections: readonly SystemConnection[];
  readonly label: string;
  /** Of each connection. */
  readonly labels: readonly string[];
  readonly pillWidth: number;
  readonly ghost: Ghost;
}

/** The lines of a picture: parallel connections are bundled, with a count. */
export function linesOf({ connections }: Picture, language: Language): readonly Line[] {
  const bundles = new Map<string, { connections: SystemConnection[]; ghost: Ghost }>();
  for (const { connection, ghost } of connections) {
    const thin = connection.origin === 'reference' ? 'reference' : 'line';
    const key = [connection.from, connection.to, ghost, thin].join('\n');
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, { connections: [connection], ghost });
    else bundle.connections.push(connection);
  }
  return [...bundles.values()].flatMap(({ connections: bundled, ghost }) => {
    const [first] = bundled;
    if (first === undefined) return [];
    const labels = bundled.map(({ label }) => translate(label, language).replaceAll('\n', ' '));
    const [words = ''] = labels;
    const label = bundled.length === 1 ? words : `${words} +${String(bundled.length - 1)}`;
    const { id, from, to } = first;
    const shown = first.origin === 'reference' ? '' : label;
    return [{ id, from, to, connections: bundled, label: shown, labels, pillWidth: pillWidthOf(shown), ghost }];
  });
}

/** Boxes of everything that lines have to respect. */
export function sceneOf(design: Design): Scene {
  const nodes = new Map(
    [...nodeBoxes(design)].map(([id, box]) => {
      const node = lookup(design.nodes, id);
      return [id, { box, isBus: node !== undefined && isBus(node) }];
    }),
  );
  const areas = [...contextBoxes(design)].flatMap(([id, box]) => {
    const context = lookup(design.contexts, id);
    return context === undefined ? [] : [{ box, context }];
  });
  return {
    nodes,
    areas: areas.map(({ box }) => box),
    titles: areas.map(({ box, context }) => titleBox(context, box)),
  };
}

const requestOf = (design: Design, { id, from, to, pillWidth }: Line): RouteRequest => {
  const bends = lookup(design.layout.bends, id);
  return { id, from, to, pillWidth, ...(bends === undefined ? {} : { bends }) };
};

/** Routes of the lines of a picture. */
export class Router {
  readonly #router = new LineRouter();
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
      this.#router.update(
        sceneOf(design),
        lines.map((line) => requestOf(design, line)),
      );
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
    for (const [id, at] of moved) {
      const box = nodeBox(design, id);
      if (box !== undefined) boxes.set(id, { ...box, ...at });
    }
    return this.#router.preview(boxes);
  }
}
