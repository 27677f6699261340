import type { Box } from '../model/design.js';
import { pillBox } from './pill-box.js';
import type { Route, Scene, SceneNode } from './scene.js';
import { bordersOf, segmentsOf, type Segment } from './segments.js';
import { SpatialIndex } from './spatial-index.js';

export interface Obstacle {
  readonly id: string;
  readonly box: Box;
  readonly isBus: boolean;
}

/** What a line and its label have to respect, near a box. */
export interface Surroundings {
  obstacles(near: Box): readonly Obstacle[];
  titles(near: Box): readonly Box[];
  borders(near: Box): readonly Segment[];
  /** Pieces of other lines. */
  used(near: Box): readonly Segment[];
  /** Labels of other lines. */
  pills(near: Box): readonly Box[];
}

interface LinePart<Shape> {
  readonly line: string;
  readonly shape: Shape;
}

/** Box around a segment. */
export function segmentBox({ from, to }: Segment, margin = 0): Box {
  return {
    x: Math.min(from.x, to.x) - margin,
    y: Math.min(from.y, to.y) - margin,
    width: Math.abs(from.x - to.x) + 2 * margin,
    height: Math.abs(from.y - to.y) + 2 * margin,
  };
}

/** Everything on the canvas that takes up room: cards, titles and borders of areas, and the lines drawn so far. */
export class Occupancy implements Surroundings {
  readonly #obstacles = new SpatialIndex<Obstacle>();
  readonly #nodes = new Map<string, Obstacle>();
  #titles = new SpatialIndex<Box>();
  #borders = new SpatialIndex<Segment>();
  readonly #segments = new SpatialIndex<LinePart<Segment>>();
  readonly #pills = new SpatialIndex<LinePart<Box>>();
  readonly #parts = new Map<string, { segments: readonly LinePart<Segment>[]; pill: LinePart<Box> | undefined }>();

  constructor(scene: Scene) {
    for (const [id, node] of scene.nodes) this.setNode(id, node);
    this.setAreas(scene);
  }

  /** Puts a card somewhere else, or takes it away. */
  setNode(id: string, node: SceneNode | undefined): void {
    const before = this.#nodes.get(id);
    if (before !== undefined) this.#obstacles.remove(before.box, before);
    this.#nodes.delete(id);
    if (node === undefined) return;
    const obstacle = { id, box: node.box, isBus: node.isBus };
    this.#nodes.set(id, obstacle);
    this.#obstacles.insert(node.box, obstacle);
  }

  setAreas({ titles, areas }: Pick<Scene, 'titles' | 'areas'>): void {
    this.#titles = new SpatialIndex();
    this.#borders = new SpatialIndex();
    for (const title of titles) this.#titles.insert(title, title);
    for (const area of areas) for (const border of bordersOf(area)) this.#borders.insert(segmentBox(border), border);
  }

  obstacles(near: Box): readonly Obstacle[] {
    return this.#obstacles.search(near);
  }
  titles(near: Box): readonly Box[] {
    return this.#titles.search(near);
  }
  borders(near: Box): readonly Segment[] {
    return this.#borders.search(near);
  }
  used(near: Box): readonly Segment[] {
    return this.#segments.search(near).map(({ shape }) => shape);
  }
  pills(near: Box): readonly Box[] {
    return this.#pills.search(near).map(({ shape }) => shape);
  }

  /** Puts in the pieces of a line. */
  addLine(line: string, points: Route['points']): void {
    this.removeLine(line);
    const segments = segmentsOf(points).map((shape) => ({ line, shape }));
    for (const part of segments) this.#segments.insert(segmentBox(part.shape), part);
    this.#parts.set(line, { segments, pill: undefined });
  }

  /** Puts in the label of a line. */
  addPill(line: string, { pill, pillWidth }: Pick<Route, 'pill' | 'pillWidth'>): void {
    const parts = this.#parts.get(line);
    if (parts === undefined || pill === undefined) return;
    const shape = pillBox(pill, pillWidth);
    parts.pill = { line, shape };
    this.#pills.insert(shape, parts.pill);
  }

  removePill(line: string): void {
    const parts = this.#parts.get(line);
    if (parts?.pill === undefined) return;
    this.#pills.remove(parts.pill.shape, parts.pill);
    parts.pill = undefined;
  }

  removeLine(line: string): void {
    const parts = this.#parts.get(line);
    if (parts === undefined) return;
    this.removePill(line);
    for (const part of parts.segments) this.#segments.remove(segmentBox(part.shape), part);
    this.#parts.delete(line);
  }

  /** Lines that run through a box, or whose label lies on it. */
  linesAt(box: Box): ReadonlySet<string> {
    return new Set([
      ...this.#segments.search(box).map(({ line }) => line),
      ...this.#pills.search(box).map(({ line }) => line),
    ]);
  }

  /** Lines whose label lies on a box. */
  pillsAt(box: Box): readonly string[] {
    return this.#pills.search(box).map(({ line }) => line);
  }
}
