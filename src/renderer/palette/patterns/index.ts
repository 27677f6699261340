import { claimCheck } from './claim-check.js';
import type { PatternDefinition } from './define.js';
import { fanOut } from './fan-out.js';
import { fileProcessing } from './file-processing.js';
import { humanApproval } from './human-approval.js';
import { queueWorker } from './queue-worker.js';
import { storageFirstApi } from './storage-first-api.js';
import { streamToBus } from './stream-to-bus.js';
import { workflowApi } from './workflow-api.js';

/** The patterns in the order of the palette. */
export const patterns: readonly PatternDefinition[] = [
  storageFirstApi,
  workflowApi,
  queueWorker,
  fanOut,
  streamToBus,
  claimCheck,
  fileProcessing,
  humanApproval,
];
