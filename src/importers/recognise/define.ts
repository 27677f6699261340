import type { DesignNode, Json } from '../../model/design.js';
import type { Place, SourceResource, SourceSystem, SourceTemplate } from '../source.js';

/** How sure an inference is: written so (an event, a target), composed from names and defaults, or guessed from policies. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** What a connection was inferred from. */
export interface Evidence {
  readonly place: Place | undefined;
  /** What stands there: `Events.Get`, `Targets[0]`, `Policies`, `Environment.TABLE`. */
  readonly from: string;
  readonly confidence: Confidence;
}

/** Where a value of a template leads. */
export type Target =
  | { readonly kind: 'resource'; readonly resource: SourceResource; readonly attribute: string | undefined }
  /** Outside of what was opened: becomes an existing node. */
  | {
      readonly kind: 'outside';
      readonly service: string;
      readonly by: 'name' | 'arn' | 'ssm-parameter' | 'export';
      readonly value: string;
    }
  | { readonly kind: 'unknown' };

/** A value as text: literal pieces and references to resources, with parameters and mappings at their defaults. */
export type TextPart =
  | string
  | { readonly resource: SourceResource; readonly attribute: string | undefined }
  | { readonly unknown: string; readonly of?: 'export' | 'ssm-parameter' | 'parameter' };

export interface ConnectionDraft {
  readonly kind: string;
  readonly from: SourceResource | NodeDraft;
  readonly to: SourceResource | NodeDraft;
  readonly props: Readonly<Record<string, Json>>;
  readonly resource?: string;
  readonly evidence: Evidence;
  /** Kinds that say the same where the services at its ends do not have the roles of the first, best first. */
  readonly instead?: readonly string[];
  /** Resources that only implement it: their fate is `folded`. */
  readonly folds: readonly SourceResource[];
  /** Props that name another node: fields of kind `node`, such as a dead-letter queue. */
  readonly references?: Readonly<Record<string, SourceResource>>;
  /** The part of another resource that says it: a SAM event of a function, a statement of a policy. */
  readonly inside?: { readonly resource: SourceResource; readonly path: readonly (string | number)[] };
}

/** A node that no resource stands for: an existing bus, a Bedrock model, people. */
export interface NodeDraft {
  readonly key: string;
  readonly node: Omit<DesignNode, 'context'>;
  readonly template: SourceTemplate;
}

/** What recognisers are given. Everything is a pure function of the source. */
export interface Reading {
  readonly system: SourceSystem;
  /** By type, over all templates: `AWS::Events::Rule`. */
  resources(type: string): readonly SourceResource[];
  templateOf(resource: SourceResource): SourceTemplate;
  /** A value with parameters, mappings, conditions, Sub, Join, Select and Split worked out as far as they are known. */
  evaluate(template: SourceTemplate, value: Json): Json;
  /** A value as pieces of text. */
  text(template: SourceTemplate, value: Json): readonly TextPart[];
  /** The resource that a Ref, GetAtt, Sub, Join, ARN, import or parameter of a nested stack leads to. */
  target(template: SourceTemplate, value: Json, service?: string): Target;
  place(resource: SourceResource, ...path: readonly (string | number)[]): Place | undefined;
  /** The node that stands for something outside of the opened files; one per service and value. */
  existing(
    template: SourceTemplate,
    service: string,
    by: 'name' | 'arn' | 'ssm-parameter' | 'export',
    value: string,
  ): NodeDraft;
}

/** Recognises one kind of connection: the other half of `emit` in its definition (src/catalog/connections/<kind>.ts). */
export interface Recogniser {
  readonly kind: string;
  recognise(reading: Reading): Iterable<ConnectionDraft>;
}

export const defineRecogniser = (recogniser: Recogniser): Recogniser => recogniser;
