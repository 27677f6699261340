import type { CommandDefinition, PaletteArgs } from '../define.js';
import { alignBottom, alignCentre, alignLeft, alignMiddle, alignRight, alignTop } from './align.js';
import { collapse, expand } from './set-collapsed.js';
import { deleteSelection } from './delete-selection.js';
import { distributeHorizontally, distributeVertically } from './distribute.js';
import { duplicate } from './duplicate.js';
import { groupIntoContext } from './group-into-context.js';
import { invertSelection } from './invert-selection.js';
import { lock, unlock } from './lock.js';
import { removeFromContext } from './remove-from-context.js';
import { resetRoute } from './reset-route.js';
import { reverseConnection } from './reverse-connection.js';
import { selectAll } from './select-all.js';
import { selectConnected } from './select-connected.js';
import { selectSameService } from './select-same-service.js';
import { tidySelection } from './tidy-selection.js';
import { ungroup } from './ungroup.js';

export { addNode } from './add-node.js';
export { addReferencedNode } from './add-referenced-node.js';
export { addNote } from './add-note.js';
export { align, alignBottom, alignCentre, alignLeft, alignMiddle, alignRight, alignTop } from './align.js';
export { applyFinding } from './apply-finding.js';
export { applyFix } from './apply-fix.js';
export { autoLayout } from './auto-layout.js';
export { deleteSample } from './delete-sample.js';
export { changeWay } from './change-way.js';
export { connect } from './connect.js';
export { cut } from './cut.js';
export { deleteSelection } from './delete-selection.js';
export { dismissFinding } from './dismiss-finding.js';
export { distribute, distributeHorizontally, distributeVertically } from './distribute.js';
export { duplicate } from './duplicate.js';
export { groupIntoContext } from './group-into-context.js';
export { invertSelection } from './invert-selection.js';
export { lock, unlock } from './lock.js';
export { moveIntoContext } from './move-into-context.js';
export { moveOutOfContext } from './move-out-of-context.js';
export { moveNodes } from './move-nodes.js';
export { nudge } from './nudge.js';
export { paste } from './paste.js';
export { reconnect } from './reconnect.js';
export { removeFromContext } from './remove-from-context.js';
export { renameNode } from './rename-node.js';
export { resetRoute } from './reset-route.js';
export { resize } from './resize.js';
export { replace } from './replace.js';
export { replaceService } from './replace-service.js';
export { restoreFinding } from './restore-finding.js';
export { reverseConnection } from './reverse-connection.js';
export { selectAll } from './select-all.js';
export { selectConnected } from './select-connected.js';
export { selectSameService } from './select-same-service.js';
export { setBends } from './set-bends.js';
export { collapse, expand, setCollapsed } from './set-collapsed.js';
export { setConnectionProps } from './set-connection-props.js';
export { setContext } from './set-context.js';
export { setDefinition } from './set-definition.js';
export { setNode } from './set-node.js';
export { setNodeProps } from './set-node-props.js';
export { setNote } from './set-note.js';
export { setSample } from './set-sample.js';
export { setPropsOfConnections } from './set-props-of-connections.js';
export { setPropsOfNodes } from './set-props-of-nodes.js';
export { setSettings } from './set-settings.js';
export { tidySelection } from './tidy-selection.js';
export { ungroup } from './ungroup.js';

/** Commands that run without arguments, in the order of the command palette; their keys work everywhere. */
export const paletteCommands: readonly CommandDefinition<PaletteArgs | undefined>[] = [
  selectAll,
  selectConnected,
  selectSameService,
  invertSelection,
  duplicate,
  groupIntoContext,
  ungroup,
  removeFromContext,
  collapse,
  expand,
  lock,
  unlock,
  alignLeft,
  alignCentre,
  alignRight,
  alignTop,
  alignMiddle,
  alignBottom,
  distributeHorizontally,
  distributeVertically,
  tidySelection,
  resetRoute,
  reverseConnection,
  deleteSelection,
];
