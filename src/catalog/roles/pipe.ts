import type { Fields, PropsOf } from '../../model/fields.js';
import type { Expr } from '../../ts-ast/ast.js';
import type { Emitter, NodeView, Permission, Unready } from '../define.js';

/** A permission of whoever acts, who is known where it is asked for. */
export type Needed = Omit<Permission, 'grantee'>;

/** Read by a pipe. Parameters are named as the API names them. */
export interface PipeSourceRole {
  readonly parameters:
    | 'SqsQueueParameters'
    | 'DynamoDBStreamParameters'
    | 'KinesisStreamParameters'
    | 'ManagedStreamingKafkaParameters'
    | 'SelfManagedKafkaParameters'
    | 'ActiveMQBrokerParameters'
    | 'RabbitMQBrokerParameters';
  readonly iam: readonly string[];
  /** What `source` of the pipe is. `iam` is about it too, unless `permissions` says more. */
  readonly attribute: string;
  /** Parameters that follow from the node itself: credentials, further servers. */
  readonly own?: (node: NodeView, emitter: Emitter) => Readonly<Record<string, Expr | undefined>>;
  readonly permissions?: (node: NodeView, props: PropsOf<Fields>) => readonly Needed[];
}

/** Called by a pipe for each batch; its answer goes on. */
export interface PipeEnrichmentRole {
  readonly iam: readonly string[];
  /** Called over HTTP, with headers and a query; `route`: by a method and a path of its own. */
  readonly http?: 'call' | 'route';
  /** What `enrichment` of the pipe is, where it is not the ARN. */
  readonly target?: (node: NodeView, emitter: Emitter, props: PropsOf<Fields>) => Expr;
  readonly permissions?: (node: NodeView, props: PropsOf<Fields>) => readonly Needed[];
  /** Why it cannot answer a pipe as it is. */
  readonly unready?: Unready;
}

/** Where a pipe sends its records. Parameters are named as the API names them. */
export interface PipeTargetRole {
  readonly parameters:
    | 'SqsQueueParameters'
    | 'EventBridgeEventBusParameters'
    | 'StepFunctionStateMachineParameters'
    | 'LambdaFunctionParameters'
    | 'KinesisStreamParameters'
    | 'CloudWatchLogsParameters'
    | 'HttpParameters'
    | 'EcsTaskParameters'
    | 'BatchJobParameters'
    | 'RedshiftDataParameters'
    | 'SageMakerPipelineParameters'
    | 'TimestreamParameters'
    | 'none';
  readonly iam: readonly string[];
  /** What `target` of the pipe is, where it is not the ARN: a task runs in a cluster. */
  readonly target?: (node: NodeView, emitter: Emitter, props: PropsOf<Fields>) => Expr;
  /** Called over HTTP, with headers and a query; `route`: by a method and a path of its own. */
  readonly http?: 'call' | 'route';
  /**
   * Parameters that follow from the node itself, by the name of their group: the job definition in
   * `batchJobParameters`. What the connection says is added to them.
   */
  readonly own?: (node: NodeView, emitter: Emitter) => Readonly<Record<string, Expr | undefined>>;
  /** All permissions, where `iam` on the ARN does not say it. */
  readonly permissions?: (node: NodeView, props: PropsOf<Fields>) => readonly Needed[];
  readonly unready?: Unready;
}
