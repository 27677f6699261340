import type { SourceFiles } from '../../host/source-files.js';
import type { Design } from '../../model/design.js';
import type { Problem } from '../../model/problems.js';
import type { Confidence } from '../../importers/recognise/define.js';

/** What crosses to the worker that imports, and back: plain data. */

export type Phase = 'reading' | 'understanding' | 'arranging';

export const phases: readonly Phase[] = ['reading', 'understanding', 'arranging'];

export interface FoundPlace {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** A connection of the imported system; one that follows from a definition or a field has no confidence of its own. */
export interface FoundConnection {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly confidence: Confidence | undefined;
  /** What it was inferred from. */
  readonly because: string | undefined;
  readonly place: FoundPlace | undefined;
}

/** A resource that has no node of its own. */
export interface FoundResource {
  readonly file: string;
  readonly logicalId: string;
  readonly type: string;
  /** What it serves; undefined: kept with its template. */
  readonly into: string | undefined;
}

/** Something that could not be read, or a reference that leads nowhere. */
export interface FoundTrouble {
  readonly kind: 'unread' | 'unresolved';
  readonly problem: Problem | undefined;
  /** Without a problem: what was not found. */
  readonly words: string;
  readonly place: FoundPlace | undefined;
  readonly file: string;
}

/** What an import understood. */
export interface Found {
  /** Laid out, and named after what was opened. */
  readonly design: Design;
  readonly templates: number;
  /** Node -> where its resource is written. */
  readonly places: ReadonlyMap<string, FoundPlace>;
  readonly connections: readonly FoundConnection[];
  readonly folded: readonly FoundResource[];
  readonly troubles: readonly FoundTrouble[];
  /** Against the open design, where that was imported from the same templates. */
  readonly update: FoundUpdate | undefined;
}

export interface FoundChange {
  readonly change: 'new' | 'changed' | 'removed';
  readonly kind: 'node' | 'connection';
  readonly id: string;
  readonly label: string;
}

export interface FoundUpdate {
  readonly design: Design;
  readonly changes: readonly FoundChange[];
}

export interface ImportRequest {
  readonly sources: SourceFiles;
  /** The design on screen: an import from the same templates brings it up to date. */
  readonly open: Design | undefined;
}

export type ImportReply =
  | { readonly status: 'phase'; readonly phase: Phase }
  | { readonly status: 'found'; readonly found: Found }
  | { readonly status: 'failed'; readonly detail: string };
