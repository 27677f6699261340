import type { JsonMap } from '../model/json.js';
import type { Problem } from '../model/problems.js';

/** What the readers give to the understanding: templates as plain data, with the places that they came from. */

export type { JsonMap };

/** A place in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type TemplateFormat = 'sam' | 'cloudformation';

/** One resource of a template. Functions of CloudFormation are in their long form (`{ "Fn::GetAtt": [..] }`). */
export interface SourceResource {
  readonly template: string;
  readonly logicalId: string;
  readonly type: string;
  /** As written. */
  readonly properties: JsonMap;
  /** With what `Globals` adds and `AWS::Include` brings in; the same object where neither concerns it. */
  readonly effective: JsonMap;
  /** All that stands beside type and properties: Condition, DependsOn, DeletionPolicy, Metadata. */
  readonly attributes: JsonMap;
  /** Made by SAM and not in the text: `ServerlessRestApi`. */
  readonly implicit?: true;
}

/** A template, whole: nothing that was in its text is missing here. */
export interface SourceTemplate {
  /** Path as it was given or found, with forward slashes; of one in another template: `outer.yaml/Logical`. */
  readonly file: string;
  readonly format: TemplateFormat;
  readonly syntax: 'yaml' | 'json';
  /** Name for people and ids: of the nested stack, the construct or the folder. */
  readonly name: string;
  readonly resources: ReadonlyMap<string, SourceResource>;
  readonly parameters: JsonMap;
  readonly conditions: JsonMap;
  readonly mappings: JsonMap;
  readonly outputs: JsonMap;
  readonly globals: JsonMap;
  /** Every other top-level key: Transform, Description, Metadata, Rules, AWSTemplateFormatVersion. */
  readonly rest: JsonMap;
  /** The resource that brings it in, with what it hands to the parameters. */
  readonly parent?: { readonly template: string; readonly logicalId: string; readonly parameters: JsonMap };
  /** Logical id -> path of the construct (`Orders/Queue`), from `aws:cdk:path` or the construct tree. */
  readonly constructPaths: ReadonlyMap<string, string>;
  /** Where a value stands: `place('Resources', 'Orders', 'Properties', 'Events', 'Get')`; the nearest that is known. */
  place(...path: readonly (string | number)[]): Place | undefined;
}

/** A state machine definition in a file of its own. */
export interface SourceDefinition {
  readonly file: string;
  readonly format: 'json' | 'yaml';
  readonly text: string;
}

/** The files that a person opened: relative paths with forward slashes. Nothing outside of them can be named. */
export interface OpenedFiles {
  /** Text of what was read; undefined: no such file, or one that was not read (too large, not text). */
  text(path: string): string | undefined;
  /** Every path, also of files that were not read: where code is looked for. */
  readonly paths: ReadonlySet<string>;
}

/** One system, as read: of one template or a folder of them. */
export interface SourceSystem {
  readonly files: OpenedFiles;
  readonly templates: readonly SourceTemplate[];
  /** State machines that are files of their own and no template names. */
  readonly definitions: readonly SourceDefinition[];
  /** Per input, in its order: what could not be read, with file, line and column in the facts. */
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
}
