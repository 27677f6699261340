import type { StatePattern } from './define.js';
import { humanApproval } from './human-approval.js';

/** Ready-made states, in the order of the palette. */
export const statePatterns: readonly StatePattern[] = [humanApproval];
