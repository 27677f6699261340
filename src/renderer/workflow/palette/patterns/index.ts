import { awaitEvent } from './await-event.js';
import { awaitPolling } from './await-polling.js';
import { callback } from './callback.js';
import type { StatePattern } from './define.js';
import { humanApproval } from './human-approval.js';
import { modelCustomization } from './model-customization.js';
import { oneTask } from './one-task.js';
import { promptChaining } from './prompt-chaining.js';
import { saga } from './saga.js';
import { scatterGather } from './scatter-gather.js';

/** Ready-made states, in the order of the palette. */
export const statePatterns: readonly StatePattern[] = [
  awaitPolling,
  awaitEvent,
  humanApproval,
  callback,
  saga,
  scatterGather,
  promptChaining,
  modelCustomization,
  oneTask,
];
