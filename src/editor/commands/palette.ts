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
import { selectNone } from './select-none.js';
import { selectSameService } from './select-same-service.js';
import { tidySelection } from './tidy-selection.js';
import { ungroup } from './ungroup.js';

/** Commands that run without arguments, in the order of the command palette; their keys work everywhere. */
export const paletteCommands: readonly CommandDefinition<PaletteArgs | undefined>[] = [
  selectAll,
  selectNone,
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
