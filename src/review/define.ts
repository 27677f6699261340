import type { Finding } from '../advisor/define.js';
import type { Facts, Language, Localized } from '../model/localized.js';
import type { System } from '../system/system.js';

/** A review document as plain data, in one language: printed as HTML or Markdown. Its texts are hostile. */

/** `code`: an identifier. `url`: a page of AWS, never of the design. */
export type Cell = string | { readonly code: string } | { readonly text: string; readonly url: string };

export type Block =
  | { readonly kind: 'picture' }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'hint' }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
      /** Columns of numbers, by index. */
      readonly numbers?: readonly number[];
    };

export interface Section {
  /** Stable, for links inside of the document. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface ReviewDocument {
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly Section[];
}

/** What a section is made from. */
export interface ReviewInput {
  readonly system: System;
  /** Of the advisor, dismissed ones as well. */
  readonly findings: readonly Finding[];
  /** The export, for what is written of code; empty where the design has errors. */
  readonly project: {
    readonly files: ReadonlyMap<string, string>;
    readonly filesOf: ReadonlyMap<string, readonly string[]>;
  };
  readonly language: Language;
  readonly say: (text: Localized, facts?: Facts) => string;
}

export type MakeSection = (input: ReviewInput) => Section;
