import type { DesignNode, Json, NodeId, OperationsProfile, Settings } from '../model/design.js';
import type { Fields, PropsOf } from '../model/fields.js';
import type { Localized } from '../model/localized.js';
import type { Problem } from '../model/problems.js';
import type { CdkName, Expr, Statement } from '../ts-ast/ast.js';
import type {
  AliasTargetRole,
  ApiIntegrationRole,
  DataSourceRole,
  HttpApiIntegrationRole,
  HttpTargetRole,
  OriginRole,
  ProtectedRole,
} from './roles/api.js';
import type { DeliveryDestinationRole, DeliverySourceRole } from './roles/delivery.js';
import type { EventSourceRole } from './roles/event-source.js';
import type { AlarmTargetRole, MetricSourceRole } from './roles/alarm.js';
import type { BusSubscriberRole } from './roles/bus.js';
import type { EventPublisherRole, RuleTargetRole, ScheduleTargetRole } from './roles/event-targets.js';
import type { IotActionRole } from './roles/iot.js';
import type { PipeEnrichmentRole, PipeSourceRole, PipeTargetRole } from './roles/pipe.js';

/** Palette sections, in the order of the palette. */
export const categories = {
  api: { en: 'Entry points', ja: 'エントリポイント' },
  integration: { en: 'Integration', ja: '統合' },
  compute: { en: 'Compute', ja: 'コンピューティング' },
  data: { en: 'Data', ja: 'データ' },
  ai: { en: 'AI', ja: 'AI' },
  other: { en: 'Other', ja: 'その他' },
} as const satisfies Record<string, Localized>;
export type Category = keyof typeof categories;

/** A node as definitions see it: with its props resolved (defaults filled in, wrong values replaced by defaults). */
export interface NodeView<Props = Readonly<Record<string, unknown>>> {
  readonly id: NodeId;
  readonly label: string;
  readonly props: Props;
  readonly node: DesignNode;
}

/** An AWS SDK action of a service, as a Lambda uses it or a Task calls it. */
export interface SdkAction {
  /** IAM actions that the call needs. */
  readonly iam: readonly string[];
  /** Required parameters in PascalCase, as ASL writes them. */
  readonly required: readonly string[];
  /** The parameter that names the drawn resource, with the attribute that it takes. */
  readonly resource?: { readonly parameter: string; readonly attribute: string };
  /** For the ARN in the permission: the attribute, with what follows it such as `/index/*` or `/*`. */
  readonly arn?: {
    readonly attribute: string;
    readonly suffixes?: readonly string[];
    /** Further attributes that are named too where a node has them (the profile of a model). */
    readonly also?: readonly string[];
  };
  /** IAM actions that it needs beside those, of an API that knows no resource to name. */
  readonly anywhere?: readonly string[];
  /** Roles of the node that the call hands to a service. */
  readonly passes?: { readonly attributes: readonly string[]; readonly to: string };
  /** Further attributes that code needs for the call: they reach it as environment variables. */
  readonly environment?: readonly string[];
  /**
   * Arguments of a new Task state as JSONata writes them. `{resource}` stands for the substitution that names the
   * resource, `{resource.name}` for one of another attribute; without a sample every required parameter is taken from
   * the input.
   */
  readonly sample?: Readonly<Record<string, Json>>;
  /** Output of a new Task state, where the answer wraps what one wants. */
  readonly sampleOutput?: string;
  /** Changes something: matters for schedules, retries and drawing order. */
  readonly writes: boolean;
  /** Hands work over and does not wait for it. */
  readonly async?: true;
  /** An integration of Step Functions, and no action of the AWS SDK. */
  readonly integrationOnly?: true;
}

export type IntegrationPattern = 'REQUEST_RESPONSE' | 'RUN_JOB' | 'WAIT_FOR_TASK_TOKEN';

/** An optimized integration of Step Functions. */
export interface OptimizedIntegration {
  /** Without the pattern's suffix: `arn:aws:states:::sqs:sendMessage`. */
  readonly resource: string;
  /** The SDK action that it stands for: key of `sdkTarget.actions`. */
  readonly action: string;
  readonly patterns: readonly IntegrationPattern[];
  /** Run a Job: the suffix where it is not `.sync`, and what it needs beyond the action, by attribute of the target. */
  readonly runJob?: {
    readonly suffix?: string;
    readonly iam: readonly { readonly actions: readonly string[]; readonly attribute: string }[];
  };
}

