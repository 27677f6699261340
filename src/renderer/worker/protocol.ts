import type { Finding } from '../../advisor/define.js';
import type { Project } from '../../codegen/index.js';
import type { Design } from '../../model/design.js';
import type { Language } from '../../model/localized.js';

/** What crosses to the worker and back: plain data only. A rule holds functions, so its id crosses instead. */
export interface AnalysisRequest {
  readonly id: number;
  readonly design: Design;
  readonly language: Language;
}

export type PlainFinding = Omit<Finding, 'rule'> & { readonly rule: string };
export type PlainProject = Pick<Project, 'files' | 'writtenOnce' | 'filesOf' | 'problems'>;

export type AnalysisReply =
  | {
      readonly id: number;
      readonly status: 'done';
      readonly findings: readonly PlainFinding[];
      readonly project: PlainProject;
    }
  /** A bug in a rule or in code generation; the app goes on and says so. */
  | { readonly id: number; readonly status: 'failed'; readonly detail: string };

/** Advice and code of one design. */
export interface Analysis {
  readonly design: Design;
  readonly language: Language;
  readonly findings: readonly Finding[];
  readonly project: PlainProject;
}
