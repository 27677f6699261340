import { walkStates } from '../definition.js';
import type { Path } from '../document.js';
import { stateNameOf } from '../../model/names.js';
import { refsTo } from '../transitions.js';
import { attempt, defineEdit, refuse } from './define.js';
import { DefinitionDraft } from './draft.js';

export interface RenameStateArgs {
  readonly state: Path;
  /** Gets a number where it is taken. */
  readonly name: string;
}

/** Renames a state and whatever leads to it: in its own machine, which is all that can lead to it. */
export const renameState = defineEdit<RenameStateArgs>({
  id: 'rename-state',
  label: { en: 'Rename the state', ja: 'ステートの名前を変更' },
  announces: [],
  run: (tree, { state, name }) =>
    attempt(() => {
      if (name.trim() === '') return refuse('name-empty');
      const draft = new DefinitionDraft(tree);
      const free = renameIn(draft, state, name);
      return { text: draft.text, select: [[...state.slice(0, -1), free]] };
    }),
});

/** Renames a state of a draft under a name that is free in it and not `taken`; returns the name. */
export function renameIn(
  draft: DefinitionDraft,
  path: Path,
  wanted: string,
  taken: ReadonlySet<string> = new Set(),
): string {
  const state = draft.state(path);
  const known = new Set([...walkStates(draft.tree)].filter((other) => other !== state).map(({ name }) => name));
  const name = stateNameOf(wanted, (candidate) => known.has(candidate) || taken.has(candidate));
  if (name === state.name) return name;
  for (const reference of refsTo(draft.machineOf(path), state.name)) draft.put(reference.path, name);
  draft.rename(path, name);
  return name;
}