/** How a construct of the CDK takes a node: what stands before its options, and options beyond those of the connection. */
export type TargetArguments = (
  node: NodeView,
  emitter: Emitter,
  props: PropsOf<Fields>,
) => { readonly positional: readonly Expr[]; readonly options?: Readonly<Record<string, Expr | undefined>> };

/** Why a node cannot be called as it is now: a task that has no cluster. */
export type Unready = (node: NodeView) => Localized | undefined;

/** A role that says it all by its name. */
type NoKnowledge = Readonly<Record<string, never>>;

/** What a service can be at the end of a connection, each with what that connection needs to know. */
export interface Roles {
  readonly restApi?: NoKnowledge;
  readonly httpApi?: NoKnowledge;
  /** Passes its requests on to code. */
  readonly proxySource?: { readonly api: 'rest' | 'http' };
  /** Answers an API's requests with code. */
  readonly proxyTarget?: NoKnowledge;
  /** Called by a REST API itself. */
  readonly apiIntegration?: ApiIntegrationRole;
  /** Called by an HTTP API itself. */
  readonly httpApiIntegration?: HttpApiIntegrationRole;
  /** Reached by an API over HTTP. */
  readonly httpTarget?: HttpTargetRole;
  /** Asks code whether a request may pass. */
  readonly authorizedApi?: { readonly api: 'rest' | 'http' | 'websocket' };
  readonly authorizer?: NoKnowledge;
  readonly graphqlApi?: NoKnowledge;
  /** Sends mail and logs by itself. */
  readonly userPool?: NoKnowledge;
  readonly userPoolTarget?: { readonly by: 'ses' | 'logs' | 'firehose' | 's3' };
  readonly dataSource?: DataSourceRole;
  readonly webAcl?: NoKnowledge;
  readonly protectedByAcl?: ProtectedRole;
  readonly dnsRecord?: NoKnowledge;
  readonly aliasTarget?: AliasTargetRole;
  /** Read by an event source mapping. */
  readonly eventSource?: EventSourceRole;
  /** Can be the function of an event source mapping. */
  readonly reader?: NoKnowledge;
  /** `sourceProp`: the prop that names whose events are on it. */
  readonly eventBus?: { readonly sourceProp?: string };
  readonly ruleTarget?: RuleTargetRole;
  readonly pipeSource?: PipeSourceRole;
  readonly pipe?: NoKnowledge;
  readonly pipeEnrichment?: PipeEnrichmentRole;
  readonly pipeTarget?: PipeTargetRole;
  /** Tells of its objects by S3 event notifications. */
  readonly notificationSource?: NoKnowledge;
  readonly notificationTarget?: { readonly construct: CdkName };
  /** Calls its targets at set times. */
  readonly schedule?: NoKnowledge;
  readonly scheduleTarget?: ScheduleTargetRole;
  readonly eventPublisher?: EventPublisherRole;
  /** Keeps events and delivers them to its subscribers. */
  readonly customBus?: NoKnowledge;
  readonly busSubscriber?: BusSubscriberRole;
  /** Stands for the events of an AWS service, which a prop names. */
  readonly serviceEvents?: { readonly sourceProp: string };
  /** Sends each message to its subscribers. */
  readonly topic?: NoKnowledge;
  readonly subscriber?:
    | {
        readonly construct: CdkName;
        /** Whether messages can come without the envelope of SNS. */
        readonly raw: boolean;
      }
    | { readonly protocol: 'EMAIL' | 'HTTPS' | 'SMS'; readonly prop: string; readonly raw: boolean };
  /** Delivers records in batches, to what it is connected with. */
  readonly deliveryStream?: NoKnowledge;
  /** Metrics of an account, sent on by a stream of them. */
  readonly metricStream?: NoKnowledge;
  /** A table that writes its changes into a stream of Kinesis. */
  readonly changeSource?: NoKnowledge;
  readonly changeDestination?: NoKnowledge;
  /** A table whose backups can be exported. */
  readonly exportedTable?: NoKnowledge;
  readonly exportDestination?: NoKnowledge;
  readonly zeroEtlTarget?: NoKnowledge;
  /** A table that can be followed from an export on. */
  readonly replicatedTable?: NoKnowledge;
  readonly ingestionTarget?: NoKnowledge;
  readonly deliverySource?: DeliverySourceRole;
  readonly deliveryDestination?: DeliveryDestinationRole;
  /** Invoked asynchronously: tells where results and failures go. */
  readonly asyncInvoked?: NoKnowledge;
  readonly invocationDestination?: { readonly construct: CdkName; readonly failuresOnly?: true };
  readonly logSource?: NoKnowledge;
  readonly logDestination?: { readonly construct: CdkName };
  /** Watches a metric. */
  readonly alarm?: NoKnowledge;
  /** Metrics by name with the statistic that says most; the first is watched where nothing else is said. */
  readonly metricSource?: MetricSourceRole;
  readonly alarmTarget?: AlarmTargetRole;
  /** Hands the messages of devices to its actions. */
  readonly iotRule?: NoKnowledge;
  readonly iotAction?: IotActionRole;
  /** Deals with mail that comes in. */
  readonly receiptRule?: NoKnowledge;
  readonly receiptAction?: { readonly construct: CdkName; readonly resource: 'bucket' | 'topic' | 'function' };
  /** Tells what becomes of mail that is sent. */
  readonly sendingEvents?: NoKnowledge;
  readonly sendingEventTarget?: { readonly by: 'snsTopic' | 'eventBus' | 'firehoseDeliveryStream' };
  /** Says when a job is done, to a topic; by a role of its own, or as whoever calls it. */
  readonly completionSource?: { readonly by: 'caller' } | { readonly by: 'role'; readonly principal: string };
  readonly completionTarget?: NoKnowledge;
  /** Code that calls SDK actions. */
  readonly sdkCaller?: NoKnowledge;
  /** Called through the AWS SDK, by code or by a Task. */
  readonly sdkTarget?: {
    /** Service id of AWS SDK integrations, such as `dynamodb`; '' for the generic resource, whose calls are its own. */
    readonly service: string;
    readonly actions: Readonly<Record<string, SdkAction>>;
    readonly defaultAction?: string;
    /** Not among the APIs that Step Functions calls. */
    readonly codeOnly?: true;
    readonly optimized?: readonly OptimizedIntegration[];
  };
  readonly stateMachine?: NoKnowledge;
  /** People, who request what has an entry point. */
  readonly client?: NoKnowledge;
  readonly entryPoint?: NoKnowledge;
  readonly webSocketApi?: NoKnowledge;
  readonly distribution?: NoKnowledge;
  /** What a distribution passes requests on to. */
  readonly origin?: OriginRole;
}

