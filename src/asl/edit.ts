import type { Json } from '../model/design.js';
import { parseDefinition, stateAt, type DefinitionTree, type JsonObject } from './definition.js';
import type { Format, Path } from './document.js';
import type { EditOutcome } from './edit/define.js';
import { deleteStates } from './edit/delete-states.js';
import { DefinitionDraft } from './edit/draft.js';
import { addInto } from './edit/insert-state.js';
import { gapAt, gapBehind } from './edit/place.js';
import { renameIn } from './edit/rename-state.js';
import { replaceState as replaceStateEdit } from './edit/replace-state.js';

/** Edits of a text for those who keep no tree. Undefined where the text cannot be read or has no such state. */

export interface NewState {
  readonly name: string;
  /** Without Next and End: those follow from the place. */
  readonly state: JsonObject;
  /** The state to follow; undefined: before the end of the main path. */
  readonly after?: Path;
}

/**
 * Adds a state to a definition: behind `after`, else before the end of the path that starts at StartAt. The name gets a
 * number where it is taken.
 */
export function addTask(
  text: string,
  format: Format,
  { name, state, after }: NewState,
): { readonly text: string; readonly name: string; readonly path: Path } | undefined {
  const { tree } = parseDefinition(text, format);
  if (tree === undefined) return undefined;
  const draft = new DefinitionDraft(tree);
  const isKnown = after !== undefined && stateAt(tree, after) !== undefined;
  const gap = isKnown ? gapBehind(draft, after) : gapAt(draft, { kind: 'end', machine: [] });
  const path = addInto(draft, gap, name, state);
  return { text: draft.text, name: path.at(-1) ?? name, path };
}

/** Sets and removes fields of a state; `undefined` removes. Everything else keeps its bytes. */
export function updateState(
  text: string,
  format: Format,
  path: Path,
  changes: Readonly<Record<string, Json | undefined>>,
): string | undefined {
  return edited(text, format, (tree) => {
    const fields: Record<string, Json> = { ...stateAt(tree, path)?.fields };
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) Reflect.deleteProperty(fields, key);
      else fields[key] = value;
    }
    return replaceStateEdit.run(tree, { state: path, fields });
  });
}

/** Gives a state other fields; those that stay equal keep their bytes. */
export const replaceState = (text: string, format: Format, path: Path, fields: JsonObject): string | undefined =>
  edited(text, format, (tree) => replaceStateEdit.run(tree, { state: path, fields }));

/** Removes a state; what led to it leads to what followed it: see deleteStates. */
export const removeState = (text: string, format: Format, path: Path): string | undefined =>
  edited(text, format, (tree) => deleteStates.run(tree, { states: [path] }));

/** Renames a state and whatever leads to it. The name gets a number where it is taken. */
export function renameState(
  text: string,
  format: Format,
  path: Path,
  to: string,
): { readonly text: string; readonly name: string } | undefined {
  const { tree } = parseDefinition(text, format);
  if (tree === undefined || stateAt(tree, path) === undefined) return undefined;
  const draft = new DefinitionDraft(tree);
  const name = renameIn(draft, path, to);
  return { text: draft.text, name };
}

function edited(text: string, format: Format, edit: (tree: DefinitionTree) => EditOutcome): string | undefined {
  const { tree } = parseDefinition(text, format);
  const outcome = tree && edit(tree);
  return outcome === undefined || 'problem' in outcome ? undefined : outcome.text;
}
