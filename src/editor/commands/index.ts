import type { CommandDefinition, PaletteArgs } from '../define.js';
import { deleteSelection } from './delete-selection.js';
import { duplicate } from './duplicate.js';
import { groupIntoContext } from './group-into-context.js';
import { removeFromContext } from './remove-from-context.js';
import { selectAll } from './select-all.js';

export { addNode } from './add-node.js';
export { applyFinding } from './apply-finding.js';
export { applyFix } from './apply-fix.js';
export { autoLayout } from './auto-layout.js';
export { deleteSelection } from './delete-selection.js';
export { dismissFinding } from './dismiss-finding.js';
export { duplicate } from './duplicate.js';
export { groupIntoContext } from './group-into-context.js';
export { moveIntoContext } from './move-into-context.js';
export { moveOutOfContext } from './move-out-of-context.js';
export { moveNodes } from './move-nodes.js';
export { nudge } from './nudge.js';
export { removeFromContext } from './remove-from-context.js';
export { renameNode } from './rename-node.js';
export { restoreFinding } from './restore-finding.js';
export { selectAll } from './select-all.js';
export { setConnectionProps } from './set-connection-props.js';
export { setContext } from './set-context.js';
export { setDefinition } from './set-definition.js';
export { setNode } from './set-node.js';
export { setNodeProps } from './set-node-props.js';
export { setSettings } from './set-settings.js';

/** Commands that run without arguments, in the order of the command palette; their keys work everywhere. */
export const paletteCommands: readonly CommandDefinition<PaletteArgs | undefined>[] = [
  selectAll,
  duplicate,
  groupIntoContext,
  removeFromContext,
  deleteSelection,
];