export type RoleName = keyof Roles;
export type RoleOf<Name extends RoleName> = NonNullable<Roles[Name]>;

/** The resource of a permission: an attribute of a node, with what follows the ARN. */
export interface PermissionResource {
  readonly node: NodeId;
  readonly attribute: string;
  readonly suffix?: string;
}

/** An argument of a call that names attributes of nodes. */
export type NamedArgument =
  | { readonly node: NodeId; readonly attribute: string }
  | Readonly<Record<string, { readonly node: NodeId; readonly attribute: string }>>;

/** What one node may do to others, drawn from a connection. */
export interface Permission {
  /** The node whose role gets it. */
  readonly grantee: NodeId;
  readonly actions: readonly string[];
  readonly resources: readonly PermissionResource[];
  /** Resources that are not drawn: ARNs with `{partition}`, `{region}` and `{account}`. */
  readonly arns?: readonly string[];
  /** Of `iam:PassRole`: the service that the role is handed to. */
  readonly passedTo?: string;
  /** The API knows no resource: `*`, with the reason as a comment in the export. */
  readonly anyResource?: Localized;
  /** The emitted construct gives it by itself: shown to people, not emitted again. */
  readonly byConstruct?: true;
}

/** A queue for what could not be delivered or processed, where the design draws none; the topic that alarms tell. */
export type CommonResource = 'deadLetters' | 'fifoDeadLetters' | 'alarms';

/**
 * What codegen lends to a definition that emits. Only codegen knows variables, stacks, order and files; whatever a
 * definition refers to through it is emitted before.
 */
