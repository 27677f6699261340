/**
 * The design document: what a person draws, saves and exports. Readonly plain data, records by id.
 * Only `parse.ts`, the editor's commands and the advisor's fixes make new ones.
 */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type NodeId = Branded<'NodeId'>;
export type ConnectionId = Branded<'ConnectionId'>;
export type ContextId = Branded<'ContextId'>;
export type NoteId = Branded<'NoteId'>;

export const nodeId = (id: string): NodeId => id as NodeId;
export const connectionId = (id: string): ConnectionId => id as ConnectionId;
export const contextId = (id: string): ContextId => id as ContextId;
export const noteId = (id: string): NoteId => id as NoteId;

export const designFormat = 'servicefull-design';
/** Part of a design as text: what a copy puts on the clipboard. */
export const selectionFormat = 'servicefull-selection';
/** Raised by each change of the shape, together with a step in migrations.ts and a document in test/documents. */
export const designVersion = 1;

/** JSON as YAML gives it: what a field of a node or connection can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type HandlerLanguage = 'typescript' | 'python';

/** How much the export does for running it: what is deleted with its stack, how long logs stay, what wakes somebody up. */
export type OperationsProfile = 'workshop' | 'production';

/** What a team says of one rule of the advisor. */
export interface RuleOptions {
  readonly severity?: 'error' | 'warning' | 'suggestion';
  readonly off?: boolean;
  readonly thresholds?: Readonly<Record<string, number>>;
}

export interface Settings {
  readonly name: string;
  /** AWS Region such as `ap-northeast-1`; undefined: the one of the CLI profile at deployment. */
  readonly region?: string;
  readonly handlerLanguage: HandlerLanguage;
  /** Lambda runtime identifier such as `nodejs24.x`, for functions that set none; of another language: the newest of its own. */
  readonly runtime: string;
  readonly profile?: string;
  /** Undefined: production. */
  readonly operations?: OperationsProfile;
  /** Names of the stages that the app is deployed as, such as `dev` and `prod`; undefined: one without a name. */
  readonly stages?: readonly string[];
  /** Whether the export has a workflow for GitHub Actions. */
  readonly githubActions?: boolean;
  /** Tags put on every stack. */
  readonly tags: Readonly<Record<string, string>>;
  /** What the team says of rules of the advisor, by their ids. */
  readonly advice?: Readonly<Record<string, RuleOptions>>;
}

/** A bounded context: one team's domain, one stack of the export. */
export interface Context {
  readonly label: string;
  readonly team?: string;
  /** Index into the seven context hues of the visual spec; undefined: by order. */
  readonly hue?: number;
  readonly comment?: string;
}

/** How an existing resource is found: exported as `fromXxx`, never created, changed or deleted. */
export interface ExistingReference {
  readonly by: 'name' | 'arn' | 'ssm-parameter' | 'export';
  readonly value: string;
}

/** What a `${Name}` in a state machine definition stands for. */
export type Substitution = { readonly node: NodeId; readonly attribute: string } | { readonly literal: string };

/** A state machine is its text; the tree is a projection of it. */
export interface Definition {
  readonly format: 'json' | 'yaml';
  /** The last text that parsed. */
  readonly text: string;
  /** A later text that does not parse: kept so that nothing typed is lost. */
  readonly draft?: string;
  readonly substitutions: Readonly<Record<string, Substitution>>;
}

/** A resource of an imported template under its logical id, as it was written: functions in their long form. */
export interface AdoptedResource {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Json>>;
  /** Condition, DependsOn, DeletionPolicy, UpdateReplacePolicy, Metadata and what else stands beside them. */
  readonly attributes?: Readonly<Record<string, Json>>;
}

/** What an import found a node or connection in: the export writes it back under the same logical ids. */
export interface Adopted {
  /** Key of `origins`. */
  readonly template: string;
  /** By logical id; the first is what the node stands for, the others only implement it. */
  readonly resources?: Readonly<Record<string, AdoptedResource>>;
  /** Parts of another node's resource, such as an event of a SAM function, taken out of it by `takeParts`; paths lead below its properties. */
  readonly parts?: readonly {
    readonly resource: string;
    readonly path: readonly (string | number)[];
    readonly value: Json;
  }[];
  /** What it was inferred from, with file and line. */
  readonly evidence?: {
    readonly from: string;
    readonly file?: string;
    readonly line?: number;
    readonly confidence: 'certain' | 'likely' | 'possible';
  };
}

