import type { Problem } from '../model/problems.js';

/** What became of a resource: a node, a part of a node or connection, or kept without being drawn. */
export type Fate = 'node' | 'folded' | 'plumbing';

/** One row per resource of a template. */
export interface ResourceRow {
  readonly logicalId: string;
  readonly type: string;
  readonly fate: Fate;
  /** Id of the node or connection that it is, or is part of; of plumbing, whom it serves, where that is known. */
  readonly into?: string;
}

/** Something that a template refers to, and that was not found. */
export interface Unresolved {
  readonly from: string;
  readonly value: string;
  readonly line?: number;
}

export interface InputReport {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly unresolved: readonly Unresolved[];
  readonly resources: readonly ResourceRow[];
  /** Resources that SAM makes and no text has: `ServerlessRestApi`. */
  readonly implicit: readonly ResourceRow[];
}

export interface ImportReport {
  readonly inputs: readonly InputReport[];
  /** Nodes that no resource stands for: existing ones, schedules of SAM events, addresses. */
  readonly withoutResource: readonly { readonly id: string; readonly service: string; readonly existing: boolean }[];
  readonly counts: Readonly<Record<'nodes' | 'connections' | 'contexts', number>>;
}
