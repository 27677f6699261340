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
  readonly #remembered = new Remembered<ConnectionEdge>();

  of({ lines, routes, selection, withProblems }: EdgesInput): ConnectionEdge[] {
    const edges = lines.flatMap((line) => {
      const route = routes.get(line.id);
      if (route === undefined) return [];
      const selected = line.connections.some(({ id }) => selection.connections.has(id));
      const isLit = selected || isSelected(selection, line.from) || isSelected(selection, line.to);
      const hasProblem = line.connections.some(({ id }) => withProblems.has(id));
      return [
        this.#remembered.get(line.id, [line, route, selected, isLit, hasProblem], () =>
          edgeOf(line, route, { selected, isLit, hasProblem }),
        ),
      ];
    });
    this.#remembered.sweep();
    return edges;
  }
}

function isSelected({ nodes, contexts }: Selection, end: string): boolean {
  const context = contextOf(end);
  return context === undefined ? nodes.has(end) : contexts.has(context);
}

interface Flags {
  readonly selected: boolean;
  readonly isLit: boolean;
  readonly hasProblem: boolean;
}

function edgeOf(line: Line, route: Route, { selected, isLit, hasProblem }: Flags): ConnectionEdge {
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
