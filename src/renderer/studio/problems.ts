import type { Problem } from '../../model/problems.js';

/** Whether two reports say the same of the same thing, however they were found. */
export function isSameProblem(a: Problem, b: Problem): boolean {
  return (
    a.code === b.code &&
    a.node === b.node &&
    a.connection === b.connection &&
    a.context === b.context &&
    JSON.stringify(a.facts) === JSON.stringify(b.facts)
  );
}
