import { contextId, lookup, type Design, type DesignNode, type Note, type Point } from '../../model/design.js';
import { defineCommand } from '../define.js';
import { inContext } from '../membership.js';
import { moveInLayout } from '../move.js';
import { labelsOf, nameOf } from './selection.js';

export interface Members {
  readonly nodes: readonly string[];
  readonly notes?: readonly string[];
  /** Where they were dropped: the move and the change of context are one step. */
  readonly positions?: Readonly<Record<string, Point>>;
  readonly notePositions?: Readonly<Record<string, Point>>;
}

export interface MoveIntoContextArgs extends Members {
  readonly context: string;
}

/** Makes nodes and notes members of a context. */
export const moveIntoContext = defineCommand<MoveIntoContextArgs>({
  id: 'move-into-context',
  label: { en: 'Move into a context', ja: 'コンテキストに移動' },
  enabled: () => true,
  run: ({ design, selection }, { context, ...members }) => {
    const target = lookup(design.contexts, context);
    if (target === undefined) return { state: { design, selection }, undo: 'none' };
    const name = nameOf(labelsOf(design, members));
    return {
      state: { design: withMembership(design, members, context), selection },
      undo: 'step',
      name: { en: `Move ${name.en} into "${target.label}"`, ja: `${name.ja}を「${target.label}」に移動` },
    };
  },
});

/** The design with nodes and notes as members of a context, or of none, and where they were dropped. */
export function withMembership(design: Design, members: Members, context: string | undefined): Design {
  const { nodes, notes = [], positions = {}, notePositions = {} } = members;
  const target = context === undefined ? undefined : contextId(context);
  const changedNodes: Record<string, DesignNode> = {};
  for (const id of nodes) {
    const node = lookup(design.nodes, id);
    const member = node === undefined ? undefined : inContext(node, target);
    if (member !== undefined && member !== node) changedNodes[id] = member;
  }
  const changedNotes: Record<string, Note> = {};
  for (const id of notes) {
    const note = lookup(design.notes, id);
    if (note === undefined || note.context === target) continue;
    const { context: _context, ...rest } = note;
    changedNotes[id] = target === undefined ? rest : { ...rest, context: target };
  }
  const changed = {
    ...design,
    nodes: Object.keys(changedNodes).length === 0 ? design.nodes : { ...design.nodes, ...changedNodes },
    notes: Object.keys(changedNotes).length === 0 ? design.notes : { ...design.notes, ...changedNotes },
  };
  const isSame = changed.nodes === design.nodes && changed.notes === design.notes;
  return moveInLayout(isSame ? design : changed, { nodes: positions, notes: notePositions });
}
