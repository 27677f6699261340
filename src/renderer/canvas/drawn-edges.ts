import type { Selection } from '../../editor/define.js';
import type { Route } from '../../layout/scene.js';
import { layers } from './drawn-nodes.js';
import type { Line } from './lines.js';
import { Remembered } from './remembered.js';
import { contextOf, type ConnectionEdge } from './types.js';

interface EdgesInput {
  readonly lines: readonly Line[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly selection: Selection;
  readonly withProblems: ReadonlySet<string>;
}

/** Lines as React Flow takes them. One that says the same as before is the same object. */
export class DrawnEdges {
  readonly #remembered = new Remembered<ConnectionEdge, EdgeInputs>(sameEdge);

  of({ lines, routes, selection, withProblems }: EdgesInput): ConnectionEdge[] {
    const edges: ConnectionEdge[] = [];
    for (const line of lines) {
      const route = routes.get(line.id);
      if (route === undefined) continue;
      const selected =
        selection.connections.size > 0 && line.connections.some(({ id }) => selection.connections.has(id));
      const isLit = selected || isSelected(selection, line.from) || isSelected(selection, line.to);
      const hasProblem = withProblems.size > 0 && line.connections.some(({ id }) => withProblems.has(id));
      edges.push(this.#remembered.get(line.id, { line, route, selected, isLit, hasProblem }, edgeOf));
    }
    this.#remembered.sweep();
    return edges;
  }
}

interface EdgeInputs {
  readonly line: Line;
  readonly route: Route;
  readonly selected: boolean;
  readonly isLit: boolean;
  readonly hasProblem: boolean;
}

/** Spelt out: it is asked for each line after each edit. */
const sameEdge = (a: EdgeInputs, b: EdgeInputs): boolean =>
  a.line === b.line &&
  a.route === b.route &&
  a.selected === b.selected &&
  a.isLit === b.isLit &&
  a.hasProblem === b.hasProblem;

function isSelected({ nodes, contexts }: Selection, end: string): boolean {
  const context = contextOf(end);
  return context === undefined ? nodes.has(end) : contexts.has(context);
}

function edgeOf({ line, route, selected, isLit, hasProblem }: EdgeInputs): ConnectionEdge {
  return {
    id: line.id,
    type: 'connection',
    source: line.from,
    target: line.to,
    selected,
    zIndex: layers.edge,
    ariaLabel: line.label,
    data: {
      points: route.points,
      pill: route.pill,
      label: line.label,
      pillWidth: route.pillWidth,
      isShortened: route.pillWidth < line.pillWidth,
      delivery: line.connections.every(({ delivery }) => delivery === 'async') ? 'async' : 'sync',
      isReference: line.connections[0]?.origin === 'reference',
      ids: line.connections.map(({ id }) => id).join('\n'),
      labels: line.labels.join('\n'),
      ghost: line.ghost,
      isLit,
      hasProblem,
    },
  };
}
