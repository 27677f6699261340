import type { Severity } from '../model/problems.js';
import type { AslProblem } from './problem.js';
import { dataProblems } from './problems/data.js';
import { fieldProblems } from './problems/fields.js';
import { limitProblems } from './problems/limits.js';
import { ruleProblems } from './problems/rules.js';
import { stateProblems } from './problems/states.js';
import { structureProblems } from './problems/structure.js';
import { textProblems } from './problems/text.js';

/** Everything that can be wrong with a definition, with its words. A code is written once, as a key in problems/. */
export const aslProblemTexts = {
  ...textProblems,
  ...structureProblems,
  ...fieldProblems,
  ...stateProblems,
  ...ruleProblems,
  ...dataProblems,
  ...limitProblems,
};

export type AslProblemCode = keyof typeof aslProblemTexts;

export { aslProblem, type AslProblem } from './problem.js';

export const aslSeverityOf = (problem: AslProblem): Severity => aslProblemTexts[problem.code].severity;
export const isAslError = (problem: AslProblem): boolean => aslSeverityOf(problem) === 'error';
