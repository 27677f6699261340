import type { Fields, PropsOf } from '../../model/fields.js';
import type { CdkName, Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView } from '../define.js';

/** Told or called by an alarm. */
export interface AlarmTargetRole {
  readonly construct: CdkName;
  /** What its class takes, where that is not the construct of the node. */
  readonly arguments?: (node: NodeView, emitter: Emitter, props: PropsOf<Fields>) => readonly Expr[];
  /** A function, whose permission names the alarm. */
  readonly isFunction?: true;
  /** An instance, which something is done to. */
  readonly ofInstance?: true;
  /** What the alarm is allowed on it, by a policy of the target. */
  readonly iam?: readonly string[];
}

/** Has metrics that an alarm can watch. */
export interface MetricSourceRole {
  /** By name with the statistic that says most; the first is watched where nothing else is said. */
  readonly metrics: Readonly<Record<string, 'Sum' | 'Average' | 'Maximum'>>;
  /** Where the construct has no `metric`: namespace and dimension, with the attribute that is its value. */
  readonly dimension?: { readonly namespace: string; readonly name: string; readonly attribute: string };
}
