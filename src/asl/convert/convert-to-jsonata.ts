import { lookup } from '../../model/design.js';
import { walkMachines, walkStates, type DefinitionTree, type State } from '../definition.js';
import type { Path } from '../document.js';
import { DefinitionDraft } from '../edit/draft.js';
import { putFields } from '../edit/replace-state.js';
import { jsonataFields } from './state-fields.js';
import { NotExact, type ConversionProblem } from './refusal.js';

/** A state that cannot be converted, and why. */
export interface ConversionRefusal extends ConversionProblem {
  readonly path: Path;
  readonly state: string;
}

export type Conversion = { readonly text: string } | { readonly refusals: readonly ConversionRefusal[] };

/**
 * Writes states of a JSONPath definition in JSONata, each with its own QueryLanguage: those at the paths with what is
 * inside of them. All or nothing: where one of them has no exact counterpart, the reasons come back.
 */
export function convertStatesToJsonata(tree: DefinitionTree, paths: readonly Path[]): Conversion {
  const isChosen = (state: State): boolean =>
    paths.some((path) => path.every((part, index) => state.path[index] === part));
  return convert(tree, isChosen, (draft, states) => {
    for (const { path, fields } of states)
      if (lookup(fields, 'QueryLanguage') !== 'JSONata') draft.put([...path, 'QueryLanguage'], 'JSONata', 'Type');
  });
}

/** Writes a whole definition in JSONata. */
export function convertDefinitionToJsonata(tree: DefinitionTree): Conversion {
  return convert(
    tree,
    () => true,
    (draft) => {
      for (const { path } of walkStates(tree)) draft.remove([...path, 'QueryLanguage']);
      for (const { path } of walkMachines(tree)) if (path.length > 0) draft.remove([...path, 'QueryLanguage']);
      const [first] = Object.keys(tree.fields);
      draft.put(['QueryLanguage'], 'JSONata', first === 'Comment' ? 'Comment' : first);
    },
  );
}

function convert(
  tree: DefinitionTree,
  isChosen: (state: State) => boolean,
  sayLanguage: (draft: DefinitionDraft, states: readonly State[]) => void,
): Conversion {
  const chosen = [...walkStates(tree)].filter((state) => isChosen(state) && state.queryLanguage === 'JSONPath');
  const refusals: ConversionRefusal[] = [];
  const draft = new DefinitionDraft(tree);
  for (const state of chosen) {
    const converted = convertState(state);
    if ('code' in converted) refusals.push({ ...converted, path: state.path, state: state.name });
    else putFields(draft, state.path, converted.fields);
  }
  if (refusals.length > 0) return { refusals };
  sayLanguage(draft, chosen);
  return { text: draft.text };
}

function convertState({ fields }: State): { readonly fields: ReturnType<typeof jsonataFields> } | ConversionProblem {
  try {
    return { fields: jsonataFields(fields) };
  } catch (error) {
    if (error instanceof NotExact) return error.problem;
    throw error;
  }
}