export interface Emitter {
  /** The variable (or member of another stack) that holds a node's construct. */
  construct(node: NodeId): Expr;
  /** An attribute of a node such as `arn`, by its service's definition. */
  attribute(node: NodeId, attribute: string): Expr;
  /** The role that a node acts by (API, pipe): made when first asked for. */
  role(node: NodeId): Expr;
  /** What the stack of the connection or node has once for all of its nodes, made when it is first asked for. */
  common(resource: CommonResource): Expr;
  /** The profile of the design. */
  readonly operations: OperationsProfile;
  /** A construct id unique in its stack, from words: `constructId('PUT', '/orders')`. */
  constructId(...words: readonly string[]): string;
  /** A variable name unique in its stack. */
  variable(...words: readonly string[]): string;
  /** Puts statements before the one that holds the construct: what it needs beside it, such as a security group. */
  before(...statements: readonly Statement[]): void;
  /** Adds a generated file to the project; gives its absolute path at synthesis. */
  file(path: string, text: string): Expr;
  /** Adds a generated file whose `${Name}` are replaced when the stack is built; gives its text. */
  templateFile(path: string, text: string, substitutions: Readonly<Record<string, Expr>>): Expr;
  /** Whether two nodes live in one stack. */
  sameStack(a: NodeId, b: NodeId): boolean;
  /** The comment in the language of the export. */
  text(text: Localized): string;
}

/** A connection of a node, as its service's `construct` may ask for (a pipe is made of its ends). */
export interface ConnectedEnd {
  readonly connection: ConnectionView;
  readonly other: NodeView;
  readonly service: ServiceDefinition;
}

export interface ConstructInput<Props> extends NodeView<Props> {
  readonly constructId: string;
  readonly emitter: Emitter;
  readonly incoming: readonly ConnectedEnd[];
  readonly outgoing: readonly ConnectedEnd[];
}

/** An alarm of the production profile: in state as soon as its metric is not zero. */
export interface ServiceAlarm {
  /** Follows the id of the node in the id of the alarm: `errors`. */
  readonly name: string;
  readonly metric: Expr;
  readonly description: Localized;
}

export interface ServiceDefinition<Fs extends Fields = Fields> {
  /** Stable: written in design files. */
  readonly type: string;
  /** Undefined: an API of AWS that needs no resource of one's own (a Bedrock model). */
  readonly cfnType?: string;
  readonly category: Category;
  /** File in aws-icons, without `.svg`: `architecture-service/AWSLambda`; or the name of a glyph of our own. */
  readonly icon: string;
  readonly label: Localized;
  /** Base of labels and ids of new nodes: `Queue`. */
  readonly defaultLabel: Localized;
  /** What it is for, one line: palette and search. */
  readonly description: Localized;
  /** Other words to find it by, in both languages. */
  readonly keywords: readonly string[];
  readonly fields: Fs;
  /** Props that follow from the design's settings where the node sets none. */
  defaultsFrom?(settings: Settings): Readonly<Record<string, Json>>;
  /** The second line of the card. */
  subtitle(node: NodeView<PropsOf<Fs>>): Localized;
  /** Keeps data: a move to another stack replaces it. */
  readonly stateful: boolean;
  /** Holds a definition (state machines). */
  readonly hasDefinition?: boolean;
  readonly roles: Roles;
  /** Which roles a node really has, by its props: an HTTP API is no REST API, a table without a stream is no source. */
  hasRole?(role: RoleName, node: NodeView<PropsOf<Fs>>): boolean;
  /** Why nothing can be sent to it, or what it is instead: shown when a connection is refused. */
  readonly refusal: Localized;
  /** Attributes that others may refer to: `arn`, `name`, `url`. `self` is the construct. */
  attributes(node: NodeView<PropsOf<Fs>>, self: Expr): Readonly<Record<string, Expr>>;
  /** How its permissions are given: to the construct's own role, or to a role made for this principal. */
  readonly permissionsBy?: 'construct' | { readonly principal: string };
  /** The construct; undefined for an API without a resource. Comes after everything that its Emitter is asked for. */
  construct(input: ConstructInput<PropsOf<Fs>>): Expr | undefined;
  /** Resources beside the construct, which is called `self`: versions, aliases. */
  further?(input: ConstructInput<PropsOf<Fs>>, self: Expr): readonly Statement[];
  /** What wakes somebody up in production, of a construct that is called `self`. */
  alarms?(input: ConstructInput<PropsOf<Fs>>, self: Expr): readonly ServiceAlarm[];
  /** `fromXxx` for a node that exists; the value is an expression for the name or ARN. Undefined: cannot exist. */
  fromExisting?(input: { readonly constructId: string; readonly by: 'name' | 'arn'; readonly value: Expr }): Expr;
  /** Problems beyond those of the fields. */
  problems?(node: NodeView<PropsOf<Fs>>): readonly Problem[];
  /** Problems that show from its connections: ends that are missing, or that are there twice. */
  problemsInPlace?(
    node: NodeView<PropsOf<Fs>>,
    incoming: readonly ConnectedEnd[],
    outgoing: readonly ConnectedEnd[],
  ): readonly Problem[];
  /** What its fields alone ask for: a metric that it writes. */
  permissions?(node: NodeView<PropsOf<Fs>>): readonly Permission[];
  /** A line of documentation on the service. */
  readonly source: string;
}

