import type { Finding } from '../../advisor/define.js';
import type { Selection } from '../../editor/define.js';
import type { Point } from '../../model/design.js';
import type { Language } from '../../model/localized.js';
import type { Problem } from '../../model/problems.js';
import { DrawnEdges } from './drawn-edges.js';
import { DrawnNodes } from './drawn-nodes.js';
import { Lines, Router, type Line } from './lines.js';
import { connectionsWithProblems, marksOf } from './marks.js';
import type { Picture } from './picture.js';
import { memo } from './remembered.js';
import type { CanvasNode, ConnectionEdge } from './types.js';

export interface ProjectionInput {
  readonly picture: Picture;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly selection: Selection;
  readonly language: Language;
  /** Positions of what is being dragged, by ids of the canvas. */
  readonly moved: ReadonlyMap<string, Point>;
}

export interface Projection {
  readonly nodes: CanvasNode[];
  readonly edges: ConnectionEdge[];
}

/**
 * The nodes and edges that React Flow draws. What did not change keeps its identity, so that one edit renders one card,
 * and a drag touches only what is dragged and its lines.
 */
export class Projector {
  readonly #router = new Router();
  readonly #drawnNodes = new DrawnNodes();
  readonly #drawnEdges = new DrawnEdges();
  readonly #drawnLines = new Lines();
  readonly #lines = memo((picture: Picture, language: Language) => this.#drawnLines.of(picture, language));
  readonly #marks = memo(marksOf);
  readonly #withProblems = memo(connectionsWithProblems);
  readonly #nodes = memo(
    (
      picture: Picture,
      selection: Selection,
      language: Language,
      findings: readonly Finding[],
      problems: readonly Problem[],
    ) => this.#drawnNodes.of({ picture, selection, language, marks: this.#marks(findings, problems) }),
  );
  readonly #edges = memo(
    (lines: readonly Line[], routes: ReturnType<Router['route']>, selection: Selection, problems: readonly Problem[]) =>
      this.#drawnEdges.of({ lines, routes, selection, withProblems: this.#withProblems(problems) }),
  );
  readonly #still = memo((nodes: CanvasNode[], edges: ConnectionEdge[]): Projection => ({ nodes, edges }));

  /** Whether some lines are drawn plainly for now: `work` finds their ways, and then they are to be projected again. */
  get isPending(): boolean {
    return this.#router.isPending;
  }

  /** Goes on until time is over; true: all lines have their ways. */
  work(isOver: () => boolean): boolean {
    return this.#router.work(isOver);
  }

  project(input: ProjectionInput): Projection {
    const { picture, findings, problems, selection, language, moved } = input;
    const lines = this.#lines(picture, language);
    const routes = this.#router.route(picture.design, lines);
    const still = this.#still(
      this.#nodes(picture, selection, language, findings, problems),
      this.#edges(lines, routes, selection, problems),
    );
    if (moved.size === 0) return still;
    const dragged = this.#router.routeMoved(picture.design, lines, moved);
    return {
      nodes: still.nodes.map((node) => {
        const position = moved.get(node.id);
        return position === undefined
          ? node
          : { ...node, position, style: { ...node.style, ...carried(node, position) } };
      }),
      edges: still.edges.map((edge) => {
        const route = dragged.get(edge.id);
        return route === undefined || edge.data === undefined ? edge : { ...edge, data: { ...edge.data, ...route } };
      }),
    };
  }
}

/** While it is dragged a node is carried from its place by a transform: nothing else has to be laid out then. */
const carried = ({ position }: CanvasNode, { x, y }: Point) => ({
  transform: `translate(${String(x - position.x)}px, ${String(y - position.y)}px)`,
});
