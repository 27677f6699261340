import type { Place } from '../../../asl/edit/place.js';
import { pathOfKey } from '../../../asl/flow-key.js';
import type { Point } from '../../../model/design.js';
import { studio } from '../../studio/studio.js';
import { placeBehind } from '../palette/insert.js';
import { openTree } from '../workflow.js';
import { workflowCanvas } from './canvas-state.js';
import { indexOf } from './graph-index.js';

/** Where a new state goes when nobody points at a place: behind the selected state, else at the end. */
export function placeAfterSelection(): Place {
  const open = openTree();
  const selected = [...(studio.getState().workflow?.selected ?? [])].at(-1);
  if (open === undefined) return { kind: 'end', machine: [] };
  return placeBehind(open.tree, selected === undefined ? undefined : pathOfKey(selected));
}

/** Opens the search for a state: on the selected transition, behind the selected state, or at the end. */
export function openInsertAtSelection(screen: Point): void {
  const { line, graph } = workflowCanvas.getState();
  const found = line === undefined || graph === undefined ? undefined : indexOf(graph).lines.get(line);
  workflowCanvas.setState({ insert: { place: found?.ref ?? placeAfterSelection(), screen } });
}
