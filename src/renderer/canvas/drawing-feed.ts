import { createStore } from 'zustand/vanilla';
import type { Point } from '../../model/design.js';
import { studio, type StudioState } from '../studio/studio.js';
import { whenFree } from '../ui/when-free.js';
import type { NearView } from './near-view.js';
import { boxOfLine, isLargeDrawing } from './line-box.js';
import { pictureOf, previewPicture } from './picture.js';
import { Projector } from './projection.js';
import { memo } from './remembered.js';
import type { CanvasNode, ConnectionEdge } from './types.js';

/** Of each piece of routing: a frame has room for it. */
const sliceMilliseconds = 8;

/** All lines that are drawn, for what draws them beside React Flow: pills, and lines seen from afar. */
export const drawnLines = createStore<{ readonly edges: ConnectionEdge[] }>()(() => ({ edges: [] }));

/** What takes the drawing: the store of React Flow. */
export interface DrawingTarget {
  setNodes(nodes: CanvasNode[]): void;
  setEdges(edges: ConnectionEdge[]): void;
}

const pictureFor = ({ system, preview }: Pick<StudioState, 'system' | 'preview'>) =>
  preview === undefined || preview.side === 'before'
    ? pictureOf(system)
    : previewPicture(system, preview.after, preview.finding.nodes);

/**
 * Gives React Flow the nodes and lines of the studio, not as properties but into its store: an edit then renders the cards
 * and lines that it changes and nothing around them. Objects keep their identity while they say the same.
 */
export class DrawingFeed {
  readonly #projector = new Projector();
  readonly #picture = memo((system: StudioState['system'], preview: StudioState['preview']) =>
    pictureFor({ system, preview }),
  );
  #moved: ReadonlyMap<string, Point> = new Map();
  /** Of a large drawing: where lines have elements of their own. Undefined: nowhere. */
  #view: NearView | undefined;
  #nodes: CanvasNode[] = [];
  #near: ConnectionEdge[] = [];
  #isWaiting = false;
  #isOver = false;
  #callOff: () => void = () => undefined;

  constructor(private readonly target: () => DrawingTarget) {}

  /** Draws what there is now and from now on; returns what ends it. */
  start(): () => void {
    this.#isOver = false;
    this.#draw();
    const unsubscribe = studio.subscribe(() => {
      this.#drawSoon();
    });
    return () => {
      this.#isOver = true;
      unsubscribe();
      this.#callOff();
      drawnLines.setState({ edges: [] });
    };
  }

  /** Positions of what is being dragged, by ids of the canvas. */
  move(moved: ReadonlyMap<string, Point>): void {
    this.#moved = moved;
    this.#drawSoon();
  }

  /** The view of a large drawing; undefined: from so far away that no line can be taken hold of. */
  look(view: NearView | undefined): void {
    this.#view = view;
    this.#giveLines(drawnLines.getState().edges);
  }

  /** Once for all that changes in one go. */
  #drawSoon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    queueMicrotask(() => {
      this.#isWaiting = false;
      if (!this.#isOver) this.#draw();
    });
  }

  #draw(): void {
    const { system, preview, findings, problems, selection, language } = studio.getState();
    const { nodes, edges } = this.#projector.project({
      picture: this.#picture(system, preview),
      findings,
      problems,
      selection,
      language,
      moved: this.#moved,
    });
    if (!isSameList(nodes, this.#nodes)) {
      this.#nodes = nodes;
      this.target().setNodes(nodes);
    }
    if (!isSameList(edges, drawnLines.getState().edges)) drawnLines.setState({ edges });
    this.#giveLines(edges);
    this.#routeTheRest();
  }

  #giveLines(edges: ConnectionEdge[]): void {
    const near = isLargeDrawing(edges) ? nearLines(edges, this.#view) : edges;
    if (isSameList(near, this.#near)) return;
    this.#near = near;
    this.target().setEdges(near);
  }

  /** Lines of a large change come in slices, so that nobody waits for them. */
  #routeTheRest(): void {
    this.#callOff();
    if (!this.#projector.isPending) return;
    const slice = (): void => {
      const end = performance.now() + sliceMilliseconds;
      if (this.#projector.work(() => performance.now() > end)) this.#draw();
      else this.#callOff = whenFree(slice);
    };
    this.#callOff = whenFree(slice);
  }
}

const nearLines = (edges: ConnectionEdge[], view: NearView | undefined): ConnectionEdge[] =>
  view === undefined
    ? []
    : edges.filter(
        ({ data, selected }) => selected === true || (data !== undefined && view.hasBox(boxOfLine(data.points))),
      );

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
