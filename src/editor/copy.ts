import { serialiseSelection } from '../model/serialise.js';
import type { EditorState } from './define.js';
import { partOf } from './part.js';

/** Whether anything selected can be copied: connections are copied with their nodes alone. */
export const canCopy = ({ selection: { nodes, contexts, notes } }: EditorState): boolean =>
  nodes.size + contexts.size + notes.size > 0;

/** What is selected as YAML text for the clipboard; it can be pasted into another design, window or text. */
export const copySelection = ({ design, selection }: EditorState): string =>
  serialiseSelection(partOf(design, selection));
