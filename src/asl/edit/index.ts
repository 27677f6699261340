import { addBranch } from './add-branch.js';
import { addItem } from './add-item.js';
import { changeType } from './change-type.js';
import { connectTransition } from './connect-transition.js';
import { cutStates } from './cut-states.js';
import { deleteStates } from './delete-states.js';
import { disconnectTransition } from './disconnect-transition.js';
import { duplicateStates } from './duplicate-states.js';
import { extractStates } from './extract-states.js';
import { inlineDefinition } from './inline-definition.js';
import { insertState } from './insert-state.js';
import { moveItem } from './move-item.js';
import { moveStates } from './move-states.js';
import { pasteStates } from './paste-states.js';
import { removeBranch } from './remove-branch.js';
import { removeField } from './remove-field.js';
import { removeItem } from './remove-item.js';
import { renameState } from './rename-state.js';
import { replaceState } from './replace-state.js';
import { setComment } from './set-comment.js';
import { setField } from './set-field.js';
import { setQueryLanguage } from './set-query-language.js';
import { setStart } from './set-start.js';
import { unwrap } from './unwrap.js';
import { wrapInMap } from './wrap-in-map.js';
import { wrapInParallel } from './wrap-in-parallel.js';

/** Every edit of a definition. */
export const definitionEdits = {
  addBranch,
  addItem,
  changeType,
  connectTransition,
  cutStates,
  deleteStates,
  disconnectTransition,
  duplicateStates,
  extractStates,
  inlineDefinition,
  insertState,
  moveItem,
  moveStates,
  pasteStates,
  removeBranch,
  removeField,
  removeItem,
  renameState,
  replaceState,
  setComment,
  setField,
  setQueryLanguage,
  setStart,
  unwrap,
  wrapInMap,
  wrapInParallel,
} as const;

export type DefinitionEditName = keyof typeof definitionEdits;
