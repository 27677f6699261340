import type { Fields, PropsOf } from '../../model/fields.js';
import type { Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView, Unready } from '../define.js';
import type { TargetPermissions } from './event-targets.js';

/** Gets the events of a custom event bus: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-subscribers.html */
export interface BusSubscriberRole {
  /** The group of parameters of its own, in lower camel case without `Parameters`. */
  readonly parameters: 'sqs' | 'lambda' | 'sns' | 'kinesis' | 'stepFunctions' | 'http' | 'eventBusV2' | 'none';
  readonly iam: readonly string[];
  readonly maxBatchSize: number;
  /** Called by a method and a path of its own. */
  readonly route?: true;
  /** What it is reached by, where that is not the ARN. */
  readonly target?: (node: NodeView, emitter: Emitter, props: PropsOf<Fields>) => Expr;
  readonly permissions?: TargetPermissions;
  readonly unready?: Unready;
}
