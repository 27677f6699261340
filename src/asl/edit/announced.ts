import type { AslProblemCode } from '../problems.js';

/** What may follow when states go, come or change places: a value that another one set is not there any more. */
export const dataFlow: readonly AslProblemCode[] = [
  'path-unset',
  'variable-outer-distributed',
  'variable-shadows',
  'variable-unset',
];

/** What may follow when ways lead elsewhere: a state without a way to it, a machine without an end. */
export const otherWays: readonly AslProblemCode[] = ['never-ends', 'no-terminal', 'unreachable'];

/** What may follow when a retrier or a catcher comes before another. */
export const errorOrder: readonly AslProblemCode[] = [
  'error-never-raised',
  'error-not-retried',
  'error-taken-before',
  'states-all-last',
];
