import { lookup, type Design } from '../../model/design.js';
import { removeConnections, removeContexts, removeNodes, removeNotes } from '../../model/graph.js';
import { systemOf } from '../../system/resolve.js';
import { removeDerived } from '../derived.js';
import { defineCommand, emptySelection, type Selection } from '../define.js';
import { nodeFields } from '../../system/node-fields.js';
import { isAnySelected, labelsOf, nameOf } from './selection.js';

/**
 * Removes what is selected: nodes with their connections, connections (one that follows from a Task state takes the
 * state along), notes, and contexts, whose members stay. What is locked can be deleted.
 */
export const deleteSelection = defineCommand({
  id: 'delete-selection',
  label: { en: 'Delete', ja: '削除' },
  keys: ['Delete', 'Backspace'],
  inPalette: true,
  enabled: ({ selection }) => isAnySelected(selection),
  run: ({ design, selection }) => {
    const name = nameOf(selectedLabels(design, selection));
    return {
      state: { design: withoutSelection(design, selection), selection: emptySelection },
      undo: 'step',
      name: { en: `Delete ${name.en}`, ja: `${name.ja}を削除` },
    };
  },
});

/** The design without what is selected. */
export function withoutSelection(design: Design, selection: Selection): Design {
  const withoutDerived = removeDerived(design, selection.connections);
  const withoutConnections = removeConnections(withoutDerived, selection.connections);
  const withoutNodes = removeNodes(withoutConnections, selection.nodes, nodeFields);
  return removeNotes(removeContexts(withoutNodes, selection.contexts), selection.notes);
}

/** What everything selected is called. */
export const selectedLabels = (design: Design, selection: Selection): string[] => [
  ...labelsOf(design, selection),
  ...[...selection.connections].map((id) => connectionLabel(design, id)),
];

function connectionLabel(design: Design, id: string): string {
  const connection = lookup(design.connections, id) ?? systemOf(design).connections.get(id);
  if (connection === undefined) return id;
  const label = (node: string): string => lookup(design.nodes, node)?.label ?? node;
  return `${label(connection.from)} → ${label(connection.to)}`;
}
