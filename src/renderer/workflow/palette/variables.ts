import { walkStates, type DefinitionTree } from '../../../asl/definition.js';
import type { Path } from '../../../asl/document.js';
import { assignmentsOf, variablesRead } from '../../../asl/validate/variables.js';
import { byCodeUnit } from '../../../model/names.js';

/** A variable with the states that set and read it. */
export interface VariableUse {
  readonly name: string;
  readonly setBy: readonly Path[];
  readonly readBy: readonly Path[];
}

/** Every variable that a state sets or reads, by name. */
export function variablesOf(tree: DefinitionTree): readonly VariableUse[] {
  const setBy = new Map<string, Path[]>();
  const readBy = new Map<string, Path[]>();
  const note = (uses: Map<string, Path[]>, name: string, path: Path): void => {
    const paths = uses.get(name);
    if (paths === undefined) uses.set(name, [path]);
    else if (paths.at(-1) !== path) paths.push(path);
  };
  for (const state of walkStates(tree)) {
    for (const { name } of assignmentsOf(state)) note(setBy, name, state.path);
    for (const name of variablesRead(state)) note(readBy, name, state.path);
  }
  return [...new Set([...setBy.keys(), ...readBy.keys()])]
    .sort(byCodeUnit)
    .map((name) => ({ name, setBy: setBy.get(name) ?? [], readBy: readBy.get(name) ?? [] }));
}
