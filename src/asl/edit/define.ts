import type { Facts, Localized } from '../../model/localized.js';
import type { DefinitionTree } from '../definition.js';
import type { Path } from '../document.js';
import type { AslProblemCode } from '../problems.js';
import type { EditProblem, EditProblemCode } from './problems.js';

export interface EditResult {
  readonly text: string;
  /** The states to select then. */
  readonly select: readonly Path[];
}

export type EditOutcome<Result extends EditResult = EditResult> = Result | { readonly problem: EditProblem };

/** A change of a definition: what it does not touch stays byte for byte. */
export interface DefinitionEdit<Args, Result extends EditResult = EditResult> {
  readonly id: string;
  readonly label: Localized;
  /** Problems that it may leave, for the person to settle; `any` where a value is the person's own. */
  readonly announces: readonly AslProblemCode[] | 'any';
  run(tree: DefinitionTree, args: Args): EditOutcome<Result>;
}

export const defineEdit = <Args, Result extends EditResult = EditResult>(
  edit: DefinitionEdit<Args, Result>,
): DefinitionEdit<Args, Result> => edit;

/** Thrown by what an edit calls, and turned into its outcome: an edit is done whole or not at all. */
export class Refusal extends Error {
  constructor(readonly problem: EditProblem) {
    super(problem.code);
  }
}

export const refuse = (code: EditProblemCode, facts: Facts = {}): never => {
  throw new Refusal({ code, facts });
};

/** Runs an edit; a refusal anywhere inside is its outcome. */
export function attempt<Result extends EditResult>(edit: () => Result): EditOutcome<Result> {
  try {
    return edit();
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}
