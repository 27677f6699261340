import { entries, lookup, type Box, type Design, type NodeLayout, type Point } from '../../model/design.js';
import { defineCommand } from '../define.js';

export interface MoveNodesArgs {
  readonly nodes?: Readonly<Record<string, Point>>;
  /** Areas, for contexts that were moved or resized. */
  readonly contexts?: Readonly<Record<string, Partial<Box>>>;
  readonly notes?: Readonly<Record<string, Point>>;
  /** Moves with one gesture are one step: a drag, a row of arrow keys. */
  readonly gesture?: string;
}

/** Moves boxes: changes the layout and nothing else. */
export const moveNodes = defineCommand<MoveNodesArgs>({
  id: 'move-nodes',
  label: { en: 'Move', ja: '移動' },
  enabled: () => true,
  run: ({ design, selection }, { nodes = {}, contexts = {}, notes = {}, gesture }) => {
    const moved = moveInLayout(design, nodes, contexts, notes);
    return {
      state: { design: moved, selection },
      ...(gesture === undefined ? { undo: 'step' } : { undo: 'merge', gesture }),
    };
  },
});

/** The design with boxes elsewhere. Bends made for the old place of a moved end are dropped. */
export function moveInLayout(
  design: Design,
  nodes: Readonly<Record<string, Point>>,
  contexts: Readonly<Record<string, Partial<Box>>> = {},
  notes: Readonly<Record<string, Point>> = {},
): Design {
  const layout = design.layout;
  const movedNodes: Record<string, NodeLayout> = {};
  for (const [id, { x, y }] of Object.entries(nodes)) {
    if (!Object.hasOwn(design.nodes, id)) continue;
    const before = lookup(layout.nodes, id);
    if (before?.x !== x || before.y !== y) movedNodes[id] = { ...before, x, y };
  }
  const movedContexts: Record<string, Layout['contexts'][string]> = {};
  for (const [id, box] of Object.entries(contexts)) {
    const before = lookup(layout.contexts, id);
    const after = { ...(before ?? { x: 0, y: 0, width: 0, height: 0 }), ...box };
    if (Object.hasOwn(design.contexts, id) && (before === undefined || !sameBox(before, after)))
      movedContexts[id] = after;
  }
  const movedNotes: Record<string, Box> = {};
  for (const [id, { x, y }] of Object.entries(notes)) {
    const before = lookup(layout.notes, id);
    if (before !== undefined && (before.x !== x || before.y !== y)) movedNotes[id] = { ...before, x, y };
  }
  if ([movedNodes, movedContexts, movedNotes].every((record) => Object.keys(record).length === 0)) return design;
  const stale = entries(design.connections)
    .filter(
      ([id, { from, to }]) =>
        Object.hasOwn(layout.bends, id) && (Object.hasOwn(movedNodes, from) || Object.hasOwn(movedNodes, to)),
    )
    .map(([id]) => id as string);
  return {
    ...design,
    layout: {
      ...layout,
      nodes: merged(layout.nodes, movedNodes),
      contexts: merged(layout.contexts, movedContexts),
      notes: merged(layout.notes, movedNotes),
      bends:
        stale.length === 0
          ? layout.bends
          : Object.fromEntries(Object.entries(layout.bends).filter(([id]) => !stale.includes(id))),
    },
  };
}

type Layout = Design['layout'];

const merged = <Value>(record: Readonly<Record<string, Value>>, more: Readonly<Record<string, Value>>) =>
  Object.keys(more).length === 0 ? record : { ...record, ...more };

const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
