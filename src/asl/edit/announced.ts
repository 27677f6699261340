import type { AslProblemCode } from '../problems.js';

/** What may follow when states go, come or change places: a value that another one set is not there any more. */
export const dataFlow: readonly AslProblemCode[] = [];

/** What may follow when ways lead elsewhere: a state without a way to it, a machine without an end. */
export const otherWays: readonly AslProblemCode[] = ['unreachable', 'no-terminal'];
