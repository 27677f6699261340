import type { Language } from '../model/localized.js';
import type { NodeId } from '../model/design.js';
import type { Problem } from '../model/problems.js';
import type { System } from '../system/system.js';
import type { AcceptedFindings } from './findings/index.js';
import type { CdkName, Statement } from '../ts-ast/ast.js';

/** What an export writes: path inside the project -> text. Paths are relative, with forward slashes. */
export type Files = ReadonlyMap<string, string>;

/** A construct of another stack, handed over as a property of this one: `props.orders`. */
export interface StackReference {
  readonly name: string;
  readonly class: CdkName;
  /** Id of the stack that has it as a member of the same name. */
  readonly stack: string;
}

/** A stack of the export, without text: printed by targets/cdk-typescript, evaluated by main/host/synth. */
export interface PlannedStack {
  /** Of its context, `shared`, or of the main stack. */
  readonly id: string;
  /** Id of the construct and name of the CloudFormation stack. */
  readonly name: string;
  readonly className: string;
  readonly description: string;
  /** Body of the constructor. */
  readonly statements: readonly Statement[];
  readonly references: readonly StackReference[];
  /** Members that other stacks refer to. */
  readonly members: readonly { readonly name: string; readonly class: CdkName }[];
  /** What cdk-nag finds in it although the design means it, with the reason. */
  readonly findings: AcceptedFindings;
  /** Created in it, in the order of the statements. */
  readonly nodes: readonly NodeId[];
}

/** What the exported app does at synthesis, as plain data. */
export interface Plan {
  /** Id of the design as a name for folders and packages: `serverless-video`. */
  readonly id: string;
  /** Each after those that it refers to. */
  readonly stacks: readonly PlannedStack[];
  /** Files that the statements read: definitions, templates. */
  readonly assets: Files;
  /** Code of functions, written by the person: node -> its entry file and the environment variables it finds. */
  readonly handlers: ReadonlyMap<NodeId, { readonly path: string; readonly environment: readonly string[] }>;
  readonly region: string | undefined;
  /** Names of the stages that all stacks are made for; none: once, without a name. */
  readonly stages: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface Project {
  readonly files: Files;
  /** Of `files`: the person's from the first export on (handlers); written once. */
  readonly writtenOnce: ReadonlySet<string>;
  /** Which files carry a node or connection, for the Code panel: id -> paths, the most telling first. */
  readonly filesOf: ReadonlyMap<string, readonly string[]>;
  /** Errors among them: `files` is empty. */
  readonly problems: readonly Problem[];
  /** What synthesis evaluates; absent where there are errors, and for formats without a CDK app. */
  readonly plan?: Plan;
}

export interface ExportOptions {
  /** Language of README and comments in the exported project. */
  readonly language: Language;
}

/** Declared here so that hosts, panels and command line agree; made by targets/. */
export type GenerateProject = (system: System, options: ExportOptions) => Project;
