import type { Format } from '../../../asl/document.js';
import type { AslProblem } from '../../../asl/problems.js';
import type { WorkflowType } from '../../../asl/validate.js';

/** A text to be checked, and what is wrong with it: what crosses to the worker and back. */
export interface ProblemRequest {
  readonly id: number;
  readonly text: string;
  readonly format: Format;
  readonly workflow: WorkflowType;
}

export interface ProblemReply {
  readonly id: number;
  readonly problems: readonly AslProblem[];
}
