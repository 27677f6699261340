import type { Fields, PropsOf } from '../../model/fields.js';
import type { CdkName, Expr, Statement } from '../../ts-ast/ast.js';
import type { EmittedConnection, Emitter, NodeView, Permission, TargetArguments, Unready } from '../define.js';

/** Fields of a rule that only some targets ask for. */
export type RuleTargetField = 'sql' | 'method' | 'path' | 'operation' | 'instanceAction' | 'parameters';

/** The properties of a target in CloudFormation beside role, input, retries and queue. */
export type DirectTarget = (
  node: NodeView,
  emitter: Emitter,
  props: PropsOf<Fields>,
) => Readonly<Record<string, Expr | undefined>> & { readonly arn: Expr };

/** A rule as its connections share it. */
export interface SharedRule {
  /** Words of its construct id. */
  readonly words: readonly [string, ...string[]];
  /** Properties of the construct beside its targets. */
  readonly props: Readonly<Record<string, Expr | undefined>>;
  readonly comment?: string;
}

/** Targets that EventBridge reaches by their ARN and a role, where CDK has no class for them. */
export interface DirectRuleTarget {
  readonly target: DirectTarget;
  readonly emit: (
    connections: readonly EmittedConnection<'eventBus' | 'eventPublisher', 'ruleTarget', PropsOf<Fields>>[],
    rule: SharedRule,
    emitter: Emitter,
  ) => readonly Statement[];
}

export interface DirectScheduleTarget {
  readonly target: DirectTarget;
  readonly emit: (
    connection: EmittedConnection<'schedule', 'scheduleTarget', PropsOf<Fields>>,
    emitter: Emitter,
  ) => readonly Statement[];
}

/** Called by a rule. */
export interface RuleTargetRole {
  /** The class of CDK for such targets; where there is none, `direct` says it. */
  readonly construct?: CdkName;
  readonly direct?: DirectRuleTarget;
  /** What CDK calls its input; `none`: it takes the event as it is. */
  readonly input?: 'event' | 'message' | 'input' | 'none';
  readonly arguments?: TargetArguments;
  readonly fields?: readonly RuleTargetField[];
  readonly iam: readonly string[];
  /** Where they are not about the ARN of the node alone. */
  readonly permissions?: TargetPermissions;
  readonly unready?: Unready;
}

/** What calling it needs, where that is more than actions on its ARN. */
export type TargetPermissions = (
  node: NodeView,
  props: PropsOf<Fields>,
) => readonly Omit<Permission, 'grantee' | 'byConstruct'>[];

/** Called by a schedule with parameters of its own; whatever else AWS can do is called as `schedule-call`. */
export interface ScheduleTargetRole {
  /** The class of CDK for such targets; where there is none, `direct` says it. */
  readonly construct?: CdkName;
  readonly direct?: DirectScheduleTarget;
  readonly iam: readonly string[];
  readonly permissions?: TargetPermissions;
  readonly arguments?: TargetArguments;
  readonly unready?: Unready;
}

/** Tells of what happens to it, on the default event bus. */
export interface EventPublisherRole {
  /** Source of its events: `aws.codebuild`. */
  readonly source: string;
  /** Detail types; the first is what people mostly want. */
  readonly detailTypes: readonly [string, ...string[]];
  /** Where an event says which resource it is of: a path below `detail`, with the attribute that it holds. */
  readonly own?: { readonly path: readonly string[]; readonly attribute: string };
  /** The method of its construct by which it begins to tell. */
  readonly enable?: string;
}
