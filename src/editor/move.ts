import {
  entries,
  lookup,
  type Box,
  type ContextLayout,
  type Design,
  type Layout,
  type NodeLayout,
  type NoteLayout,
  type Point,
} from '../model/design.js';

export interface Moves {
  readonly nodes?: Readonly<Record<string, Point>>;
  /** Areas, for contexts that were moved or resized. */
  readonly contexts?: Readonly<Record<string, Partial<Box>>>;
  readonly notes?: Readonly<Record<string, Point>>;
}

/**
 * The design with boxes elsewhere. What is locked stays, also while the context around it moves. Bends made by hand move
 * along where both ends of their line move alike; otherwise they stay, and the line finds its way through them.
 */
export function moveInLayout(design: Design, { nodes = {}, contexts = {}, notes = {} }: Moves): Design {
  const { layout } = design;
  const movedNodes: Record<string, NodeLayout> = {};
  for (const [id, { x, y }] of Object.entries(nodes)) {
    const before = lookup(layout.nodes, id);
    if (!Object.hasOwn(design.nodes, id) || before?.pinned === true) continue;
    if (before?.x !== x || before.y !== y) movedNodes[id] = { ...before, x, y };
  }
  const movedContexts: Record<string, ContextLayout> = {};
  for (const [id, box] of Object.entries(contexts)) {
    const before = lookup(layout.contexts, id);
    if (!Object.hasOwn(design.contexts, id) || before?.pinned === true) continue;
    const after = { ...(before ?? { x: 0, y: 0, width: 0, height: 0 }), ...box };
    if (before === undefined || !sameBox(before, after)) movedContexts[id] = after;
  }
  const movedNotes: Record<string, NoteLayout> = {};
  for (const [id, { x, y }] of Object.entries(notes)) {
    const before = lookup(layout.notes, id);
    if (before === undefined || before.pinned === true) continue;
    if (before.x !== x || before.y !== y) movedNotes[id] = { ...before, x, y };
  }
  if ([movedNodes, movedContexts, movedNotes].every((record) => Object.keys(record).length === 0)) return design;
  return {
    ...design,
    layout: {
      ...layout,
      nodes: merged(layout.nodes, movedNodes),
      contexts: merged(layout.contexts, movedContexts),
      notes: merged(layout.notes, movedNotes),
      bends: movedBends(design, movedNodes),
    },
  };
}

/** Bends of lines between two nodes that move by the same way, moved by that way. */
function movedBends(design: Design, moved: Readonly<Record<string, NodeLayout>>): Layout['bends'] {
  const { bends, nodes } = design.layout;
  const changed: Record<string, readonly Point[]> = {};
  const wayOf = (id: string): Point | undefined => {
    const [before, after] = [lookup(nodes, id), lookup(moved, id)];
    return before === undefined || after === undefined ? undefined : { x: after.x - before.x, y: after.y - before.y };
  };
  for (const [id, points] of Object.entries(bends)) {
    const ends = endsOfLine(design, id);
    if (ends === undefined) continue;
    const [from, to] = [wayOf(ends[0]), wayOf(ends[1])];
    if (from !== undefined && from.x === to?.x && from.y === to.y)
      changed[id] = points.map(({ x, y }) => ({ x: x + from.x, y: y + from.y }));
  }
  return merged(bends, changed);
}

/** The nodes at the ends of a drawn connection or a Task; undefined: only the system knows them. */
function endsOfLine(design: Design, id: string): readonly [string, string] | undefined {
  const connection = lookup(design.connections, id);
  if (connection !== undefined) return [connection.from, connection.to];
  const [kind, from, to, ...more] = id.split(':');
  return kind === 'task' && from !== undefined && to !== undefined && more.length === 0 ? [from, to] : undefined;
}

const merged = <Value>(record: Readonly<Record<string, Value>>, more: Readonly<Record<string, Value>>) =>
  Object.keys(more).length === 0 ? record : { ...record, ...more };

const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Ids of nodes that a context holds, and of its notes. */
export function contentsOf(design: Design, contexts: ReadonlySet<string>): { nodes: string[]; notes: string[] } {
  const inside = ({ context }: { readonly context?: string }): boolean =>
    context !== undefined && contexts.has(context);
  return {
    nodes: entries(design.nodes)
      .filter(([, node]) => inside(node))
      .map(([id]) => id),
    notes: entries(design.notes)
      .filter(([, note]) => inside(note))
      .map(([id]) => id),
  };
}
