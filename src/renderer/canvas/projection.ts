import type { Finding } from '../../advisor/define.js';
import type { Selection } from '../../editor/define.js';
import { contextBox, isBus, nodeBox } from '../../layout/geometry.js';
import type { Route } from '../../layout/routes.js';
import { entries, lookup, type Box, type Point } from '../../model/design.js';
import { translate, type Language, type Localized } from '../../model/localized.js';
import type { Problem } from '../../model/problems.js';
import { Router, linesOf, type Line } from './lines.js';
import { connectionsWithProblems, isTransport, marksAt, marksOf, type Marks } from './marks.js';
import type { Picture } from './picture.js';
import { portsOf } from './ports.js';
import { busNote, nodeName } from './texts.js';
import {
  areaNodeId,
  noteNodeId,
  type AreaNode,
  type BusNode,
  type CanvasNode,
  type CardData,
  type CardNode,
  type ConnectionEdge,
  type NoteNode,
} from './types.js';

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

const layers = { area: 0, edge: 1, card: 2, note: 1 } as const;

/**
 * The nodes and edges that React Flow draws. What did not change keeps its identity, so that one edit renders one card,
 * and a drag touches only what is dragged and its lines.
 */
export class Projector {
  readonly #router = new Router();
  readonly #lines = memo((picture: Picture, language: Language) => linesOf(picture, language));
  readonly #marks = memo(marksOf);
  readonly #withProblems = memo(connectionsWithProblems);
  readonly #still = memo(this.#project.bind(this));
  #nodes = new Map<string, CanvasNode>();
  #edges = new Map<string, ConnectionEdge>();

  project(input: ProjectionInput): Projection {
    const { picture, findings, problems, selection, language, moved } = input;
    const still = this.#still(picture, findings, problems, selection, language);
    if (moved.size === 0) return still;
    const lines = this.#lines(picture, language);
    const routes = this.#router.routeMoved(picture.design, lines, moved);
    return {
      nodes: still.nodes.map((node) => {
        const position = moved.get(node.id);
        return position === undefined ? node : { ...node, position };
      }),
      edges: still.edges.map((edge) => {
        const route = routes.get(edge.id);
        return route === undefined || edge.data === undefined ? edge : { ...edge, data: { ...edge.data, ...route } };
      }),
    };
  }

  #project(
    picture: Picture,
    findings: readonly Finding[],
    problems: readonly Problem[],
    selection: Selection,
    language: Language,
  ): Projection {
    const marks = this.#marks(findings, problems);
    const nodes = [
      ...areaNodes(picture, selection),
      ...noteNodes(picture, selection),
      ...cardNodes(picture, selection, language, marks),
    ].map((node) => kept(this.#nodes.get(node.id), node));
    this.#nodes = new Map(nodes.map((node) => [node.id, node]));
    const lines = this.#lines(picture, language);
    const routes = this.#router.route(picture.design, lines);
    const edges = lines.flatMap((line) => {
      const route = routes.get(line.id);
      const edge = route === undefined ? undefined : edgeOf(line, route, selection, this.#withProblems(problems));
      return edge === undefined ? [] : [kept(this.#edges.get(edge.id), edge)];
    });
    this.#edges = new Map(edges.map((edge) => [edge.id, edge]));
    return { nodes, edges };
  }
}

/** A function that answers the same arguments as last time with the same object. */
function memo<Args extends readonly unknown[], Result>(compute: (...args: Args) => Result): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    if (last === undefined || args.some((arg, index) => arg !== last?.args[index]))
      last = { args, result: compute(...args) };
    return last.result;
  };
}

/** The object of before where both say the same. */
function kept<Value extends object>(before: Value | undefined, now: Value): Value {
  return before !== undefined && same(before, now) ? before : now;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)));
}

const frame = ({ x, y, width, height }: Box) => ({
  position: { x, y },
  width,
  height,
  measured: { width, height },
});

function* cardNodes(
  picture: Picture,
  selection: Selection,
  language: Language,
  marks: ReadonlyMap<string, Marks>,
): Generator<CardNode | BusNode> {
  const say = (text: Localized): string => translate(text, language);
  for (const { node, ghost } of picture.nodes) {
    const box = nodeBox(picture.design, node.id);
    if (box === undefined) continue;
    const mark = marksAt(marks, node.id);
    const bus = isBus(node.node);
    const data: CardData = {
      label: node.label,
      subtitle: say(node.subtitle),
      icon: node.service.icon,
      serviceLabel: say(node.service.label),
      ...(picture.isPreview ? { findings: 0, isKept: false, problems: 0 } : mark),
      isTransport: !picture.isPreview && isTransport(node),
      ghost,
      note: bus ? busNote(picture.connections, node.id, language) : '',
    };
    const common = {
      id: node.id,
      ...frame(box),
      data,
      handles: portsOf(box),
      selected: selection.nodes.has(node.id),
      zIndex: layers.card,
      ariaLabel: nodeName(data, language),
    };
    yield bus ? { ...common, type: 'bus' } : { ...common, type: 'card' };
  }
}

function* areaNodes(picture: Picture, selection: Selection): Generator<AreaNode> {
  for (const [index, [id, context]] of entries(picture.design.contexts).entries()) {
    const box = contextBox(picture.design, id);
    if (box === undefined) continue;
    yield {
      id: areaNodeId(id),
      type: 'area',
      ...frame(box),
      data: {
        label: context.label,
        team: context.team ?? '',
        hue: context.hue ?? index % 7,
        ghost: picture.isPreview ? 'faded' : 'none',
      },
      selected: selection.contexts.has(id),
      zIndex: layers.area,
      dragHandle: '.area-title',
      // A box drawn around nodes does not take their area: that is selected by its title.
      selectable: false,
      connectable: false,
      style: { pointerEvents: 'none' },
      ariaLabel: context.label,
    };
  }
}

function* noteNodes(picture: Picture, selection: Selection): Generator<NoteNode> {
  for (const [id, note] of entries(picture.design.notes)) {
    const box = lookup(picture.design.layout.notes, id);
    if (box === undefined) continue;
    yield {
      id: noteNodeId(id),
      type: 'note',
      ...frame(box),
      data: { text: note.text },
      selected: selection.notes.has(id),
      connectable: false,
      zIndex: layers.note,
      ariaLabel: note.text,
    };
  }
}

function edgeOf(line: Line, route: Route, selection: Selection, withProblems: ReadonlySet<string>): ConnectionEdge {
  const [first] = line.connections;
  const selected = line.connections.some(({ id }) => selection.connections.has(id));
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
      pillWidth: line.pillWidth,
      delivery: line.connections.every(({ delivery }) => delivery === 'async') ? 'async' : 'sync',
      isReference: first?.origin === 'reference',
      ids: line.connections.map(({ id }) => id).join('\n'),
      labels: line.labels.join('\n'),
      ghost: line.ghost,
      isLit: selected || selection.nodes.has(line.from) || selection.nodes.has(line.to),
      hasProblem: line.connections.some(({ id }) => withProblems.has(id)),
    },
  };
}
