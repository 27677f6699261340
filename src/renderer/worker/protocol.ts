import type { Finding } from '../../advisor/define.js';
import type { Project } from '../../codegen/index.js';
import type { Design } from '../../model/design.js';
import type { Language } from '../../model/localized.js';
import type { Problem } from '../../model/problems.js';
import type { DesignChanges } from './design-changes.js';
import type { Patch } from './patch.js';

/**
 * What crosses to the worker and back: plain data, and only what changed since the message before. A rule holds
 * functions, so its id crosses instead.
 */
export interface AnalysisRequest {
  readonly id: number;
  readonly changes: DesignChanges;
  /** The changes count from an empty design: the worker is new, or has failed. */
  readonly fresh: boolean;
  readonly language: Language;
}

export type PlainFinding = Omit<Finding, 'rule'> & { readonly rule: string };
export type PlainProject = Pick<Project, 'files' | 'writtenOnce' | 'filesOf' | 'problems'>;

export type AnalysisReply =
  | {
      readonly id: number;
      readonly status: 'advice';
      readonly findings: Patch<PlainFinding> | undefined;
      /** Of the system; undefined: as before. */
      readonly problems: readonly Problem[] | undefined;
    }
  | {
      readonly id: number;
      readonly status: 'code';
      readonly files: Patch<string> | undefined;
      readonly filesOf: Patch<readonly string[]> | undefined;
      readonly writtenOnce: readonly string[] | undefined;
      /** Found while planning, beyond those of the system. */
      readonly problems: readonly Problem[];
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