export interface DesignNode {
  /** Service type of the catalog such as `sqs-queue`, or `generic`. An unknown one is kept and reported. */
  readonly service: string;
  readonly label: string;
  readonly context?: ContextId;
  readonly origin: 'created' | 'existing';
  readonly existing?: ExistingReference;
  readonly props: Readonly<Record<string, Json>>;
  /** CloudFormation properties that no field stands for; they reach the export. */
  readonly overrides?: Readonly<Record<string, Json>>;
  /** State machines only. */
  readonly definition?: Definition;
  /** The resources that it was imported from. */
  readonly adopted?: Adopted;
  /** Where its code is, as the import found it: a path from the folder that was opened. */
  readonly code?: { readonly path: string; readonly handler?: string };
  /** Set by the first export or import: the id no longer follows the label. */
  readonly idFixed?: boolean;
  /** The stack (a context id, or `shared`) that a stateful node stays in after it was moved to another context. */
  readonly stack?: string;
  readonly comment?: string;
}

export interface Connection {
  /** Kind of the catalog such as `event-source-mapping`. */
  readonly kind: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly props: Readonly<Record<string, Json>>;
  /** Connections with one key are implemented by one resource, such as a rule with three targets. */
  readonly resource?: string;
  /** The resources, or the part of one, that it was imported from. */
  readonly adopted?: Adopted;
  readonly comment?: string;
}

export interface Note {
  readonly text: string;
  readonly context?: ContextId;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface NodeLayout extends Point {
  /** Buses may be wider than a card. */
  readonly width?: number;
  /** Locked: neither a drag nor a command moves it. */
  readonly pinned?: boolean;
  /** A state machine whose states are not drawn in it. */
  readonly collapsed?: boolean;
}

export interface ContextLayout extends Box {
  readonly pinned?: boolean;
  /** Drawn as one card, with its members hidden. */
  readonly collapsed?: boolean;
}

export interface NoteLayout extends Box {
  readonly pinned?: boolean;
}

/** Positions, apart from the meaning: moving a box changes nothing else. Coordinates are absolute, in pixels at 100 %. */
export interface Layout {
  readonly nodes: Readonly<Record<string, NodeLayout>>;
  readonly contexts: Readonly<Record<string, ContextLayout>>;
  readonly notes: Readonly<Record<string, NoteLayout>>;
  /** States by node id, then by state path. */
  readonly states: Readonly<Record<string, Readonly<Record<string, NodeLayout>>>>;
  /** Bend points by connection id, made by hand; a derived connection has them under its derived id. */
  readonly bends: Readonly<Record<string, readonly Point[]>>;
}

/** A finding that a person dismissed. It returns when its fingerprint changes. */
export interface Decision {
  readonly rule: string;
  readonly fingerprint: string;
  readonly reason: string;
}

export interface Design {
  readonly format: typeof designFormat;
  readonly version: number;
  readonly settings: Settings;
  readonly contexts: Readonly<Record<ContextId, Context>>;
  readonly nodes: Readonly<Record<NodeId, DesignNode>>;
  readonly connections: Readonly<Record<ConnectionId, Connection>>;
  readonly notes: Readonly<Record<NoteId, Note>>;
  readonly layout: Layout;
  readonly decisions: readonly Decision[];
  readonly parameters: Readonly<Record<string, Json>>;
  readonly conditions: Readonly<Record<string, Json>>;
  readonly samples: Readonly<Record<string, Json>>;
  /** What an import read where. */
  readonly origins: Readonly<Record<string, Json>>;
}

/** A design with nothing in it. */
export function emptyDesign(name: string): Design {
  return {
    format: designFormat,
    version: designVersion,
    settings: { name, handlerLanguage: 'typescript', runtime: 'nodejs24.x', tags: {} },
    contexts: {},
    nodes: {},
    connections: {},
    notes: {},
    layout: { nodes: {}, contexts: {}, notes: {}, states: {}, bends: {} },
    decisions: [],
    parameters: {},
    conditions: {},
    samples: {},
    origins: {},
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-using-console-create-stack-parameters.html */
export const stageName = /^[A-Za-z][A-Za-z0-9]{0,31}$/;

export const operationsOf = ({ operations }: Settings): OperationsProfile => operations ?? 'production';

/** Entries of a record in its own order, with their branded ids. */
export function entries<Id extends string, Value>(record: Readonly<Record<Id, Value>>): [Id, Value][] {
  return Object.entries(record) as [Id, Value][];
}

/** The value of an own key; a name such as `constructor` finds nothing that nobody put there. */
export function lookup<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