/** An end of a connection as its definition sees it. */
export interface End<Role extends RoleName> extends NodeView<PropsOf<Fields>> {
  readonly role: RoleOf<Role>;
  readonly service: ServiceDefinition;
}

export interface ConnectionView {
  /** Id in the design; for derived ones made from state machine and node. */
  readonly id: string;
  readonly kind: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly props: PropsOf<Fields>;
}

export interface EmittedConnection<From extends RoleName, To extends RoleName, Props> {
  readonly id: string;
  readonly from: End<From>;
  readonly to: End<To>;
  readonly props: Props;
}

export interface ConnectionDefinition<
  From extends RoleName = RoleName,
  To extends RoleName = RoleName,
  Fs extends Fields = Fields,
> {
  readonly kind: string;
  readonly label: Localized;
  readonly from: From;
  readonly to: To;
  readonly fields: Fs;
  /** Whose stack its resources live in. */
  readonly home: 'from' | 'to';
  /** Smaller is proposed first where several kinds fit. */
  readonly rank: number;
  /** Connections of one pair share a resource, and are emitted together: fields of an API that read one table, uses of it. */
  readonly together?: true;
  /** One line for the chooser: what one gets and what it costs. */
  readonly tradeOff: Localized;
  readonly source: string;
  /** Solid or dashed. */
  delivery(from: End<From>, to: End<To>, props: PropsOf<Fs>): 'sync' | 'async';
  /** Why these two cannot be connected although their roles fit; undefined: they can. */
  refuse?(from: End<From>, to: End<To>): Localized | undefined;
  /**
   * Props to set on an end when such a connection is drawn, so that it gets the role it lacks: a table turns its stream
   * on. Given only for nodes of a service that can have the role.
   */
  prepare?(
    from: NodeView,
    to: NodeView,
  ): {
    readonly from?: Readonly<Record<string, Json>>;
    readonly to?: Readonly<Record<string, Json>>;
  };
  /**
   * Values that fit these ends, by field: of a choice, of a text (chosen from, the first is the default) or suggestions
   * of a list. An empty list: the field means nothing for these ends and is not shown.
   */
  optionsFor?(from: End<From>, to: End<To>): Readonly<Record<string, readonly string[]>>;
  /** Props of a newly drawn connection, beyond defaults. */
  initialProps?(from: End<From>, to: End<To>): Readonly<Record<string, Json>>;
  /** The words on its pill: "PUT /orders", "batch 10". */
  describe(from: End<From>, to: End<To>, props: PropsOf<Fs>): Localized;
  permissions(from: End<From>, to: End<To>, props: PropsOf<Fs>): readonly Permission[];
  /** What whoever calls these actions of the first end needs because of it, as Task or code. */
  permissionsOfCallers?(
    from: End<From>,
    to: End<To>,
    actions: readonly string[],
  ): readonly Omit<Permission, 'grantee'>[];
  /** Arguments of a new Task that calls an action of the first end. */
  argumentsOfCalls?(from: End<From>, to: End<To>, action: string): Readonly<Record<string, NamedArgument>>;
  problems?(connection: EmittedConnection<From, To, PropsOf<Fs>>): readonly Problem[];
  /**
   * The type of a handler that is called through it: `SQSHandler` of @types/aws-lambda. Between stacks some kinds go
   * another way.
   */
  handlerType?(from: End<From>, sameStack: boolean): string;
  /**
   * The statements of connections that one resource implements: one, unless they share a `resource` key. Empty where
   * the service's construct already says it all.
   */
  emit(connections: readonly EmittedConnection<From, To, PropsOf<Fs>>[], emitter: Emitter): readonly Statement[];
}

/** A service; keeps the literal types of its fields, so that `props` is typed in its functions. */
export function defineService<const Fs extends Fields>(definition: ServiceDefinition<Fs>): ServiceDefinition<Fs> {
  return definition;
}

/** A connection kind; its ends are typed by their roles. */
export function defineConnection<const From extends RoleName, const To extends RoleName, const Fs extends Fields>(
  definition: ConnectionDefinition<From, To, Fs>,
): ConnectionDefinition<From, To, Fs> {
  return definition;
}
